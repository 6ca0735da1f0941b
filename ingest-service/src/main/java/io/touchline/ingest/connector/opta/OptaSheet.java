package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands on the match sheet of F7 and F9: goals, cards, substitutions, penalties and the video referee's decisions. */
final class OptaSheet {

    private final OptaMemory memory;
    private int home;
    private int away;
    private int homeRegular;
    private int awayRegular;

    /** An incident with its place in the match. */
    private record Placed(int period, int minute, MatchEvent event) {}

    OptaSheet(OptaMemory memory) {
        this.memory = memory;
    }

    /** Everything of both sides, in order. */
    List<MatchEvent> incidents(OptaNode homeTeam, OptaNode awayTeam, OptaNode match) {
        List<Placed> placed = new ArrayList<>();
        side(homeTeam, "HOME", placed);
        side(awayTeam, "AWAY", placed);
        for (OptaNode data : match.all("VARData")) {
            for (OptaNode decision : data.children()) {
                if (decision.name().startsWith("VAR")) {
                    placed.add(placed(decision, "VAR", null, null, decision.value("Decision", "Reason")));
                }
            }
        }
        placed.sort(Comparator.comparingInt(Placed::period).thenComparingInt(Placed::minute));
        return placed.stream().map(Placed::event).toList();
    }

    private void side(OptaNode team, String side, List<Placed> placed) {
        Set<String> squad = squad(team);
        for (OptaNode goal : team.all("Goal")) {
            goal(goal, side, squad, placed);
        }
        for (OptaNode card : team.all("Booking")) {
            placed.add(card(card, side));
        }
        for (OptaNode change : team.all("Substitution")) {
            String off = name(change.value("SubOff"));
            placed.add(placed(change, "SUBSTITUTION", side, change.value("SubOn"), off == null ? null : "for " + off));
        }
        for (OptaNode missed : team.all("MissedPenalty")) {
            boolean shootOut = period(missed) == 5;
            placed.add(placed(
                    missed,
                    shootOut ? Incidents.SHOOT_OUT_KICK : "PENALTY",
                    side,
                    missed.value("PlayerRef"),
                    shootOut ? "missed" : "Missed"));
        }
        List<OptaNode> kicks = new ArrayList<>(team.all("PenaltyShot"));
        kicks.addAll(team.at("ShootOut").all("PenaltyShot"));
        for (OptaNode kick : kicks) {
            boolean scored = "scored".equalsIgnoreCase(kick.value("Outcome"));
            placed.add(placed(
                    kick, Incidents.SHOOT_OUT_KICK, side, kick.value("PlayerRef"), scored ? "scored" : "missed"));
        }
    }

    /** An own goal is listed under the side that gets it; where the scorer is in that side's own squad it is the other way round. */
    private void goal(OptaNode goal, String listed, Set<String> squad, List<Placed> placed) {
        String kind = goal.value("Type") == null
                ? ""
                : String.valueOf(goal.value("Type")).toLowerCase(Locale.ROOT);
        boolean own = kind.startsWith("own");
        String player = goal.value("PlayerRef");
        if (period(goal) == 5) {
            placed.add(placed(goal, Incidents.SHOOT_OUT_KICK, listed, player, "scored"));
            return;
        }
        boolean ofThisSquad = player != null && squad.contains(OptaMemory.id(player));
        String side = own && ofThisSquad ? Incidents.other(listed) : listed;
        boolean regular = period(goal) <= 2;
        home += side.equals("HOME") ? 1 : 0;
        away += side.equals("AWAY") ? 1 : 0;
        homeRegular += side.equals("HOME") && regular ? 1 : 0;
        awayRegular += side.equals("AWAY") && regular ? 1 : 0;
        placed.add(
                placed(goal, "GOAL", side, player, own ? "Own Goal" : kind.startsWith("penalty") ? "Penalty" : null));
    }

    private Placed card(OptaNode card, String side) {
        String kind = String.valueOf(card.value("CardType", "Card")).toLowerCase(Locale.ROOT);
        boolean second = kind.contains("second");
        boolean red = second || kind.contains("red") || "red".equalsIgnoreCase(card.value("Card"));
        boolean official = card.value("PlayerRef") == null;
        String type = red ? official ? Incidents.OFFICIAL_RED_CARD : "RED_CARD" : "YELLOW_CARD";
        return placed(
                card,
                type,
                side,
                card.value("PlayerRef"),
                second ? "Second Yellow" : official ? "Team official" : null);
    }

