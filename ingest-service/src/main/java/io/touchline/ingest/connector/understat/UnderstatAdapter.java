package io.touchline.ingest.connector.understat;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Understat's pages (league, team, match, player), the JSON that they ask for since December 2025, and lists of shots or fixtures that somebody saved from either
 * (JSON, wrapped or not, and tables). Fixtures become matches with xG, shots become shots; {@code forecast} is computed from the shots after the match and never read.
 */
final class UnderstatAdapter implements Adapter {

    /** In pages; the other ones there are about ourselves, such as advertisements. */
    private static final Set<String> DATA = Set.of(
            "shotsData",
            "match_info",
            "rostersData",
            "datesData",
            "teamsData",
            "playersData",
            "statisticsData",
            "groupsData",
            "minMaxPlayerStats",
            "matchesData",
            "statData");

    private final UnderstatMatches matches = new UnderstatMatches();

    /** One payload's surroundings. */
    record Context(EventSink sink, Instant observedAt, UnderstatLeagues.Place place) {}

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        UnderstatLeagues.Place place = UnderstatLeagues.ofLocation(payload.location());
        Context context = new Context(sink, payload.observedAt(), place);
        String head = head(payload.body());
        if (head.startsWith("<") && head.toLowerCase(Locale.ROOT).contains("<html")) {
            page(payload, context);
        } else if (!head.isEmpty() && "{[<".indexOf(head.charAt(0)) < 0 && UnderstatTable.isOne(head)) {
            UnderstatTable.read(payload, context, matches);
        } else {
            json(JsonPayload.read(payload, sink), payload, context);
        }
    }

    private void page(Payload payload, Context context) throws PayloadChanged {
        String page = new String(payload.body(), StandardCharsets.UTF_8);
        if (page.chars().anyMatch(UnderstatAdapter::isControl)) {
            throw JsonPayload.unusable(
                    RejectReason.UNREADABLE_PAYLOAD, "control characters in the page", payload, context.sink());
        }
        UnderstatLeagues.Place told = UnderstatLeagues.ofPage(page);
        Context here = told.code() == null ? context : new Context(context.sink(), context.observedAt(), told);
        Map<String, JsonNode> data = new LinkedHashMap<>();
        int broken = 0;
        for (Map.Entry<String, byte @Nullable []> entry :
                UnderstatPage.data(page).entrySet()) {
            if (DATA.contains(entry.getKey())) {
                JsonNode node = parse(entry.getValue());
                if (node == null) {
                    broken++;
                    here.sink()
                            .rejected(
                                    RejectReason.UNREADABLE_PAYLOAD,
                                    entry.getKey() + " cannot be read",
                                    entry.getKey(),
                                    null,
                                    null);
                } else {
                    data.put(entry.getKey(), node);
                }
            }
        }
        if (data.isEmpty() && broken == 0) {
            throw JsonPayload.unusable(
                    RejectReason.HTML_INSTEAD_OF_DATA,
                    "a page without data; since December 2025 they come from /getLeagueData and /getMatchData",
                    payload,
                    context.sink());
        }
        if (data.isEmpty()) {
            throw new PayloadChanged("nothing in it can be read: " + payload.location());
        }
        tell(data, here);
        if (broken == 0 && !page.contains("</html>")) {
            here.sink().rejected(RejectReason.UNREADABLE_PAYLOAD, "the page has no end", "end", null, null);
        }
    }

    private void tell(Map<String, JsonNode> data, Context context) {
        JsonNode dates = data.get("datesData");
        if (dates != null) {
            matches.dates(dates, context);
        }
        JsonNode shots = data.get("shotsData");
        JsonNode info = data.get("match_info");
        if (shots != null || info != null) {
            matches.match(shots, info, data.get("rostersData"), context);
        }
    }

    private void json(JsonNode root, Payload payload, Context context) throws PayloadChanged {
        JsonNode wrapped = root.path("data");
        if (root.isObject() && (wrapped.isArray() || wrapped.isObject())) {
            String at = Words.find(root, "collected_at");
            Instant collectedAt = at == null ? null : instant(at);
            json(
                    wrapped,
                    payload,
                    collectedAt == null ? context : new Context(context.sink(), collectedAt, context.place()));
        } else if (root.isArray()) {
            list(root, payload, context);
        } else if (root.isObject()) {
            object(root, payload, context);
        } else {
            throw unknown(payload, context);
        }
    }

    private void list(JsonNode root, Payload payload, Context context) throws PayloadChanged {
        JsonNode first = root.path(0);
        if (first.has("h_a") && first.has("result")) {
            matches.shotList(root, null, context);
        } else if (first.has("datetime") || first.has("isResult")) {
            matches.dates(root, context);
        } else if (!root.isEmpty() && !isKnownAside(first)) {
            throw unknown(payload, context);
        }
    }

    private void object(JsonNode root, Payload payload, Context context) throws PayloadChanged {
        if (root.has("dates")) {
            matches.dates(root.path("dates"), context);
        } else if (root.has("shots") && root.has("rosters")) {
            matches.match(root.path("shots"), root.get("match_info"), root.path("rosters"), context);
        } else if (root.has("shots") && root.path("shots").isArray()) {
            matches.shotList(root.path("shots"), null, context);
        } else if (root.path("h").isArray() && root.path("a").isArray()) {
            matches.match(root, null, null, context);
        } else if (root.has("team_h") && root.has("team_a")) {
            matches.match(null, root, null, context);
        } else if (root.has("error")
                || root.has("errors")
                || root.path("success").isBoolean()) {
            throw JsonPayload.unusable(
                    RejectReason.VENDOR_ERROR,
                    "the vendor's error: " + cut(root.path("error").toString()),
                    payload,
                    context.sink());
        } else if (!isKnownAside(root) && !hasKnownAside(root)) {
            throw unknown(payload, context);
        }
    }

    private static boolean hasKnownAside(JsonNode root) {
        if (root.isEmpty()) {
            return false;
        }
        JsonNode first = root.iterator().next();
        return isKnownAside(first.isArray() ? first.path(0) : first);
    }

    /** Season totals of players, teams and leagues: theirs, but nothing of a fixture. */
    private static boolean isKnownAside(JsonNode node) {
        return node.has("player_name")
                || node.has("league_id")
                || (node.has("history") && node.has("title"))
                || node.has("situation") && node.has("formation")
                || (node.has("position") && node.has("player_id"))
                || (node.has("xGChain") && node.has("goals"));
    }

    private static PayloadChanged unknown(Payload payload, Context context) {
        return JsonPayload.unusable(
                RejectReason.UNKNOWN_MESSAGE, "neither fixtures nor shots", payload, context.sink());
    }

    private static @Nullable JsonNode parse(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : JsonPayload.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The beginning without blanks and byte-order mark. */
    private static String head(byte[] body) {
        String head = new String(Arrays.copyOf(body, Math.min(body.length, 1_000)), StandardCharsets.UTF_8);
        return head.replace("\uFEFF", "").stripLeading();
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
