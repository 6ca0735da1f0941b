package io.touchline.ingest.connector.espn;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * ESPN's scoreboards, team schedules and summaries in our words. An event that cannot be used is one rejection, and the others go on. An answer is the
 * full state; there is no running number.
 */
final class EspnAdapter implements Adapter {

    /** Without competitors yet, and without anything to tell. */
    private static final TeamStatistics NONE = TeamStatistics.newBuilder().build();

    /** What scoreboards never list. */
    private static final Set<String> OF_SUMMARIES = Set.of("SUBSTITUTION", "PENALTY", "VAR");

    private static final int REMEMBERED = 2_000;

    private final Map<String, List<MatchEvent>> fromSummaries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<MatchEvent>> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        EspnLeagues leagues = new EspnLeagues(root, payload.location());
        if (root.path("events").isArray()) {
            all(root.path("events"), leagues, payload, sink);
        } else if (root.path("header").isObject()) {
            one(root.path("header"), root, leagues, payload, sink, "header");
        } else if (root.path("team").path("nextEvent").isArray()) {
            all(root.path("team").path("nextEvent"), leagues, payload, sink);
        } else {
            throw unusable(root, payload, sink);
        }
    }

    private static PayloadChanged unusable(JsonNode root, Payload payload, EventSink sink) {
        JsonNode error = root.path("error").isObject() ? root.path("error") : root;
        RejectReason reason = RejectReason.UNREADABLE_PAYLOAD;
        String detail = "no list of events";
        if (error.path("message").isString() && (error.has("code") || root.has("error"))) {
            reason = RejectReason.VENDOR_ERROR;
            detail = error.path("code").asString("") + " "
                    + error.path("message").asString("");
        } else if (root.path("sports").isArray()
                || root.path("team").isObject()
                || root.path("children").isArray()) {
            reason = RejectReason.UNKNOWN_MESSAGE;
            detail = "an answer without matches";
        }
        sink.rejected(reason, detail.strip(), "", null, null);
        return new PayloadChanged(detail.strip() + " from " + payload.location());
    }

    private void all(JsonNode events, EspnLeagues leagues, Payload payload, EventSink sink) {
        Set<String> ids = new HashSet<>();
        int index = 0;
        for (JsonNode event : events) {
            String id = event.path("id").asString("");
            String place = id.isBlank() ? "events[" + index + "]" : id;
            index++;
            if (!id.isBlank() && !ids.add(id)) {
                sink.rejected(
                        RejectReason.DUPLICATE_MATCH, "event " + id + " twice in one answer", place, raw(event), null);
            } else {
                one(event, null, leagues, payload, sink, place);
            }
        }
    }

    private void one(
            JsonNode event,
            @Nullable JsonNode summary,
            EspnLeagues leagues,
            Payload payload,
            EventSink sink,
            String place) {
        EspnMatch match;
        try {
            match = EspnMatch.of(event, leagues);
        } catch (Unusable e) {
            sink.rejected(e.reason(), e.detail(), place, raw(event), null);
            return;
        }
        EspnIncidents.Complaints complaints =
                (reason, detail) -> sink.rejected(reason, detail, place, raw(event), match.fixture());
        sink.event(seen(match, summary, payload, complaints));
    }

    private MatchSeen seen(
            EspnMatch match, @Nullable JsonNode summary, Payload payload, EspnIncidents.Complaints complaints) {
        EspnPhase phase = match.phase();
        Goals board = match.board();
        boolean football = match.sport() == EspnSport.SOCCER;
        List<JsonNode> listed = football ? listed(match, summary, complaints) : null;
        EspnIncidents incidents =
                EspnIncidents.read(listed == null ? List.of() : listed, match::side, board, complaints);
        boolean complete = board != null && incidents.addUpTo(board);
        Goals half = football && board != null && isPastHalf(phase)
                ? complete && listed != null ? incidents.atHalfTime() : match.after(1)
                : null;
        List<JsonNode> home = statistics(match.home(), summary);
        List<JsonNode> away = statistics(match.away(), summary);
        return new MatchSeen(
                match.fixture(),
                payload.observedAt(),
                phase.status(),
                phase.period(),
                phase.minute(),
                board,
                listed == null ? List.of() : withSummary(match, summary != null, incidents.events()),
                listed != null && board != null && (!incidents.isEmpty() || board.home() + board.away() == 0),
                football ? EspnStatistics.of(home, away, half == null ? null : half.home()) : NONE,
                football ? EspnStatistics.of(away, home, half == null ? null : half.away()) : NONE,
                regular(match, board, incidents, complete, complaints),
                facts(match, summary),
                null);
    }

    /** A scoreboard's list with what the last summary of that match told besides: it was not taken back by a list that never has it. */
    private List<MatchEvent> withSummary(EspnMatch match, boolean ofSummary, List<MatchEvent> told) {
        String id = match.fixture().vendorId();
        if (ofSummary) {
            List<MatchEvent> kept = told.stream()
                    .filter(each -> OF_SUMMARIES.contains(each.getType()))
                    .toList();
            if (!kept.isEmpty()) {
                fromSummaries.put(id, kept);
            }
            return told;
        }
        List<MatchEvent> all = new ArrayList<>(told);
        all.addAll(fromSummaries.getOrDefault(id, List.of()));
        all.sort(Comparator.comparing(each -> each.getMinute() == null ? Integer.MAX_VALUE : each.getMinute()));
        return all;
    }

    private static boolean isPastHalf(EspnPhase phase) {
        return phase.period() != null && !phase.period().equals("FIRST_HALF");
    }

    private static @Nullable Goals regular(
            EspnMatch match,
            @Nullable Goals board,
            EspnIncidents incidents,
            boolean complete,
            EspnIncidents.Complaints complaints) {
        if (board == null || !match.phase().status().equals("FINISHED")) {
            return null;
        }
        if (match.sport() != EspnSport.SOCCER || !match.phase().overtime()) {
            return board;
        }
        Goals regular = complete ? incidents.afterNinety() : match.after(2);
        if (regular == null) {
            complaints.rejected(
                    RejectReason.CONTRADICTORY_RESULT,
                    "went to extra time, and the list of goals does not add up to " + board.home() + "-"
                            + board.away());
        }
        return regular;
    }

    /** Null where the payload lists nothing. A summary's key events tell more than its header. */
    private static @Nullable List<JsonNode> listed(
            EspnMatch match, @Nullable JsonNode summary, EspnIncidents.Complaints complaints) {
        try {
            if (summary != null) {
                List<JsonNode> events = JsonFields.list(summary, "keyEvents");
                if (events.isEmpty()) {
                    events = new ArrayList<>();
                    for (JsonNode comment : JsonFields.list(summary, "commentary")) {
                        if (comment.path("play").isObject()) {
                            events.add(comment.path("play"));
                        }
                    }
                }
                if (!events.isEmpty()) {
                    return events;
                }
            }
            return match.competition().has("details") ? JsonFields.list(match.competition(), "details") : null;
        } catch (Unusable e) {
            complaints.rejected(e.reason(), e.detail());
            return null;
        }
    }

    private static List<JsonNode> statistics(EspnMatch.Side side, @Nullable JsonNode summary) {
        if (summary != null) {
            for (JsonNode team : summary.path("boxscore").path("teams")) {
                if (side.id().equals(team.path("team").path("id").asString(""))) {
                    List<JsonNode> statistics = new ArrayList<>();
                    team.path("statistics").forEach(statistics::add);
                    return statistics;
                }
            }
        }
        return side.statistics();
    }

    private static Facts facts(EspnMatch match, @Nullable JsonNode summary) {
        JsonNode info = summary == null ? match.competition() : summary.path("gameInfo");
        String venue = match.competition().path("venue").path("fullName").asString("");
        if (venue.isBlank()) {
            venue = info.path("venue").path("fullName").asString("");
        }
        String referee = "";
        for (JsonNode official : info.path("officials")) {
            String position = official.path("position").path("name").asString("");
            if (referee.isEmpty() && (position.isEmpty() || position.equalsIgnoreCase("Referee"))) {
                referee = official.path("displayName")
                        .asString(official.path("fullName").asString(""));
            }
        }
        return new Facts(
                venue.isBlank() ? null : venue,
                match.competition().path("neutralSite").asBoolean(false),
                referee.isBlank() ? null : referee);
    }

    private static byte[] raw(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
