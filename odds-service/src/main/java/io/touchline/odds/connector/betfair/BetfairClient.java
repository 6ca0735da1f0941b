package io.touchline.odds.connector.betfair;

import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The betting API: the catalogue, page by page, each page within the vendor's data limit. For one thread. */
final class BetfairClient {

    /** MARKET_DESCRIPTION weighs 1 a market, and a request may weigh 200. */
    private static final int PAGE = 200;

    private static final int MOST_PAGES = 50;
    private static final Duration RUNNING = Duration.ofHours(4);
    private static final List<String> PROJECTION = List.of(
            "COMPETITION", "EVENT", "EVENT_TYPE", "MARKET_START_TIME", "MARKET_DESCRIPTION", "RUNNER_DESCRIPTION");
    private static final Duration SLOWER = Duration.ofSeconds(30);

    private final BetfairProperties properties;
    private final BetfairSession session;
    private final VendorWire wire;
    private final RateLimit limit;

    BetfairClient(BetfairProperties properties, BetfairSession session, VendorWire wire, RateLimit limit) {
        this.properties = properties;
        this.session = session;
        this.wire = wire;
        this.limit = limit;
    }

    /** A page as it came, and the markets in it. */
    record Page(VendorAnswer answer, List<Listed> markets) {}

    /** A market of the catalogue. */
    record Listed(String marketId, String startsAt) {}

    /** All markets that start within the wanted time, or started shortly ago, by their start. A page begins at the start of the last of the page before; what comes twice is left to the reader. */
    List<Page> catalogue(Instant now) throws VendorException, InterruptedException {
        List<Page> pages = new ArrayList<>();
        Instant from = now.minus(RUNNING).truncatedTo(ChronoUnit.SECONDS);
        Instant to = now.plus(properties.ahead()).truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < MOST_PAGES && !from.isAfter(to); i++) {
            Page page = page(from, to);
            pages.add(page);
            if (page.markets().size() < PAGE) {
                break;
            }
            Instant last = MarketWords.time(page.markets().getLast().startsAt());
            if (last == null) {
                break;
            }
            from = last.isAfter(from) ? last : from.plusSeconds(1);
        }
        return pages;
    }

    private Page page(Instant from, Instant to) throws VendorException, InterruptedException {
        ObjectNode call = JsonPayload.MAPPER.createObjectNode();
        call.put("jsonrpc", "2.0")
                .put("method", "SportsAPING/v1.0/listMarketCatalogue")
                .put("id", 1);
        ObjectNode parameters = call.putObject("params");
        ObjectNode filter = parameters.putObject("filter");
        texts(filter, "eventTypeIds", properties.eventTypes());
        texts(filter, "marketTypeCodes", properties.marketTypes());
        texts(filter, "marketCountries", properties.countries());
        texts(filter, "competitionIds", properties.competitions());
        filter.putObject("marketStartTime").put("from", from.toString()).put("to", to.toString());
        texts(parameters, "marketProjection", PROJECTION);
        parameters.put("sort", "FIRST_TO_START").put("maxResults", PAGE);
        Secret token = session.token();
        limit.await();
        VendorAnswer answer = wire.post(
                VendorRequest.of(properties.apiUrl(), "/exchange/betting/json-rpc/v1", Map.of()),
                Map.of("X-Application", session.appKey(), "X-Authentication", token),
                "application/json",
                JsonPayload.MAPPER.writeValueAsBytes(call));
        JsonNode root = BetfairSession.json(answer);
        if (root.has("error")) {
            throw problem(root.path("error"));
        }
        if (!root.path("result").isArray()) {
            throw new PayloadChanged("a catalogue without result from " + answer.location());
        }
        List<Listed> markets = new ArrayList<>();
        for (JsonNode each : root.path("result")) {
            String id = each.path("marketId").asString("");
            if (!id.isBlank()) {
                markets.add(new Listed(id, each.path("marketStartTime").asString("")));
            }
        }
        return new Page(answer, markets);
    }

    private VendorException problem(JsonNode error) {
        String code =
                error.path("data").path("APINGException").path("errorCode").asString("");
        String shown = "catalogue refused: "
                + (code.matches("[A-Z_]{1,60}")
                        ? code
                        : "code " + error.path("code").asInt(0));
        return switch (code) {
            case "INVALID_SESSION_INFORMATION", "NO_SESSION" -> {
                session.forget();
                yield new SourceUnavailable(shown);
            }
            case "TOO_MANY_REQUESTS", "TOO_MUCH_DATA" -> new RateLimited(shown, SLOWER);
            case "NO_APP_KEY", "INVALID_APP_KEY", "ACCESS_DENIED" -> new Unauthorised(shown);
            default -> new SourceUnavailable(shown);
        };
    }

    private static void texts(ObjectNode parent, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = parent.putArray(field);
            values.forEach(array::add);
        }
    }
}
