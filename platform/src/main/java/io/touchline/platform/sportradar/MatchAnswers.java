package io.touchline.platform.sportradar;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.Shot;
import io.touchline.schema.TeamStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The matches in an answer, wherever they stand in it: a summary, a timeline, results, a schedule. A match that is only listed is told when it is heard of for the first time, and where its listing
 * says how it stands without a score (to come, postponed, cancelled); how one runs or ended is told by the answers that have its score.
 */
final class MatchAnswers {

    private static final int DEEPEST = 6;
    private static final int LONGEST = 400;

    private final SportEvents events;
    private final KnownTimelines timelines = new KnownTimelines();

    MatchAnswers(SportEvents events) {
        this.events = events;
    }

    /** Tells every match below a node. */
    void read(JsonNode node, Instant observedAt, EventSink sink) {
        walk(node, observedAt, sink, 0);
    }

    private void walk(JsonNode node, Instant observedAt, EventSink sink, int depth) {
        if (depth > DEEPEST || !node.isContainer()) {
            return;
        }
        if (node.isArray()) {
            for (JsonNode each : node) {
                walk(each, observedAt, sink, depth + 1);
            }
            return;
        }
        if (node.path("sport_event_timeline_deltas").isArray()) {
            for (JsonNode each : node.path("sport_event_timeline_deltas")) {
                changed(Tree.child(each, "sport_event_timeline"), observedAt, sink);
            }
            return;
        }
        boolean whole = node.has("sport_event_status") || node.has("timeline");
        if (node.has("sport_event") && whole) {
            match(Tree.child(node, "sport_event"), node, observedAt, sink);
            return;
        }
        for (String list : List.of("sport_event", "fixture", "sport_events")) {
            JsonNode listed = node.path(list);
            if (listed.isObject()) {
                list(listed, observedAt, sink);
            }
            for (JsonNode each : listed.isArray() ? listed.values() : List.<JsonNode>of()) {
                if (each.has("sport_event")) {
                    walk(each, observedAt, sink, depth + 1);
                } else {
                    list(each, observedAt, sink);
                }
            }
        }
        if (!node.has("sport_event")
                && !node.has("fixture")
                && !node.path("sport_events").isArray()) {
            node.forEach(each -> walk(each, observedAt, sink, depth + 1));
        }
    }

    private void list(JsonNode event, Instant observedAt, EventSink sink) {
        if (!event.has("id") && event.has("sport_event")) {
            return;
        }
        try {
            boolean unheard = !events.isNamed(Tree.word(event, "id"));
            FixtureRef ref = events.read(event);
            String said = Tree.word(event, "status");
            String status = said.isEmpty() ? "SCHEDULED" : MatchWords.status(said);
            boolean stands = !said.isEmpty() && !status.equals("FINISHED") && !status.equals("IN_PLAY");
            if (unheard || stands) {
                sink.event(new MatchSeen(
                        ref,
                        observedAt,
                        status,
                        null,
                        null,
                        null,
                        List.of(),
                        false,
                        new TeamStatistics(),
                        new TeamStatistics(),
                        null,
                        SportEvents.facts(event, Tree.child(event, "sport_event_conditions")),
                        null));
            }
        } catch (Unusable e) {
            reject(e, event, event, null, sink);
        }
    }

    private void match(JsonNode event, JsonNode answer, Instant observedAt, EventSink sink) {
        try {
            FixtureRef ref = events.read(event);
            JsonNode conditions = answer.has("sport_event_conditions")
                    ? Tree.child(answer, "sport_event_conditions")
                    : Tree.child(event, "sport_event_conditions");
            boolean told = answer.has("timeline");
            List<JsonNode> entries = Tree.items(answer, "timeline", "event");
            if (told) {
                timelines.whole(ref.vendorId(), entries);
            }
            tell(ref, answer, entries, told, SportEvents.facts(event, conditions), observedAt, sink);
        } catch (Unusable e) {
            reject(e, event, answer, null, sink);
        }
    }

    /** What changed in a match within the last seconds: its status, and entries of its timeline. */
    private void changed(JsonNode answer, Instant observedAt, EventSink sink) {
        try {
            FixtureRef ref = events.find(JsonFields.neededText(answer, "id"), "soccer");
            List<JsonNode> changes = Tree.items(answer, "timeline", "event");
            List<JsonNode> whole = timelines.with(ref.vendorId(), changes);
            tell(ref, answer, whole == null ? changes : whole, whole != null, Facts.NONE, observedAt, sink);
        } catch (Unusable e) {
            reject(e, answer, answer, null, sink);
        }
    }

