package io.touchline.odds.connector.theoddsapi;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.NoOddsSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Any answer of the API in our words, decimal odds: lists of events with odds, one event with odds, their {@code /historical} envelopes, scores. Lists of sports
 * and of events without odds tell nothing. An event, market or price that cannot be used is one rejection and the others go on.
 */
final class OddsApiAdapter implements Adapter {

    static final String SOURCE = "theoddsapi";

    /** Several sports in one answer; each holds only the next few events of its sport then. */
    private static final String UPCOMING = "upcoming";

    /** A place where every event has bookmakers, whether an address or a file's name. */
    private static final Pattern OF_ODDS = Pattern.compile("[./]odds([./?]|$)");

    private static final Pattern OF_COMPETITION = Pattern.compile("/sports/([a-z0-9_]+)/odds(?:\\?|$)");

    /** Parameters that leave events out. */
    private static final Pattern PART = Pattern.compile("[?&](eventIds|commenceTimeFrom|commenceTimeTo)=");

    private static final Set<String> LISTING =
            Set.of("id", "sport_key", "sport_title", "commence_time", "home_team", "away_team");

    /** The events of an answer and when it was true. */
    private record Answer(List<JsonNode> events, boolean single, Instant observedAt) {}

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        Answer answer = answer(payload, sink);
        OddsApiFormat format = OddsApiFormat.of(answer.events());
        String scope = scope(answer);
        boolean listing = isListing(answer, payload);
        if (answer.events().isEmpty()) {
            nothing(answer, payload, sink);
        }
        Set<String> seen = new HashSet<>();
        int place = 0;
        for (JsonNode node : answer.events()) {
            place++;
            if (isSport(node) || listing) {
                continue;
            }
            String id = OddsApiFormat.text(node.path("id"));
            try {
                FixtureRef fixture = fixture(node, id);
                if (!seen.add(id)) {
                    throw new Unusable(RejectReason.DUPLICATE_MATCH, id + " twice in one answer");
                }
                if (OddsApiScores.isScore(node)) {
                    sink.event(OddsApiScores.read(node, fixture, answer.observedAt()));
                } else {
                    odds(node, fixture, format, answer, scope, payload, sink);
                }
            } catch (Unusable e) {
                sink.rejected(e.reason(), e.detail(), id.isEmpty() ? "event " + place : id, bytes(node), null);
            }
        }
    }

    /** A competition of which no bookmaker has odds: only the address tells which, and only one that asks for all of it. */
    private static void nothing(Answer answer, Payload payload, EventSink sink) {
        Matcher address = OF_COMPETITION.matcher(payload.location());
        if (address.find()
                && !address.group(1).equals(UPCOMING)
                && !PART.matcher(payload.location()).find()) {
            sink.event(new NoOddsSeen(answer.observedAt(), address.group(1)));
        }
    }

    private static void odds(
            JsonNode node,
            FixtureRef fixture,
            OddsApiFormat format,
            Answer answer,
            String scope,
            Payload payload,
            EventSink sink)
            throws Unusable {
        TeamRef home = fixture.home();
        TeamRef away = fixture.away();
        if (home == null || away == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a side without name");
        }
        OddsApiMarkets markets = new OddsApiMarkets(
                new OddsApiSelections(fixture.sport(), home.name(), away.name()),
                format,
                payload.receivedAt(),
                (reason, detail, place, raw) ->
                        sink.rejected(reason, detail, fixture.vendorId() + " " + place, raw, fixture));
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode bookmaker : node.path("bookmakers")) {
            quotes.addAll(markets.quotes(bookmaker));
        }
        String own = scope.isEmpty() ? OddsApiFormat.text(node.path("sport_key")) + '/' + fixture.vendorId() : scope;
        sink.event(new OddsSeen(fixture, answer.observedAt(), null, quotes, true, own, null));
    }

    private static Answer answer(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        JsonNode data = root;
        Instant observedAt = payload.observedAt();
        if (root.isObject() && root.has("timestamp") && root.has("data")) {
            data = root.get("data");
            try {
                observedAt = OddsApiFormat.time(root.get("timestamp"), "timestamp");
            } catch (Unusable e) {
                throw JsonPayload.unusable(e.reason(), e.detail(), payload, sink);
            }
        } else if (root.isObject() && root.has("message") && !root.has("bookmakers")) {
            throw JsonPayload.unusable(
                    RejectReason.VENDOR_ERROR,
                    (OddsApiFormat.text(root.path("error_code")) + ' ' + OddsApiFormat.text(root.path("message")))
                            .strip(),
                    payload,
                    sink);
        }
        if (data.isArray()) {
            List<JsonNode> events = List.copyOf(data.values());
            return new Answer(events, false, newest(events, observedAt));
        } else if (data.isObject() && data.has("id")) {
            return new Answer(List.of(data), true, newest(List.of(data), observedAt));
        }
        throw JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, "neither events nor an event", payload, sink);
    }

    /** The newest time at which a price was read, since the answer is as new as that; the transport's where there is none, or it is older. */
    private static Instant newest(List<JsonNode> events, Instant transport) {
        Instant newest = Instant.MIN;
        for (JsonNode event : events) {
            for (JsonNode bookmaker : event.path("bookmakers")) {
                newest = later(newest, bookmaker.path("last_update"));
                for (JsonNode market : bookmaker.path("markets")) {
                    newest = later(newest, market.path("last_update"));
                }
            }
        }
        return newest.equals(Instant.MIN) || newest.isAfter(transport) ? transport : newest;
    }

    private static Instant later(Instant one, JsonNode other) {
        try {
            Instant at = OddsApiFormat.time(other, "last_update");
            return at.isAfter(one) ? at : one;
        } catch (Unusable e) {
            return one;
        }
    }

    /** Whose whole answer it is: a sport's, all sports' next events, or (empty) each event's own. */
    private static String scope(Answer answer) {
        if (answer.single()) {
            return "";
        }
        Set<String> sports = new HashSet<>();
        answer.events().forEach(event -> sports.add(OddsApiFormat.text(event.path("sport_key"))));
        sports.remove("");
        return sports.size() == 1 ? sports.iterator().next() : UPCOMING;
    }

    /** Events of {@code /events}, which has no odds. */
    private static boolean isListing(Answer answer, Payload payload) {
        return !OF_ODDS.matcher(payload.location()).find()
                && answer.events().stream()
                        .allMatch(event -> event.isObject()
                                && LISTING.containsAll(event.propertyNames())
                                && event.has("id")
                                && event.has("commence_time"));
    }

    /** One of {@code /sports}. */
    private static boolean isSport(JsonNode node) {
        return node.has("key") && node.has("group") && !node.has("id");
    }

    private static FixtureRef fixture(JsonNode event, String id) throws Unusable {
        String sport = OddsApiFormat.text(event.path("sport_key"));
        if (id.isEmpty() || sport.isEmpty()) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without id or sport_key" + prices(event));
        }
        if (!event.path("bookmakers").isArray() && !OddsApiScores.isScore(event)) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without bookmakers");
        }
        if (isOutright(event)) {
            throw new Unusable(RejectReason.UNKNOWN_MARKET, "an outright of " + sport + prices(event));
        }
        Instant kickoff;
        try {
            kickoff = OddsApiFormat.time(event.path("commence_time"), "commence_time");
        } catch (Unusable e) {
            throw new Unusable(e.reason(), e.detail() + prices(event));
        }
        String home = OddsApiFormat.text(event.path("home_team"));
        String away = OddsApiFormat.text(event.path("away_team"));
        if (home.isEmpty() || away.isEmpty()) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a side without name" + prices(event));
        } else if (home.equals(away)) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, home + " against itself" + prices(event));
        }
        String title = OddsApiFormat.text(event.path("sport_title"));
        return new FixtureRef(
                SOURCE,
                id,
                OddsApiNames.sportOf(sport),
                OddsApiNames.competition(sport).orElse(null),
                title.isEmpty() ? sport : title,
                null,
                null,
                TeamRef.of(home),
                TeamRef.of(away),
                kickoff,
                true,
                null);
    }

    /** An event without sides, all of whose markets ask who wins a tournament. */
    private static boolean isOutright(JsonNode event) {
        if (!OddsApiFormat.text(event.path("home_team")).isEmpty()) {
            return false;
        }
        boolean any = false;
        for (JsonNode bookmaker : event.path("bookmakers")) {
            for (JsonNode market : bookmaker.path("markets")) {
                if (!OddsApiFormat.text(market.path("key")).startsWith("outrights")) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** How many prices go with an event that cannot be used. */
    private static String prices(JsonNode event) {
        int prices = 0;
        for (JsonNode bookmaker : event.path("bookmakers")) {
            for (JsonNode market : bookmaker.path("markets")) {
                prices += market.path("outcomes").size();
            }
        }
        return prices == 0 ? "" : ", " + prices + " prices";
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
