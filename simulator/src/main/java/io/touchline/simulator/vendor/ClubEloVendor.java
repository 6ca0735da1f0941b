package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Club Elo: {@code /2026-11-21}, the table of that day, with the blank lines at its end that the real one has. A rating is the club's true strength and holds from match to match. */
final class ClubEloVendor implements VendorServer.Vendor {

    static final String NAME = "clubelo";

    private static final double MIDDLE = 1500;

    /** Points of a unit of log strength, so that the best and the worst club are some 500 points apart. */
    private static final double POINTS = 350;

    private static final String COLUMNS = "Rank,Club,Country,Level,Elo,From,To";

    private final League league;

    ClubEloVendor(League league) {
        this.league = league;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("Elo", "Rating");
    }

    @Override
    public String changed(String body) {
        return body.replaceFirst(",Elo,", ",Rating,");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        LocalDate day;
        try {
            day = LocalDate.parse(request.path().substring(1));
        } catch (DateTimeParseException e) {
            return Csv.file(List.of(COLUMNS), now);
        }
        List<Club> ranked = league.clubs().stream()
                .sorted(Comparator.comparingDouble(ClubEloVendor::rating).reversed())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(COLUMNS);
        for (int i = 0; i < ranked.size(); i++) {
            Club club = ranked.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%s,SIM,1,%.8f,%s,%s",
                    i + 1,
                    club.shortName(),
                    rating(club),
                    lastMatch(club, day),
                    nextMatch(club, day)));
        }
        lines.add("");
        lines.add("");
        return Csv.file(lines, now);
    }

    private static double rating(Club club) {
        return MIDDLE + POINTS * (club.attack() + club.defence());
    }

    /** The day after the club's last match. */
    private LocalDate lastMatch(Club club, LocalDate day) {
        return days(club)
                .filter(each -> each.isBefore(day))
                .max(Comparator.naturalOrder())
                .map(each -> each.plusDays(1))
                .orElse(day);
    }

    /** The day of the club's next match. */
    private LocalDate nextMatch(Club club, LocalDate day) {
        return days(club)
                .filter(each -> !each.isBefore(day))
                .min(Comparator.naturalOrder())
                .orElse(day);
    }

    private Stream<LocalDate> days(Club club) {
        return league.matches().stream()
                .filter(match -> match.home().equals(club) || match.away().equals(club))
                .map(Match::kickoffAt)
                .map(kickoff -> LocalDate.ofInstant(kickoff, ZoneOffset.UTC));
    }
}
