package io.touchline.simulator.vendor;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.market.BookmakerPrices;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.market.MarketPrice;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * football-data.co.uk: {@code /new_league_fixtures.csv} with the league's matches to come, {@code /fixtures.csv} without one of them (the league is none of the old divisions), and
 * {@code /mmz4281/2627/SIM.csv} with a season's played matches, their first and closing prices. Collected every half hour of the league's time, where the real site does it twice a week.
 */
final class FootballDataVendor implements VendorServer.Vendor {

    static final String NAME = "football-data";

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
    private static final Duration COLLECTED_EVERY = Duration.ofMinutes(30);
    private static final Duration CLOSE = Duration.ofMinutes(1);
    private static final double ONLY_LINE = 2.5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The letters of the bookmakers' columns: match result, and the two other markets. */
    private static final Map<String, List<String>> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put("pinnacle", List.of("PS", "P"));
        LETTERS.put("williamhill", List.of("WH", "WH"));
        LETTERS.put("betfair_ex_eu", List.of("BFE", "BFE"));
    }

    private final League league;
    private final Market market;

    FootballDataVendor(League league, Market market) {
        this.league = league;
        this.market = market;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("Date", "Day");
    }

    @Override
    public String changed(String body) {
        return body.replaceFirst(",Date,", ",Day,");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        Instant collectedAt =
                Instant.ofEpochSecond(now.getEpochSecond() / COLLECTED_EVERY.toSeconds() * COLLECTED_EVERY.toSeconds());
        String path = request.path();
        if (path.equals("/fixtures.csv")) {
            return Csv.file(List.of("Div,Date,Time,HomeTeam,AwayTeam,Referee" + columns(false)), collectedAt);
        } else if (path.equals("/new_league_fixtures.csv")) {
            return Csv.file(upcoming(collectedAt), collectedAt);
        }
        for (int year : new int[] {
            league.matches().getFirst().seasonYear(), league.matches().getLast().seasonYear()
        }) {
            if (path.equals(String.format(Locale.ROOT, "/mmz4281/%02d%02d/SIM.csv", year % 100, (year + 1) % 100))) {
                return Csv.file(played(year, collectedAt), collectedAt);
            }
        }
        return Csv.notFound();
    }

    private List<String> upcoming(Instant collectedAt) {
        List<String> lines = new ArrayList<>();
        lines.add("Country,League,Date,Time,Home,Away" + columns(false));
        for (Match match : league.matchesBetween(
                collectedAt, collectedAt.plus(league.plan().pricedAhead()))) {
            lines.add("nowhere,Simulated League," + where(match) + prices(match, collectedAt, false));
        }
        return lines;
    }

    private List<String> played(int year, Instant collectedAt) {
        List<String> lines = new ArrayList<>();
        lines.add("Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR" + columns(false) + columns(true));
        for (Match match : league.matches()) {
            MatchView view = league.viewAt(match, collectedAt);
            if (match.seasonYear() == year && view.phase() == Phase.FULL_TIME) {
                int home = view.goals(true);
                int away = view.goals(false);
                Instant first =
                        match.kickoffAt().minus(league.plan().pricedAhead().dividedBy(2));
                lines.add("SIM," + where(match) + ',' + home + ',' + away + ','
                        + (home > away ? 'H' : home < away ? 'A' : 'D')
                        + prices(match, first, false)
                        + prices(match, match.kickoffAt().minus(CLOSE), true));
            }
        }
        return lines;
    }

    private static String where(Match match) {
        ZonedDateTime kickoff = match.kickoffAt().atZone(UNITED_KINGDOM);
        return DAY.format(kickoff)
                + ','
                + TIME.format(kickoff)
                + ','
                + match.home().shortName()
                + ','
                + match.away().shortName();
    }

    private static String columns(boolean closing) {
        StringBuilder columns = new StringBuilder(closing ? ",AHCh" : ",AHh");
        String c = closing ? "C" : "";
        for (List<String> letters : LETTERS.values()) {
            String one = letters.getFirst() + c;
            String other = letters.getLast() + c;
            columns.append(',')
                    .append(one)
                    .append("H,")
                    .append(one)
                    .append("D,")
                    .append(one)
                    .append('A');
            columns.append(',').append(other).append(">2.5,").append(other).append("<2.5");
            columns.append(',').append(other).append("AHH,").append(other).append("AHA");
        }
        return columns.toString();
    }

    private String prices(Match match, Instant at, boolean closing) {
        StringBuilder prices = new StringBuilder();
        prices.append(',').append(String.format(Locale.ROOT, closing ? "%.2f" : "%+.2f", market.handicapLine(match)));
        Map<String, BookmakerPrices> offers = new LinkedHashMap<>();
        market.at(match, at).forEach(offer -> offers.put(offer.bookmaker().key(), offer));
        for (String key : LETTERS.keySet()) {
            BookmakerPrices offer = offers.get(key);
            for (MarketPrice.Kind kind : MarketPrice.Kind.values()) {
                MarketPrice price = offer == null
                        ? null
                        : offer.markets().stream()
                                .filter(each -> each.kind() == kind && isPublished(each))
                                .findFirst()
                                .orElse(null);
                if (price == null) {
                    prices.append(kind == MarketPrice.Kind.MATCH_RESULT ? ",,," : ",,");
                } else {
                    price.back().forEach(odds -> prices.append(',').append(odds));
                }
            }
        }
        return prices.toString();
    }

    private static boolean isPublished(MarketPrice price) {
        Double line = price.line();
        return price.kind() != MarketPrice.Kind.TOTALS || (line != null && line == ONLY_LINE);
    }
}
