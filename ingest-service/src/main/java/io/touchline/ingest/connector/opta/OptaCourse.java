package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.CheckedShot;
import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.schema.MatchEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The course of one match from its events: newest version of each, deleted ones left out, in the order of play. */
final class OptaCourse {

    private static final int AFTER_THE_MATCH = 14;
    private static final List<String> PERIODS =
            List.of("FIRST_HALF", "SECOND_HALF", "EXTRA_TIME", "EXTRA_TIME", "PENALTIES");

    private final OptaMemory memory;
    private final EventSink sink;
    private final List<OptaEvent> events;

    private OptaCourse(OptaMemory memory, EventSink sink, List<OptaEvent> events) {
        this.memory = memory;
        this.sink = sink;
        this.events = events;
    }

    /** Of a list; an event that cannot be read is rejected. */
    static OptaCourse of(Collection<OptaNode> nodes, OptaMemory memory, EventSink sink) {
        Map<String, OptaEvent> newest = new LinkedHashMap<>();
        int place = 0;
        for (OptaNode node : nodes) {
            place++;
            try {
                OptaEvent event = OptaEvent.of(node);
                newest.merge(event.id(), event, (old, next) -> next.isNewerThan(old) ? next : old);
            } catch (Unusable e) {
                String id = node.value("id");
                sink.rejected(e.reason(), e.detail(), "event " + (id == null ? "number " + place : id), null, null);
            }
        }
        List<OptaEvent> events = new ArrayList<>(newest.values());
        events.removeIf(event -> event.typeId() == OptaEvent.DELETED);
        events.sort(Comparator.comparingInt(OptaCourse::order)
                .thenComparingInt(OptaEvent::minute)
                .thenComparingInt(OptaEvent::second)
                .thenComparing(event -> event.at() == null ? Instant.EPOCH : event.at()));
        return new OptaCourse(memory, sink, events);
    }

    /** Shots told, goals, cards and substitutions returned in order. */
    List<MatchEvent> tell(FixtureRef ref, String homeId, String awayId, Instant observedAt) {
        List<MatchEvent> incidents = new ArrayList<>();
        for (OptaEvent event : events) {
            if (!event.isShot() && event.typeId() != 17 && event.typeId() != 19) {
                continue;
            }
            String side = homeId.equals(event.teamId()) ? "HOME" : awayId.equals(event.teamId()) ? "AWAY" : null;
            if (side == null) {
                sink.rejected(
                        RejectReason.MISSING_TEAM,
                        "an event of team " + event.teamId() + ", which does not play",
                        "event " + event.id(),
                        null,
                        ref);
            } else if (event.isShot()) {
                shot(event, side, ref, observedAt, incidents);
            } else if (event.typeId() == 17) {
                card(event, side, incidents);
            } else {
                incidents.add(Incidents.of("SUBSTITUTION", side, event.minute(), player(event), null));
            }
        }
        return incidents;
    }

    private void shot(OptaEvent event, String side, FixtureRef ref, Instant observedAt, List<MatchEvent> incidents) {
        boolean goal = event.isGoal();
        boolean own = goal && event.has(28);
        String result = result(event);
        if (event.isInShootOut()) {
            incidents.add(Incidents.of(
                    Incidents.SHOOT_OUT_KICK, side, event.minute(), player(event), goal ? "scored" : "missed"));
            return;
        }
        if (goal) {
            incidents.add(Incidents.of(
                    "GOAL",
                    own ? Incidents.other(side) : side,
                    event.minute(),
                    player(event),
                    own ? "Own Goal" : event.has(9) ? "Penalty" : event.has(15) ? "Header" : null));
        } else if (event.has(9)) {
            incidents.add(Incidents.of("PENALTY", side, event.minute(), player(event), "Missed"));
        }
        try {
            Instant at = event.at();
            Instant when = at == null || at.isAfter(observedAt) ? observedAt : at;
            CheckedShot shot = new CheckedShot(
                    event.id(),
                    side,
                    player(event),
                    event.minute(),
                    share(event, "x"),
                    share(event, "y"),
                    Words.number("xG", event.value(321)),
                    own ? null : situation(event),
                    result);
            sink.event(new ShotSeen(ref, when, shot.shot(OptaAdapter.SOURCE, when)));
        } catch (Unusable e) {
            sink.rejected(e.reason(), e.detail(), "event " + event.id(), null, ref);
        }
    }

