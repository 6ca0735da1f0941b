package io.touchline.ingest.connector.statsbomb;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which match a file of events is of. */
final class StatsBombFixture {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}");

    private StatsBombFixture() {}

    /** By the file of matches where that was read; else by the starting elevens, of which the home side's comes first. */
    static FixtureRef of(JsonNode events, Map<String, FixtureRef> fixtures, Payload payload, EventSink sink)
            throws PayloadChanged {
        String id = id(events, payload);
        FixtureRef known = fixtures.get(id);
        if (known != null) {
            return known;
        }
        List<TeamRef> teams = new ArrayList<>();
        List<JsonNode> elevens = new ArrayList<>();
        events.forEach(event -> {
            if ("Starting XI".equals(Words.find(event.path("type"), "name"))) {
                elevens.add(event);
            }
        });
        elevens.sort(Comparator.comparingInt(event -> event.path("index").asInt(0)));
        for (JsonNode eleven : elevens) {
            String name = Words.find(eleven.path("team"), "name");
            if (name != null) {
                teams.add(new TeamRef(name, null, Words.find(eleven.path("team"), "id")));
            }
        }
        if (teams.size() != 2) {
            sink.rejected(RejectReason.MISSING_TEAM, "events without two starting elevens", "", null, null);
            throw new PayloadChanged("events without two starting elevens at " + payload.location());
        }
        return new FixtureRef(
                StatsBombAdapter.SOURCE,
                id,
                "soccer",
                null,
                null,
                null,
                null,
                teams.getFirst(),
                teams.getLast(),
                null,
                false,
                null);
    }

    /** In the events, else in the file's name, else that of the first event. */
    private static String id(JsonNode events, Payload payload) {
        JsonNode first = events.path(0);
        String told = Words.find(first, "match_id");
        if (told != null) {
            return told;
        }
        String location = payload.location();
        Matcher matcher =
                NUMBER.matcher(location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1));
        if (matcher.find()) {
            return matcher.group();
        }
        String event = Words.find(first, "id");
        return event == null ? "unnamed" : event;
    }
}
