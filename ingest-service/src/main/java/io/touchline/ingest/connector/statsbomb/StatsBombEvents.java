package io.touchline.ingest.connector.statsbomb;

import io.touchline.ingest.connector.xg.CheckedShot;
import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.MatchEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All events of one match. */
final class StatsBombEvents {

    private static final double LENGTH = 120;
    private static final double WIDTH = 80;
    private static final int SHOOT_OUT = 5;
    private static final Map<String, String> OUTCOMES = Map.of(
            "goal", "GOAL",
            "saved", "SAVED",
            "saved off target", "SAVED",
            "saved off t", "SAVED",
            "saved to post", "SAVED",
            "blocked", "BLOCKED",
            "off t", "MISSED",
            "wayward", "MISSED",
            "post", "POST");

    private final Map<String, FixtureRef> fixtures;
    private final Payload payload;
    private final EventSink sink;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Placed> gifts = new ArrayList<>();
    private int latestPeriod;
    private int endedPeriod;
    private int latestMinute;

    /** An incident with its place in the match. */
    private record Placed(int period, int minute, int second, MatchEvent event) {}

    StatsBombEvents(Map<String, FixtureRef> fixtures, Payload payload, EventSink sink) {
        this.fixtures = fixtures;
        this.payload = payload;
        this.sink = sink;
    }

    void read(JsonNode events) throws PayloadChanged {
        FixtureRef ref = StatsBombFixture.of(events, fixtures, payload, sink);
        int place = 0;
        for (JsonNode event : events) {
            place++;
            try {
                read(event, ref);
            } catch (Unusable e) {
                String id = Words.find(event, "id");
                sink.rejected(
                        e.reason(),
                        e.detail(),
                        "event " + (id == null ? "number " + place : id),
                        event.toString().getBytes(StandardCharsets.UTF_8),
                        ref);
            }
        }
        pairOwnGoals();
        placed.sort(Comparator.comparingInt(Placed::period)
                .thenComparingInt(Placed::minute)
                .thenComparingInt(Placed::second));
        sink.event(match(ref));
    }

    private void read(JsonNode event, FixtureRef ref) throws Unusable {
        String type = Words.find(event.path("type"), "name");
        if (type == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without type");
        }
        Integer period = Words.whole("period", Words.find(event, "period"), 1, SHOOT_OUT);
        if (period != null) {
            latestPeriod = Math.max(latestPeriod, period);
            endedPeriod = type.equals("Half End") ? Math.max(endedPeriod, period) : endedPeriod;
        }
        switch (type) {
            case "Shot" -> shot(event, ref, period);
            case "Own Goal Against" -> ownGoal(event, ref, true);
            case "Own Goal For" -> ownGoal(event, ref, false);
            case "Foul Committed" -> card(event, ref, event.path("foul_committed"));
            case "Bad Behaviour" -> card(event, ref, event.path("bad_behaviour"));
            case "Substitution" ->
                add(
                        event,
                        "SUBSTITUTION",
                        side(event, ref),
                        Words.find(event.path("substitution").path("replacement"), "name"),
                        Words.find(event.path("player"), "name") == null
                                ? null
                                : "for " + Words.find(event.path("player"), "name"));
            default -> {}
        }
    }