    private static void tell(
            FixtureRef ref,
            JsonNode answer,
            List<JsonNode> entries,
            boolean told,
            Facts facts,
            Instant observedAt,
            EventSink sink)
            throws Unusable {
        Timeline timeline = Timeline.of(entries, (wrong, entry) -> rejectEntry(wrong, entry, ref, sink));
        sink.event(seen(
                ref,
                Tree.child(answer, "sport_event_status"),
                answer,
                observedAt,
                told ? timeline.incidents() : List.of(),
                told,
                facts));
        for (Shot shot : timeline.shots()) {
            sink.event(new ShotSeen(ref, observedAt, shot));
        }
    }

    private static void rejectEntry(Unusable why, JsonNode entry, FixtureRef ref, EventSink sink) {
        String id = Tree.word(entry, "id");
        sink.rejected(
                why.reason(),
                why.detail(),
                ref.vendorId() + (id.isEmpty() ? "" : " entry " + id),
                entry.toString().getBytes(StandardCharsets.UTF_8),
                ref);
    }

    /** A match by its status alone, as the feed's messages tell it. */
    static MatchSeen seen(FixtureRef ref, JsonNode status, Instant observedAt) throws Unusable {
        return seen(ref, status, status, observedAt, List.of(), false, Facts.NONE);
    }

    private static MatchSeen seen(
            FixtureRef ref,
            JsonNode status,
            JsonNode answer,
            Instant observedAt,
            List<MatchEvent> incidents,
            boolean incidentsTold,
            Facts facts)
            throws Unusable {
        String code = Tree.word(status, "status_code");
        String ours = MatchWords.status(code.isEmpty() ? JsonFields.neededText(status, "status") : code);
        String matchStatus = Tree.word(status, "match_status_code");
        if (matchStatus.isEmpty()) {
            matchStatus = Tree.word(status, "match_status");
        }
        MatchScores scores = MatchScores.read(status);
        boolean begun = ours.equals("IN_PLAY") || ours.equals("FINISHED") || ours.equals("ABANDONED");
        boolean over = ours.equals("FINISHED");
        Goals regular = null;
        if (over) {
            boolean football = ref.sport().equals("soccer");
            regular = football && scores.regular() != null
                    ? scores.regular()
                    : !football || MatchWords.endedInTime(matchStatus) ? scores.board() : null;
        }
        return new MatchSeen(
                ref,
                observedAt,
                ours,
                over ? "FULL_TIME" : begun ? MatchWords.period(matchStatus) : null,
                ours.equals("IN_PLAY") ? minute(status) : null,
                begun ? scores.board() : null,
                incidents,
                incidentsTold,
                MatchStatistics.of("home", answer, status, scores),
                MatchStatistics.of("away", answer, status, scores),
                regular,
                facts,
                null);
    }

    /** Of {@code match_time="70:10"}, or {@code played} in version 4, stoppage time added. */
    private static @Nullable Integer minute(JsonNode status) throws Unusable {
        JsonNode clock = Tree.child(status, "clock");
        String time = Tree.word(clock, "match_time");
        Integer minute = minutes(time.isEmpty() ? Tree.word(clock, "played") : time);
        String stoppage = Tree.word(clock, "stoppage_time_played");
        Integer added = minutes(stoppage.isEmpty() ? Tree.word(clock, "stoppage_time") : stoppage);
        return minute == null || added == null ? minute : Integer.valueOf(minute + added);
    }

    private static @Nullable Integer minutes(String clock) throws Unusable {
        if (clock.isEmpty()) {
            return null;
        }
        if (!clock.matches("\\d{1,3}(:\\d{2})?") || Integer.parseInt(clock.replaceAll(":.*", "")) > LONGEST) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "clock " + clock);
        }
        return Integer.valueOf(clock.replaceAll(":.*", ""));
    }

    private static void reject(Unusable why, JsonNode event, JsonNode part, @Nullable FixtureRef ref, EventSink sink) {
        String id = Tree.word(event, "id");
        String entry = part == event ? "" : Tree.word(part, "id");
        sink.rejected(
                why.reason(),
                why.detail(),
                (id.isEmpty() ? "a match" : id) + (entry.isEmpty() || entry.equals(id) ? "" : " entry " + entry),
                part.toString().getBytes(StandardCharsets.UTF_8),
                ref);
    }
}
