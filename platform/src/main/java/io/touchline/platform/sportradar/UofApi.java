package io.touchline.platform.sportradar;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The feed's API: who we are, the producers, fixtures, and recoveries. For one thread. */
final class UofApi implements AutoCloseable {

    private static final String TOKEN_HEADER = "x-access-token";

    /** A recovery beyond the vendor's limits is refused as forbidden; its longest window of counting but one. */
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofMinutes(10);

    private static final int PAGE = 1000;

    private final UofSettings settings;
    private final VendorWire wire;
    private final RateLimit limit;
    private final XmlTree xml = new XmlTree();

    UofApi(UofSettings settings, VendorWire wire, RateLimit limit) {
        this.settings = settings;
        this.wire = wire;
        this.limit = limit;
    }

    /** The broker's virtual host of the token's account. */
    String virtualHost() throws VendorException, InterruptedException {
        JsonNode account = read("bookmaker_details", get("/v1/users/whoami.xml", Map.of()));
        String told = Tree.word(account, "virtual_host");
        String bookmaker = Tree.word(account, "bookmaker_id");
        if (told.isEmpty() && bookmaker.isEmpty()) {
            throw new PayloadChanged("users/whoami.xml names no bookmaker");
        }
        return told.isEmpty() ? "/unifiedfeed/" + bookmaker : told;
    }

    /** Those that the account may listen to and we want to. */
    List<UofProducer> producers() throws VendorException, InterruptedException {
        JsonNode answer = read("producers", get("/v1/descriptions/producers.xml", Map.of()));
        List<UofProducer> producers = new ArrayList<>();
        for (JsonNode each : Tree.items(answer, "producer", "producer")) {
            String id = Tree.word(each, "id");
            String address = Tree.word(each, "api_url");
            String window = Tree.word(each, "stateful_recovery_window_in_minutes");
            if (settings.producers().contains(id) && !Tree.word(each, "active").equals("false") && !address.isEmpty()) {
                long minutes = window.matches("\\d{1,6}") ? Long.parseLong(window) : 180;
                producers.add(new UofProducer(id, path(address), Duration.ofMinutes(minutes)));
            }
        }
        if (producers.isEmpty()) {
            throw new Unauthorised("none of the producers " + settings.producers() + " is open to this token");
        }
        return producers;
    }

    /** Of {@code https://api.betradar.com/v1/liveodds/}. */
    private static String path(String address) throws PayloadChanged {
        try {
            String path = URI.create(address).getPath();
            return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        } catch (IllegalArgumentException e) {
            throw new PayloadChanged("api_url of a producer: " + address);
        }
    }

    /** One fixture with its names. */
    VendorAnswer fixture(String urn) throws VendorException, InterruptedException {
        return get("/v1/sports/" + settings.language() + "/sport_events/" + urn + "/fixture.xml", Map.of());
    }

    /** Whether a fixture may be asked for now. */
    boolean isAllowedNow() {
        return limit.isAllowedNow();
    }

    /** The matches that run. */
    VendorAnswer live() throws VendorException, InterruptedException {
        limit.await();
        return get("/v1/sports/" + settings.language() + "/schedules/live/schedule.xml", Map.of());
    }

    /** A page of the matches with odds that are still to come; the last one is shorter than the others. */
    VendorAnswer coming(int page) throws VendorException, InterruptedException {
        limit.await();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("start", Integer.toString(page * PAGE));
        parameters.put("limit", Integer.toString(PAGE));
        return get("/v1/sports/" + settings.language() + "/schedules/pre/schedule.xml", parameters);
    }

    /** Asks for everything that was told after a time, or for all that stands. */
    void recover(UofProducer producer, @Nullable Instant after, long requestId)
            throws VendorException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (after != null) {
            parameters.put("after", Long.toString(after.toEpochMilli()));
        }
        order(producer.path() + "/recovery/initiate_request", parameters, requestId);
    }

    /** Asks for all odds of one event. */
    void recoverEvent(UofProducer producer, String urn, long requestId) throws VendorException, InterruptedException {
        order(producer.path() + "/odds/events/" + urn + "/initiate_request", new LinkedHashMap<>(), requestId);
    }

    private void order(String path, Map<String, String> parameters, long requestId)
            throws VendorException, InterruptedException {
        parameters.put("request_id", Long.toString(requestId));
        parameters.put("node_id", Integer.toString(settings.nodeId()));
        VendorRequest request =
                VendorRequest.of(settings.apiUrl(), path, parameters).withSecretHeader(TOKEN_HEADER, settings.token());
        Map<String, Secret> headers = Map.of(TOKEN_HEADER, settings.token());
        try {
            wire.post(request, headers, "application/xml", new byte[0]);
        } catch (Unauthorised e) {
            throw new RateLimited("the recovery was refused: " + e.problem(), PAUSE_AFTER_REFUSAL);
        }
    }

    private VendorAnswer get(String path, Map<String, String> parameters) throws VendorException, InterruptedException {
        return wire.get(
                VendorRequest.of(settings.apiUrl(), path, parameters).withSecretHeader(TOKEN_HEADER, settings.token()));
    }

    private JsonNode read(String root, VendorAnswer answer) throws PayloadChanged {
        XmlTree.Document document = xml.read(Payload.of(answer), NOBODY);
        if (!document.root().equals(root)) {
            throw new PayloadChanged("a document " + document.root() + " at " + answer.location());
        }
        return document.content();
    }

    /** These answers are read again at the next connection; a bad one fails the round and is told so. */
    private static final EventSink NOBODY = new EventSink() {
        @Override
        public void event(VendorEvent event) {
            // none comes of them
        }

        @Override
        public void rejected(
                RejectReason reason, String detail, String place, byte @Nullable [] raw, @Nullable FixtureRef fixture) {
            // the exception tells it
        }
    };

    @Override
    public void close() {
        wire.close();
    }
}
