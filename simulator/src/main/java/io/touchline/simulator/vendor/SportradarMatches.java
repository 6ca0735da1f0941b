package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The league's matches in Sportradar's XML: fixtures, and how they stand. */
final class SportradarMatches {

    private final League league;

    SportradarMatches(League league) {
        this.league = league;
    }

    static String urn(Match match) {
        return "sr:match:" + match.eventId();
    }

    /** A {@code sport_event} or {@code fixture} element. */
    static String element(String name, Match match) {
        String start =
                match.kickoffAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
        return "<" + name + " id=\"" + urn(match) + "\" scheduled=\"" + start + "\" start_time=\"" + start
                + "\" start_time_tbd=\"false\" status=\"not_started\"><tournament_round type=\"group\" number=\""
                + match.round() + "\"/><season id=\"sr:season:" + match.seasonYear()
                + "\" name=\"Simulated League\" start_date=\"" + match.seasonYear() + "-08-01\" year=\""
                + match.seasonYear() + "\" tournament_id=\"sr:tournament:990001\"/>"
                + "<tournament id=\"sr:tournament:990001\" name=\"Simulated League\"><sport id=\"sr:sport:1\""
                + " name=\"Soccer\"/><category id=\"sr:category:9901\" name=\"Simulation\"/></tournament><competitors>"
                + competitor(match.home(), "home") + competitor(match.away(), "away") + "</competitors></" + name + ">";
    }

    private static String competitor(Club club, String side) {
        int number = Math.floorMod(club.name().hashCode(), 900_000) + 100_000;
        return "<competitor id=\"sr:competitor:" + number + "\" name=\"" + club.name() + "\" abbreviation=\""
                + club.shortName() + "\" qualifier=\"" + side + "\"/>";
    }

    /** The {@code sport_event_status} element of an odds message. */
    String status(Match match, Instant now) {
        MatchView view = league.viewAt(match, now);
        Phase phase = view.phase();
        if (phase == Phase.SCHEDULED) {
            return "<sport_event_status status=\"0\" reporting=\"0\" match_status=\"0\"/>";
        }
        boolean over = phase == Phase.FULL_TIME;
        String code = switch (phase) {
            case FIRST_HALF -> "6";
            case HALF_TIME -> "31";
            case SECOND_HALF -> "7";
            default -> "100";
        };
        String clock = over ? "" : "<clock match_time=\"%d:00\"/>".formatted(view.clock() / 60);
        return "<sport_event_status status=\"" + (over ? 3 : 1) + "\" reporting=\"1\" match_status=\"" + code
                + "\" home_score=\"" + view.goals(true) + "\" away_score=\"" + view.goals(false) + "\">" + clock
                + "<statistics><yellow_cards home=\"" + view.count(true, MatchEvent.Kind.YELLOW_CARD) + "\" away=\""
                + view.count(false, MatchEvent.Kind.YELLOW_CARD) + "\"/><red_cards home=\""
                + view.count(true, MatchEvent.Kind.RED_CARD) + "\" away=\""
                + view.count(false, MatchEvent.Kind.RED_CARD) + "\"/></statistics></sport_event_status>";
    }

    /** The {@code outcomes} element once the match is over. */
    String settled(Match match, Instant now, double totalLine) {
        MatchView view = league.viewAt(match, now);
        int home = view.goals(true);
        int away = view.goals(false);
        return "<outcomes><market id=\"1\">" + outcome("1", home > away) + outcome("2", home == away)
                + outcome("3", home < away) + "</market><market id=\"18\" specifiers=\"total=" + totalLine + "\">"
                + outcome("12", home + away > totalLine) + outcome("13", home + away < totalLine) + "</market>"
                + "<market id=\"29\">" + outcome("74", home > 0 && away > 0) + outcome("76", home == 0 || away == 0)
                + "</market></outcomes>";
    }

    private static String outcome(String id, boolean won) {
        return "<outcome id=\"" + id + "\" result=\"" + (won ? 1 : 0) + "\"/>";
    }
}