    private static String result(OptaEvent event) {
        return switch (event.typeId()) {
            case 13 -> "MISSED";
            case 14 -> "POST";
            case 15, 39 -> event.has(82) ? "BLOCKED" : "SAVED";
            default -> event.has(28) ? "OWN_GOAL" : "GOAL";
        };
    }

    private static @Nullable String situation(OptaEvent event) {
        return event.has(9)
                ? "PENALTY"
                : event.has(26)
                        ? "FREE_KICK"
                        : event.has(25)
                                ? "CORNER"
                                : event.has(24) || event.has(160)
                                        ? "SET_PIECE"
                                        : event.has(22) || event.has(23) ? "OPEN_PLAY" : null;
    }

    private static @Nullable Double share(OptaEvent event, String axis) throws Unusable {
        Double value = Words.number(axis, event.node().value(axis));
        return value == null ? null : value / 100;
    }

    /** 31 yellow, 32 second yellow, 33 red, 171 taken back. */
    private void card(OptaEvent event, String side, List<MatchEvent> incidents) {
        boolean official = event.playerId() == null;
        String detail = event.has(32) ? "Second Yellow" : official ? "Team official" : null;
        if (event.has(171)) {
            return;
        }
        if (event.has(33) || event.has(32)) {
            incidents.add(Incidents.of(
                    official ? Incidents.OFFICIAL_RED_CARD : "RED_CARD", side, event.minute(), player(event), detail));
        } else if (event.has(31)) {
            incidents.add(Incidents.of("YELLOW_CARD", side, event.minute(), player(event), detail));
        } else {
            sink.rejected(RejectReason.VALUE_OUT_OF_RANGE, "a card without colour", "event " + event.id(), null, null);
        }
    }

    private @Nullable String player(OptaEvent event) {
        String name = event.playerName();
        return name == null ? memory.findPlayer(event.playerId()) : name;
    }

    /** Goals of the incidents in all of the match or, with {@code regular}, in its first 90 minutes. */
    Goals goals(String homeId, String awayId, boolean regular) {
        int home = 0;
        int away = 0;
        for (OptaEvent event : events) {
            if (event.isGoal() && (regular ? event.periodId() <= 2 : !event.isInShootOut())) {
                boolean forHome = homeId.equals(event.teamId()) != event.has(28);
                boolean plays = homeId.equals(event.teamId()) || awayId.equals(event.teamId());
                home += plays && forHome ? 1 : 0;
                away += plays && !forHome ? 1 : 0;
            }
        }
        return new Goals(home, away);
    }

    /** Whether these are all events of a match, and not only its shots. */
    boolean isWhole() {
        return events.stream().anyMatch(event -> event.typeId() == 32 || event.typeId() == 34);
    }

    boolean isOver() {
        return events.stream().anyMatch(event -> event.periodId() == AFTER_THE_MATCH && event.typeId() == 30);
    }

    /** Null before kickoff. */
    @Nullable String period() {
        int started = 0;
        int ended = 0;
        for (OptaEvent event : events) {
            if (event.periodId() >= 1 && event.periodId() <= PERIODS.size()) {
                started = event.typeId() == 32 ? Math.max(started, event.periodId()) : started;
                ended = event.typeId() == 30 ? Math.max(ended, event.periodId()) : ended;
            }
        }
        if (started == 0) {
            return null;
        }
        return started == 1 && ended == 1 ? "HALF_TIME" : PERIODS.get(started - 1);
    }

    /** Of the latest event of play; null before kickoff. */
    @Nullable Integer minute() {
        Integer latest = null;
        for (OptaEvent event : events) {
            if (event.periodId() >= 1
                    && event.periodId() <= PERIODS.size()
                    && (latest == null || event.minute() > latest)) {
                latest = event.minute();
            }
        }
        return latest;
    }

    /** The first team with a line-up, then the other: home and away where the game does not say. */
    List<String> teamsByLineUp() {
        return events.stream()
                .filter(event -> event.typeId() == 34 && event.teamId() != null)
                .sorted(Comparator.comparing(event -> event.at() == null ? Instant.EPOCH : event.at()))
                .map(event -> String.valueOf(event.teamId()))
                .distinct()
                .toList();
    }

    private static int order(OptaEvent event) {
        return event.periodId() == 16 ? 0 : event.periodId();
    }
}
