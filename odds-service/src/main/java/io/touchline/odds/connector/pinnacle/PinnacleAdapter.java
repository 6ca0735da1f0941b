package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of {@code /fixtures}, {@code /odds} and {@code /fixtures/settled}, whole or as changes since the last, in our words and decimal odds. Fixtures are remembered and
 * tell nothing by themselves; odds of an event whose names never came are told under its number alone.
 */
final class PinnacleAdapter implements Adapter {

    static final String SOURCE = "pinnacle";

    /** A payload whose newest change is older than this is a recording, and tells of that moment. */
    private static final Duration RECORDED = Duration.ofDays(1);

    private final PinnacleMemory memory = new PinnacleMemory();

    /** What one payload is, and what all of its parts share. */
    record Context(Payload payload, EventSink sink, String sport, Instant asOf, PinnacleOddsFormat format) {

        void reject(RejectReason reason, String detail, String place, JsonNode part, @Nullable FixtureRef fixture) {
            sink.rejected(reason, detail, place, part.toString().getBytes(StandardCharsets.UTF_8), fixture);
        }
    }

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        if (!root.isObject()) {
            throw JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, "no object", payload, sink);
        }
        JsonNode leagues = root.has("leagues") ? root.path("leagues") : root.path("league");
        if (!leagues.isArray()) {
            withoutLeagues(root, leagues, payload, sink);
            return;
        }
        String sportId;
        Instant asOf;
        try {
            sportId = JsonFields.text(root, "sportId");
            asOf = asOf(leagues, payload);
        } catch (Unusable e) {
            throw JsonPayload.unusable(e.reason(), e.detail(), payload, sink);
        }
        if (sportId == null) {
            throw JsonPayload.unusable(RejectReason.MISSING_FIELD, "leagues without a sportId", payload, sink);
        }
        Context context = new Context(
                payload, sink, PinnacleNames.sport(sportId), asOf, PinnacleOddsFormat.of(payload.location(), leagues));
        new Reader(context).read(leagues);
    }

    private static void withoutLeagues(JsonNode root, JsonNode leagues, Payload payload, EventSink sink)
            throws PayloadChanged {
        if (!leagues.isMissingNode() && !leagues.isNull()) {
            throw JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, "leagues are no list", payload, sink);
        } else if (root.has("code") || root.has("message")) {
            String said =
                    root.path("code").asString("") + " " + root.path("message").asString("");
            throw JsonPayload.unusable(RejectReason.VENDOR_ERROR, said.strip(), payload, sink);
        } else if (root.has("lineId") && root.has("number")) {
            throw JsonPayload.unusable(RejectReason.MISSING_FIELD, "a period without its event", payload, sink);
        } else if (root.has("sports") || root.has("periods") || (root.has("sportId") && root.has("last"))) {
            return; // lists of sports and periods, match clocks, and nothing new: none holds a price
        }
        throw JsonPayload.unusable(RejectReason.UNKNOWN_MESSAGE, "no leagues", payload, sink);
    }

    private static Instant asOf(JsonNode leagues, Payload payload) throws Unusable {
        Instant newest = null;
        for (JsonNode league : leagues) {
            for (JsonNode event : league.path("events")) {
                for (JsonNode period : event.path("periods")) {
                    for (String market : List.of("spread", "moneyline", "total", "teamTotal")) {
                        newest = later(newest, updated(period, market + "UpdatedAt"));
                    }
                }
            }
        }
        return newest != null && newest.plus(RECORDED).isBefore(payload.observedAt()) ? newest : payload.observedAt();
    }

    private static @Nullable Instant updated(JsonNode period, String name) {
        try {
            return PinnaclePeriod.time(period, name);
        } catch (Unusable e) {
            return null;
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** Reads one payload. */
    private final class Reader {

        private final Context context;
        private final List<JsonNode> first = new ArrayList<>();
        private final List<JsonNode> live = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final PinnacleOdds odds;

        Reader(Context context) {
            this.context = context;
            this.odds = new PinnacleOdds(context, memory);
        }

        void read(JsonNode leagues) {
            for (JsonNode league : leagues) {
                try {
                    league(league);
                } catch (Unusable e) {
                    context.reject(
                            e.reason(),
                            e.detail(),
                            "league/" + league.path("id").asString(""),
                            league,
                            null);
                }
            }
            // an event in play comes after the one before kickoff that it takes over from
            first.forEach(this::priced);
            live.forEach(this::priced);
            if (isSnapshot()) {
                odds.withdrawAllBut(seen);
            }
        }

        /** By the address: everything at once, and not changes or single leagues and events. */
        private boolean isSnapshot() {
            String location = context.payload().location();
            return location.contains("/odds?") && !location.contains("since=") && !location.contains("eventIds=");
        }

        private void league(JsonNode league) throws Unusable {
            if (!league.isObject()) {
                throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "a league that is no object");
            }
            String id = JsonFields.text(league, "id");
            memory.league(context.sport(), id, JsonFields.text(league, "name"));
            for (JsonNode special : JsonFields.list(league, "specials")) {
                context.reject(
                        RejectReason.UNKNOWN_MARKET,
                        "specials are not read",
                        "special/" + special.path("id").asString(""),
                        special,
                        null);
            }
            for (JsonNode event : JsonFields.list(league, "events")) {
                try {
                    event(league, id, event);
                } catch (Unusable e) {
                    context.reject(e.reason(), e.detail(), event.path("id").asString(""), event, null);
                }
            }
        }

        private void event(JsonNode league, @Nullable String leagueId, JsonNode event) throws Unusable {
            if (!event.isObject()) {
                throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an event that is no object");
            }
            String id = JsonFields.neededText(event, "id");
            boolean names = event.has("starts") || event.has("home");
            if (names) {
                memory.fixture(id, PinnacleFixtures.read(event, id, context.sport(), memory.league(leagueId)));
            }
            if (event.has("periods")) {
                memory.place(id, leagueId);
                boolean inPlay =
                        Boolean.TRUE.equals(memory.find(id, context.sport()).live());
                (inPlay ? live : first).add(event);
                seen.add(id);
            } else if (!names) {
                throw new Unusable(
                        RejectReason.MISSING_FIELD,
                        "an event without names and periods in league "
                                + league.path("id").asString(""));
            }
        }

        private void priced(JsonNode event) {
            odds.event(event, event.path("id").asString().strip());
        }
    }
}
