package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.schema.TeamStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one side did so far: of {@code statistics.teams} (version 3), {@code statistics.totals.competitors} (version 4) or the feed's {@code <statistics>}. */
final class MatchStatistics {

    private static final int MOST = 999;

    private MatchStatistics() {}

    static TeamStatistics of(String side, JsonNode answer, JsonNode status, MatchScores scores) throws Unusable {
        TeamStatistics all = new TeamStatistics();
        JsonNode own = own(side, answer);
        if (own.isObject()) {
            Integer on = count(own, "shots_on_target");
            Integer off = count(own, "shots_off_target");
            Integer blocked = count(own, "shots_blocked");
            Integer total = count(own, "shots_total");
            all.setShotsOnTarget(on);
            all.setShots(
                    total != null
                            ? total
                            : on == null || off == null ? null : Integer.valueOf(on + off + or0(blocked)));
            all.setCorners(count(own, "corner_kicks"));
            all.setFouls(count(own, "fouls"));
            all.setYellowCards(count(own, "yellow_cards"));
            Integer red = count(own, "red_cards");
            Integer second = count(own, "yellow_red_cards");
            all.setRedCards(red == null && second == null ? null : Integer.valueOf(or0(red) + or0(second)));
            Double possession = JsonFields.number(own, "ball_possession");
            all.setPossession(possession == null ? null : Double.valueOf(possession / 100));
        } else {
            JsonNode feed = Tree.child(status, "statistics");
            all.setYellowCards(count(Tree.child(feed, "yellow_cards"), side));
            Integer red = count(Tree.child(feed, "red_cards"), side);
            Integer second = count(Tree.child(feed, "yellow_red_cards"), side);
            all.setRedCards(red == null && second == null ? null : Integer.valueOf(or0(red) + or0(second)));
            all.setCorners(count(Tree.child(feed, "corners"), side));
        }
        Goals half = scores.half();
        all.setHalfTimeGoals(half == null ? null : Integer.valueOf(side.equals("home") ? half.home() : half.away()));
        return all;
    }

    private static JsonNode own(String side, JsonNode answer) {
        JsonNode statistics = Tree.child(answer, "statistics");
        JsonNode totals = Tree.child(statistics, "totals");
        List<JsonNode> teams = totals.isObject()
                ? Tree.items(totals, "competitors", "competitor")
                : Tree.items(statistics, "teams", "team");
        for (JsonNode team : teams) {
            if (Tree.word(team, "qualifier").equals(side)) {
                return Tree.child(team, "statistics");
            }
        }
        return statistics.path("");
    }

    private static @Nullable Integer count(JsonNode node, String name) throws Unusable {
        return JsonFields.whole(node, name, 0, MOST);
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