    private Placed placed(
            OptaNode node, String type, @Nullable String side, @Nullable String player, @Nullable String detail) {
        Integer minute = minuteOf(node);
        return new Placed(
                period(node),
                minute == null ? Integer.MAX_VALUE : minute,
                Incidents.of(type, side, minute, name(player), detail));
    }

    private @Nullable String name(@Nullable String player) {
        return player == null ? null : memory.findPlayer(OptaMemory.id(player));
    }

    private static Set<String> squad(OptaNode team) {
        Set<String> squad = new HashSet<>();
        for (OptaNode player : team.at("PlayerLineUp").all("MatchPlayer")) {
            String id = player.value("PlayerRef");
            if (id != null) {
                squad.add(OptaMemory.id(id));
            }
        }
        return squad;
    }

    /** {@code Min} counts full minutes, {@code Time} the running one. */
    private static @Nullable Integer minuteOf(OptaNode node) {
        try {
            Integer full = Words.whole("Min", node.value("Min"), 0, 200);
            if (full != null) {
                return full;
            }
            Integer running = Words.whole("Time", node.value("Time"), 0, 200);
            return running == null ? null : Math.max(0, running - 1);
        } catch (Unusable e) {
            return null;
        }
    }

    private static int period(OptaNode node) {
        String period = node.value("Period");
        return switch (period == null ? "" : period.toLowerCase(Locale.ROOT)) {
            case "", "1", "firsthalf" -> 1;
            case "2", "secondhalf" -> 2;
            case "3", "extrafirsthalf" -> 3;
            case "4", "extrasecondhalf" -> 4;
            case "5", "shootout" -> 5;
            default -> 2;
        };
    }

    /** Whether the goals listed are those of the board. */
    boolean adds(@Nullable Goals goals) {
        return goals != null && goals.home() == home && goals.away() == away;
    }

    /** Goals of the first 90 minutes, by the list. */
    Goals regular() {
        return new Goals(homeRegular, awayRegular);
    }

    /** Minutes played so far. */
    @Nullable Integer minute(OptaNode match) {
        for (OptaNode stat : match.all("Stat")) {
            if ("match_time".equals(stat.value("Type"))) {
                String text = stat.text();
                return text != null && text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : null;
            }
        }
        return null;
    }

    /** {@code Stat} elements of a side; cards too where the sheet is whole. */
    static TeamStatistics statistics(OptaNode team, boolean told) {
        TeamStatistics.Builder statistics = TeamStatistics.newBuilder();
        statistics.setHalfTimeGoals(count(team.value("HalfScore")));
        if (told) {
            statistics.setYellowCards(0);
            statistics.setRedCards(0);
        }
        for (OptaNode stat : team.all("Stat")) {
            put(statistics, stat.value("Type"), stat.text());
        }
        for (OptaNode stat : team.all("stat")) {
            put(statistics, stat.value("type"), stat.value("value") == null ? stat.text() : stat.value("value"));
        }
        return statistics.build();
    }

    private static void put(TeamStatistics.Builder statistics, @Nullable String type, @Nullable String value) {
        switch (type == null ? "" : type) {
            case "total_scoring_att", "totalScoringAtt" -> statistics.setShots(count(value));
            case "ontarget_scoring_att", "ontargetScoringAtt" -> statistics.setShotsOnTarget(count(value));
            case "corner_taken", "cornerTaken" -> statistics.setCorners(count(value));
            case "fk_foul_lost", "fkFoulLost" -> statistics.setFouls(count(value));
            case "total_yel_card", "totalYelCard" -> statistics.setYellowCards(count(value));
            case "total_red_card", "totalRedCard" -> statistics.setRedCards(count(value));
            case "expected_goals", "expectedGoals" -> statistics.setXg(number(value));
            case "possession_percentage", "possessionPercentage" -> {
                Double percent = number(value);
                statistics.setPossession(percent == null || percent > 100 ? null : percent / 100);
            }
            default -> {}
        }
    }

    private static @Nullable Integer count(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Double number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}(\\.[0-9]+)?") ? Double.valueOf(text) : null;
    }
}
