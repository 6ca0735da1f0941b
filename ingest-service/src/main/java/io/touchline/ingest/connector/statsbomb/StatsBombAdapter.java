package io.touchline.ingest.connector.statsbomb;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * StatsBomb's files, told apart by what is in them. Matches and events are told; competitions, line-ups and freeze frames have nothing of their own to tell. A file of
 * matches is remembered: the events name neither day nor competition.
 */
final class StatsBombAdapter implements Adapter {

    static final String SOURCE = "statsbomb";

    private static final int REMEMBERED = 20_000;

    private final Map<String, FixtureRef> fixtures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FixtureRef> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        for (String wrapper : new String[] {"events", "matches", "data"}) {
            if (root.isObject() && root.path(wrapper).isArray()) {
                root = root.path(wrapper);
            }
        }
        if (root.isObject() && (root.has("error") || root.has("message"))) {
            throw JsonPayload.unusable(RejectReason.VENDOR_ERROR, "the vendor's error", payload, sink);
        }
        if (!root.isArray()) {
            throw JsonPayload.unusable(RejectReason.UNKNOWN_MESSAGE, "no list", payload, sink);
        }
        if (root.isEmpty()) {
            throw JsonPayload.unusable(RejectReason.EMPTY_FILE, "an empty list", payload, sink);
        }
        JsonNode first = root.path(0);
        if (first.path("type").has("name") && (first.has("index") || first.has("period"))) {
            new StatsBombEvents(fixtures, payload, sink).read(root);
        } else if (first.has("match_id") && first.has("home_team")) {
            for (JsonNode match : root) {
                StatsBombMatches.read(match, payload, sink, fixtures);
            }
        } else if (!first.has("event_uuid")
                && !(first.has("team_id") && first.has("lineup"))
                && !(first.has("competition_id") && first.has("season_id"))) {
            throw JsonPayload.unusable(
                    RejectReason.UNKNOWN_MESSAGE, "none of the files of the open data", payload, sink);
        }
    }
}
