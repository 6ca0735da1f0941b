package io.touchline.ingest.normalise;

import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchState;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is new in one answer beside the one before, told one by one, each with the board as it stands after it. */
final class MatchNews {

    private static final List<String> SIDES = List.of("HOME", "AWAY");
    private static final List<String> CARDS = List.of("YELLOW_CARD", "RED_CARD");

    /** Elsewhere points come by the dozen, and the board alone tells them. */
    private static final Set<String> SPORTS_OF_GOALS = Set.of("soccer", "hockey");

    private static final TeamStatistics NOTHING = new TeamStatistics();

    private final @Nullable ObservedMatch before;
    private final ObservedMatch now;
    private final Instant emittedAt;
    private final boolean countsGoals;
    private final Map<String, Integer> board = new HashMap<>();
    private final List<MatchState> states = new ArrayList<>();

    MatchNews(@Nullable ObservedMatch before, ObservedMatch now, Instant emittedAt) {
        this.before = before;
        this.now = now;
        this.emittedAt = emittedAt;
        this.countsGoals = SPORTS_OF_GOALS.contains(now.fixture().getSport());
        for (String side : SIDES) {
            board.put("GOAL" + side, before == null ? 0 : before.goals(side));
            for (String card : CARDS) {
                board.put(card + side, before == null ? 0 : before.count(card, side));
            }
        }
    }

    /** Empty where nothing changed. */
    List<MatchState> states() {
        if (now.period() != null && (before == null || before.period() == null)) {
            emit(event("KICKOFF", null, 0));
        }
        if (entered("SECOND_HALF")) {
            emit(event("SECOND_HALF", null, 45));
        }
        incidents().forEach(this::emit);
        if (entered("HALF_TIME")) {
            emit(event("HALF_TIME", null, now.minute()));
        }
        if (entered("FULL_TIME")) {
            emit(event("FULL_TIME", null, now.minute()));
        }
        if (states.isEmpty() && before != null && !sameBoard(before, now)) {
            emit(null);
        }
        return states;
    }

    private boolean entered(String period) {
        return period.equals(now.period()) && (before == null || !period.equals(before.period()));
    }

    /** In the order of the match. */
    private List<MatchEvent> incidents() {
        List<MatchEvent> found = new ArrayList<>();
        for (String side : SIDES) {
            if (countsGoals) {
                goals(side, found);
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        for (MatchEvent incident : now.incidents()) {
            String kind = incident.getType() + ' ' + incident.getSide();
            if (!incident.getType().equals("GOAL")
                    && seen.merge(kind, 1, Integer::sum)
                            > (before == null ? 0 : before.count(incident.getType(), incident.getSide()))) {
                found.add(incident);
            }
        }
        found.sort(Comparator.comparing(event -> event.getMinute() == null ? Integer.MAX_VALUE : event.getMinute()));
        return found;
    }

    /** The score decides; the vendor's list of goals, which may lag, gives player and minute. */
    private void goals(String side, List<MatchEvent> found) {
        int had = before == null ? 0 : before.goals(side);
        int has = now.goals(side);
        List<MatchEvent> listed = now.of("GOAL", side);
        for (int goal = had; goal < has; goal++) {
            found.add(goal < listed.size() ? listed.get(goal) : event("GOAL", side, now.minute()));
        }
        for (int goal = has; goal < had; goal++) {
            found.add(event("GOAL_CANCELLED", side, now.minute()));
        }
    }

    private void emit(@Nullable MatchEvent event) {
        if (event != null && event.getSide() != null) {
            boolean cancelled = event.getType().equals("GOAL_CANCELLED");
            board.merge((cancelled ? "GOAL" : event.getType()) + event.getSide(), cancelled ? -1 : 1, Integer::sum);
        }
        boolean last = event == null || event.getType().equals("FULL_TIME");
        states.add(MatchState.newBuilder()
                .setFixtureId(now.fixture().getFixtureId())
                .setStatus(last ? now.fixture().getStatus() : "IN_PLAY")
                .setPeriod(now.period())
                .setMinute(now.minute())
                .setHomeGoals(last || !countsGoals ? now.homeGoals() : count("GOAL", "HOME"))
                .setAwayGoals(last || !countsGoals ? now.awayGoals() : count("GOAL", "AWAY"))
                .setHomeRed(cards("RED_CARD", "HOME", last))
                .setAwayRed(cards("RED_CARD", "AWAY", last))
                .setHomeYellow(cards("YELLOW_CARD", "HOME", last))
                .setAwayYellow(cards("YELLOW_CARD", "AWAY", last))
                .setEvent(event)
                .setHomeStatistics(told(now.home()))
                .setAwayStatistics(told(now.away()))
                .setSource(now.fixture().getSource())
                .setObservedAt(now.fixture().getObservedAt())
                .setReceivedAt(now.fixture().getReceivedAt())
                .setEmittedAt(emittedAt)
                .build());
    }

    private static @Nullable TeamStatistics told(TeamStatistics statistics) {
        return statistics.equals(NOTHING) ? null : statistics;
    }

    private int cards(String card, String side, boolean last) {
        return last ? now.count(card, side) : count(card, side);
    }

    private int count(String what, String side) {
        return board.getOrDefault(what + side, 0);
    }

    private static boolean sameBoard(ObservedMatch one, ObservedMatch other) {
        return one.fixture().getStatus().equals(other.fixture().getStatus())
                && Objects.equals(one.period(), other.period())
                && Objects.equals(one.minute(), other.minute())
                && one.homeGoals() == other.homeGoals()
                && one.awayGoals() == other.awayGoals()
                && one.incidents().size() == other.incidents().size();
    }

    private static MatchEvent event(String type, @Nullable String side, @Nullable Integer minute) {
        return MatchEvent.newBuilder()
                .setType(type)
                .setSide(side)
                .setMinute(minute)
                .build();
    }
}
