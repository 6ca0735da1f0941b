package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Season;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Which season of a competition a kickoff belongs to. It asks the day alone and no vendor's season field, since those mean the first year at one vendor and
 * the last at another, and the same match must have the same id everywhere.
 */
final class SeasonCalendar {

    /** First day of a season where it is not 1 July: qualifying rounds in June, finals in July. */
    private static final Map<String, MonthDay> FIRST_DAY = Map.ofEntries(
            Map.entry("uefa.champions", MonthDay.of(6, 15)),
            Map.entry("uefa.champions_qual", MonthDay.of(6, 15)),
            Map.entry("uefa.europa", MonthDay.of(6, 15)),
            Map.entry("uefa.europa_qual", MonthDay.of(6, 15)),
            Map.entry("uefa.europa.conf", MonthDay.of(6, 15)),
            Map.entry("uefa.europa.conf_qual", MonthDay.of(6, 15)),
            Map.entry("mex.1", MonthDay.of(6, 20)),
            Map.entry("nba", MonthDay.of(8, 1)),
            Map.entry("nhl", MonthDay.of(8, 1)));

    /** Last days of the seasons that ran over in 2020 and 2021. */
    private static final Map<String, LocalDate> RAN_OVER = Map.ofEntries(
            Map.entry("eng.1", LocalDate.of(2020, 7, 31)),
            Map.entry("eng.2", LocalDate.of(2020, 8, 5)),
            Map.entry("eng.3", LocalDate.of(2020, 7, 31)),
            Map.entry("eng.4", LocalDate.of(2020, 7, 31)),
            Map.entry("eng.5", LocalDate.of(2020, 8, 5)),
            Map.entry("eng.fa", LocalDate.of(2020, 8, 2)),
            Map.entry("esp.1", LocalDate.of(2020, 7, 31)),
            Map.entry("esp.2", LocalDate.of(2020, 8, 24)),
            Map.entry("ita.1", LocalDate.of(2020, 8, 3)),
            Map.entry("ita.2", LocalDate.of(2020, 8, 21)),
            Map.entry("ger.1", LocalDate.of(2020, 7, 8)),
            Map.entry("ger.2", LocalDate.of(2020, 7, 8)),
            Map.entry("ger.3", LocalDate.of(2020, 7, 8)),
            Map.entry("ger.dfb_pokal", LocalDate.of(2020, 7, 5)),
            Map.entry("fra.coupe_de_france", LocalDate.of(2020, 7, 25)),
            Map.entry("fra.coupe_de_la_ligue", LocalDate.of(2020, 8, 1)),
            Map.entry("por.1", LocalDate.of(2020, 7, 31)),
            Map.entry("por.taca.portugal", LocalDate.of(2020, 8, 2)),
            Map.entry("bel.cup", LocalDate.of(2020, 8, 2)),
            Map.entry("tur.1", LocalDate.of(2020, 7, 31)),
            Map.entry("gre.1", LocalDate.of(2020, 7, 31)),
            Map.entry("den.1", LocalDate.of(2020, 8, 1)),
            Map.entry("sui.1", LocalDate.of(2020, 8, 11)),
            Map.entry("sui.2", LocalDate.of(2020, 8, 11)),
            Map.entry("pol.1", LocalDate.of(2020, 7, 31)),
            Map.entry("rus.1", LocalDate.of(2020, 7, 31)),
            Map.entry("rou.1", LocalDate.of(2020, 8, 13)),
            Map.entry("aut.1", LocalDate.of(2020, 7, 31)),
            Map.entry("uefa.champions", LocalDate.of(2020, 8, 24)),
            Map.entry("uefa.europa", LocalDate.of(2020, 8, 22)),
            Map.entry("bra.1", LocalDate.of(2021, 2, 27)),
            Map.entry("bra.2", LocalDate.of(2021, 2, 1)),
            Map.entry("conmebol.libertadores", LocalDate.of(2021, 1, 31)),
            Map.entry("conmebol.sudamericana", LocalDate.of(2021, 1, 31)),
            Map.entry("nba", LocalDate.of(2020, 10, 31)),
            Map.entry("nhl", LocalDate.of(2020, 10, 31)));

    private SeasonCalendar() {}

    static Season season(Competition competition, Instant kickoff) {
        LocalDate day = LocalDate.ofInstant(kickoff, ZoneOffset.UTC);
        boolean calendarYear = competition.calendarYear();
        LocalDate ranOver = RAN_OVER.get(competition.code());
        if (ranOver != null && !day.isAfter(ranOver) && day.isAfter(ranOver.minusMonths(calendarYear ? 2 : 4))) {
            LocalDate before = LocalDate.of(calendarYear ? ranOver.getYear() - 1 : ranOver.getYear(), 6, 1);
            if (!calendarYear || day.getYear() == ranOver.getYear()) {
                return Season.at(before, calendarYear);
            }
        }
        if (calendarYear) {
            return new Season(day.getYear(), true);
        }
        MonthDay first = FIRST_DAY.getOrDefault(competition.code(), MonthDay.of(7, 1));
        boolean begun = !MonthDay.from(day).isBefore(first);
        return new Season(begun ? day.getYear() : day.getYear() - 1, false);
    }
}
