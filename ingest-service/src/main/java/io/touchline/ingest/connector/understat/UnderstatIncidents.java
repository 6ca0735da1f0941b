package io.touchline.ingest.connector.understat;

import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Goals, cards and numbers of one match: goals from the shots, cards from the line-ups. */
final class UnderstatIncidents {

    private UnderstatIncidents() {}

    /** What a shot that scored, or missed from the spot, is among the incidents. */
    static void goal(ShotSeen seen, List<MatchEvent> incidents) {
        String result = seen.shot().getResult();
        String side = seen.shot().getSide();
        boolean own = result.equals("OWN_GOAL");
        if (own || result.equals("GOAL")) {
            String detail = own ? "Own Goal" : "PENALTY".equals(seen.shot().getSituation()) ? "Penalty" : null;
            incidents.add(Incidents.of(
                    "GOAL",
                    own ? Incidents.other(side) : side,
                    seen.shot().getMinute(),
                    seen.shot().getPlayer(),
                    detail));
        } else if ("PENALTY".equals(seen.shot().getSituation())) {
            incidents.add(Incidents.of(
                    "PENALTY", side, seen.shot().getMinute(), seen.shot().getPlayer(), "Missed"));
        }
    }

    /** The line-ups count cards without saying when. */
    static List<MatchEvent> cards(@Nullable JsonNode rosters) {
        List<MatchEvent> cards = new ArrayList<>();
        if (rosters == null) {
            return cards;
        }
        for (String list : List.of("h", "a")) {
            String side = list.equals("h") ? "HOME" : "AWAY";
            for (JsonNode player : rosters.path(list)) {
                add(cards, player, "yellow_card", "YELLOW_CARD", side);
                add(cards, player, "red_card", "RED_CARD", side);
            }
        }
        return cards;
    }

    private static void add(List<MatchEvent> cards, JsonNode player, String field, String type, String side) {
        String text = Words.find(player, field);
        int count = text != null && text.matches("[0-9]") ? Integer.parseInt(text) : 0;
        for (int i = 0; i < count; i++) {
            cards.add(Incidents.of(type, side, null, Words.find(player, "player"), null));
        }
    }

    /** What is counted of one side. */
    static TeamStatistics statistics(
            @Nullable JsonNode info,
            String prefix,
            List<MatchEvent> incidents,
            String side,
            @Nullable JsonNode rosters) {
        TeamStatistics.Builder statistics = TeamStatistics.newBuilder();
        if (rosters != null && rosters.isObject()) {
            statistics.setYellowCards(Incidents.count(incidents, "YELLOW_CARD", side));
            statistics.setRedCards(Incidents.count(incidents, "RED_CARD", side));
        }
        if (info != null) {
            try {
                statistics.setXg(Words.number("xG", Words.find(info, prefix + "_xg")));
                statistics.setShots(Words.whole("shots", Words.find(info, prefix + "_shot"), 0, 200));
                statistics.setShotsOnTarget(
                        Words.whole("shots on target", Words.find(info, prefix + "_shotOnTarget"), 0, 200));
            } catch (Unusable e) {
                statistics.setXg(null);
            }
        }
        return statistics.build();
    }
}
