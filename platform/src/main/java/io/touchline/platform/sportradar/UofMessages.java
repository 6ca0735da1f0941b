package io.touchline.platform.sportradar;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.TeamStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The messages of the Unified Odds Feed. For one thread. */
final class UofMessages {

    /** The sport's number stands in the routing key before the kind of event: {@code hi.-.live.odds_change.5.sr:match.12329150.-}. */
    private static final Pattern ROUTING_KEY = Pattern.compile("\\.(\\d{1,4})\\.sr:[a-z_]+[.:]\\d+");

    private final SportEvents events;
    private final UofOdds odds = new UofOdds();
    private final Map<String, Instant> down = new TreeMap<>();

    UofMessages(SportEvents events) {
        this.events = events;
    }

    /** False where the root is none of the feed's messages. */
    boolean read(String root, JsonNode message, Payload payload, EventSink sink) throws Unusable {
        switch (root) {
            case "odds_change" -> oddsChange(message, payload, sink);
            case "bet_stop" -> odds.stop(event(message, payload, List.of()), at(message, payload), sink);
            case "bet_settlement" -> {
                List<JsonNode> markets = markets(message, "outcomes");
                UofSettlements.settled(event(message, payload, markets), markets, at(message, payload), sink);
            }
            case "bet_cancel" -> all(message, "VOID", payload, sink);
            case "rollback_bet_settlement", "rollback_bet_cancel" -> all(message, "CANCELLED", payload, sink);
            case "fixture_change" -> fixtureChange(message, payload, sink);
            case "alive" -> alive(message, payload, sink);
            case "product_down" -> goesDown(product(message), "is down", at(message, payload), sink);
            case "snapshot_complete", "snapshot_completed" -> comesUp(product(message), at(message, payload), sink);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void oddsChange(JsonNode message, Payload payload, EventSink sink) throws Unusable {
        List<JsonNode> markets = markets(message, "odds");
        FixtureRef ref = event(message, payload, markets);
        Instant at = at(message, payload);
        String product = product(message);
        JsonNode status = Tree.child(message, "sport_event_status");
        Boolean inPlay = null;
        if (status.isObject()) {
            try {
                MatchSeen seen = MatchAnswers.seen(ref, status, at);
                inPlay = seen.status().equals("IN_PLAY");
                sink.event(seen);
            } catch (Unusable e) {
                sink.rejected(
                        e.reason(),
                        e.detail(),
                        ref.vendorId() + " sport_event_status",
                        status.toString().getBytes(StandardCharsets.UTF_8),
                        ref);
            }
        }
        odds.change(ref, markets, new UofOdds.Word(product, down.containsKey(product), at), inPlay, sink);
    }

    private void all(JsonNode message, String result, Payload payload, EventSink sink) throws Unusable {
        List<JsonNode> markets = markets(message, "market");
        UofSettlements.all(event(message, payload, markets), markets, result, at(message, payload), sink);
    }

    private void fixtureChange(JsonNode message, Payload payload, EventSink sink) throws Unusable {
        String urn = JsonFields.neededText(message, "event_id");
        Instant start = Tree.millis(message, "start_time");
        if (start != null) {
            events.moved(urn, start);
        }
        if (Tree.word(message, "change_type").equals("3")) {
            sink.event(new MatchSeen(
                    event(message, payload, List.of()),
                    at(message, payload),
                    "CANCELLED",
                    null,
                    null,
                    null,
                    List.of(),
                    false,
                    new TeamStatistics(),
                    new TeamStatistics(),
                    null,
                    Facts.NONE,
                    null));
        }
    }

    private void alive(JsonNode message, Payload payload, EventSink sink) throws Unusable {
        if (JsonFields.neededText(message, "subscribed").equals("0")) {
            goesDown(product(message), "lost messages", at(message, payload), sink);
        } else {
            product(message);
            tellHealth(at(message, payload), sink);
        }
    }

    private void goesDown(String product, String why, Instant at, EventSink sink) {
        if (down.putIfAbsent(product, at) == null) {
            odds.down(product, at, this::named, sink);
        }
        sink.event(new FeedSeen(at, false, "producer " + product + ' ' + why));
    }

    private void comesUp(String product, Instant at, EventSink sink) {
        Instant since = down.remove(product);
        if (since != null) {
            odds.up(product, since, at, this::named, sink);
        }
        tellHealth(at, sink);
    }

    private FixtureRef named(String urn) {
        return events.find(urn, "soccer");
    }

    private void tellHealth(Instant at, EventSink sink) {
        sink.event(new FeedSeen(
                at, down.isEmpty(), down.isEmpty() ? "" : "producers down: " + String.join(", ", down.keySet())));
    }

    private static List<JsonNode> markets(JsonNode message, String group) {
        return group.equals("market")
                ? Tree.items(message, "market", "market")
                : Tree.items(Tree.child(message, group), "market", "market");
    }

    private FixtureRef event(JsonNode message, Payload payload, List<JsonNode> markets) throws Unusable {
        Matcher key = ROUTING_KEY.matcher(payload.location());
        @Nullable String routed = key.find() ? Urns.sport(key.group(1), null) : null;
        return events.find(
                JsonFields.neededText(message, "event_id"), routed != null ? routed : UofMarket.guessSport(markets));
    }

    private static String product(JsonNode message) throws Unusable {
        return JsonFields.neededText(message, "product");
    }

    private static Instant at(JsonNode message, Payload payload) throws Unusable {
        Instant told = Tree.millis(message, "timestamp");
        return told == null ? payload.observedAt() : told;
    }
}