    private void shot(JsonNode event, FixtureRef ref, @Nullable Integer period) throws Unusable {
        JsonNode shot = event.path("shot");
        String outcome = Words.find(shot.path("outcome"), "name");
        String result = outcome == null ? null : OUTCOMES.get(outcome.toLowerCase(Locale.ROOT));
        if (result == null) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "an outcome that is none: " + outcome);
        }
        String side = side(event, ref);
        String player = Words.find(event.path("player"), "name");
        boolean penalty = "Penalty".equals(Words.find(shot.path("type"), "name"));
        boolean goal = result.equals("GOAL");
        if (period != null && period == SHOOT_OUT) {
            add(event, Incidents.SHOOT_OUT_KICK, side, player, goal ? "scored" : "missed");
            return;
        }
        boolean header = "Head".equals(Words.find(shot.path("body_part"), "name"));
        if (goal) {
            add(event, "GOAL", side, player, penalty ? "Penalty" : header ? "Header" : null);
        } else if (penalty) {
            add(event, "PENALTY", side, player, "Missed");
        }
        CheckedShot checked = new CheckedShot(
                Words.get(event, "id"),
                side,
                player,
                Words.minute(Words.find(event, "minute")),
                place(event, 0, LENGTH),
                place(event, 1, WIDTH),
                Words.number("xG", Words.find(shot, "statsbomb_xg")),
                situation(event, shot),
                result);
        sink.event(
                new ShotSeen(ref, payload.observedAt(), checked.shot(StatsBombAdapter.SOURCE, payload.observedAt())));
    }

    private static @Nullable String situation(JsonNode event, JsonNode shot) {
        String pattern = Words.find(event.path("play_pattern"), "name");
        String type = Words.find(shot.path("type"), "name");
        return switch (type == null ? "" : type) {
            case "Penalty" -> "PENALTY";
            case "Free Kick" -> "FREE_KICK";
            case "Corner" -> "CORNER";
            case "" -> null;
            default ->
                "From Corner".equals(pattern) ? "CORNER" : "From Free Kick".equals(pattern) ? "SET_PIECE" : "OPEN_PLAY";
        };
    }

    private static @Nullable Double place(JsonNode event, int axis, double whole) throws Unusable {
        JsonNode value = event.path("location").path(axis);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a location that is none: " + event.path("location"));
        }
        return value.asDouble() / whole;
    }

    private void card(JsonNode event, FixtureRef ref, JsonNode of) throws Unusable {
        String card = Words.find(of.path("card"), "name");
        if (card == null) {
            return;
        }
        String player = Words.find(event.path("player"), "name");
        switch (card) {
            case "Yellow Card" -> add(event, "YELLOW_CARD", side(event, ref), player, null);
            case "Second Yellow" -> add(event, "RED_CARD", side(event, ref), player, "Second Yellow");
            case "Red Card" -> add(event, "RED_CARD", side(event, ref), player, null);
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a card that is none: " + card);
        }
    }

    /** An own goal is two events, of the side that concedes and of the side that gets it; older files have one of them. */
    private void ownGoal(JsonNode event, FixtureRef ref, boolean against) throws Unusable {
        String side = side(event, ref);
        if (against) {
            add(event, "GOAL", Incidents.other(side), Words.find(event.path("player"), "name"), "Own Goal");
        } else {
            gifts.add(placed(event, "GOAL", side, null, "Own Goal"));
        }
    }

    private void pairOwnGoals() {
        for (String side : List.of("HOME", "AWAY")) {
            List<Placed> given = gifts.stream()
                    .filter(each -> side.equals(each.event().getSide()))
                    .toList();
            long conceded = placed.stream()
                    .filter(each -> side.equals(each.event().getSide())
                            && "Own Goal".equals(each.event().getDetail()))
                    .count();
            for (int i = (int) conceded; i < given.size(); i++) {
                placed.add(given.get(i));
            }
        }
    }

    private void add(JsonNode event, String type, String side, @Nullable String player, @Nullable String detail)
            throws Unusable {
        placed.add(placed(event, type, side, player, detail));
    }

    private Placed placed(JsonNode event, String type, String side, @Nullable String player, @Nullable String detail)
            throws Unusable {
        int minute = Words.minute(Words.find(event, "minute"));
        Integer period = Words.whole("period", Words.find(event, "period"), 1, SHOOT_OUT);
        Integer second = Words.whole("second", Words.find(event, "second"), 0, 60);
        latestMinute = Math.max(latestMinute, minute);
        return new Placed(
                period == null ? 1 : period,
                minute,
                second == null ? 0 : second,
                Incidents.of(type, side, minute, player, detail));
    }

    private static String side(JsonNode event, FixtureRef ref) throws Unusable {
        String id = Words.find(event.path("team"), "id");
        String name = Words.find(event.path("team"), "name");
        for (boolean home : new boolean[] {true, false}) {
            TeamRef team = home ? ref.home() : ref.away();
            if (team != null && (id == null ? team.name().equals(name) : id.equals(team.vendorId()))) {
                return home ? "HOME" : "AWAY";
            }
        }
        throw new Unusable(RejectReason.MISSING_TEAM, "an event of a team that does not play: " + name);
    }

    private MatchSeen match(FixtureRef ref) {
        boolean over = endedPeriod >= 2;
        List<MatchEvent> incidents = placed.stream().map(Placed::event).toList();
        return new MatchSeen(
                ref,
                payload.observedAt(),
                over ? "FINISHED" : "IN_PLAY",
                over ? "FULL_TIME" : latestPeriod > 1 ? "SECOND_HALF" : "FIRST_HALF",
                over ? null : latestMinute,
                goals(SHOOT_OUT),
                incidents,
                true,
                Incidents.untold(),
                Incidents.untold(),
                over ? goals(2) : null,
                Facts.NONE,
                null);
    }

    private Goals goals(int lastPeriod) {
        List<MatchEvent> counted = placed.stream()
                .filter(each -> each.period() <= lastPeriod)
                .map(Placed::event)
                .toList();
        return new Goals(Incidents.count(counted, "GOAL", "HOME"), Incidents.count(counted, "GOAL", "AWAY"));
    }
}
