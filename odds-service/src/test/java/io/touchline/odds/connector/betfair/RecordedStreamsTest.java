package io.touchline.odds.connector.betfair;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.recording.Recordings;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.BookSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The books of real recordings, held against a plain recomputation. */
class RecordedStreamsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<Path> recordings() throws Exception {
        try (Stream<Path> files = Files.list(SharedData.path("feeds/betfair/stream"))) {
            return files.sorted().toList().stream();
        }
    }

    private static List<Payload> messages(Path file) throws Exception {
        List<Payload> messages = new ArrayList<>();
        new Recordings(new BetfairVendor(), messages::add).read(file);
        return messages;
    }

    private static String key(BookSeen book) {
        return book.marketId() + " " + book.runnerId() + "/" + book.handicap();
    }

    private static String shown(BookSeen book) {
        return book.marketStatus() + " " + book.inPlay() + " " + book.runnerStatus() + " " + book.back() + " "
                + book.lay() + " " + book.traded() + " " + book.lastTraded();
    }

    private static void feed(BetfairAdapter adapter, Payload payload, CollectedEvents told) {
        try {
            adapter.read(payload, told);
        } catch (PayloadChanged e) {
            // told as a rejection
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRunner_atEveryPublishTime(Path file) throws Exception {
        BetfairAdapter adapter = new BetfairAdapter();
        PlainBooks plain = new PlainBooks();
        Map<String, String> seen = new HashMap<>();
        CollectedEvents told = new CollectedEvents();
        long compared = 0;
        long rejected = 0;
        long others = 0;
        for (Payload payload : messages(file)) {
            told.clear();
            feed(adapter, payload, told);
            told.events(BookSeen.class).forEach(book -> seen.put(key(book), shown(book)));
            rejected += told.rejections().size();
            JsonNode message = MAPPER.readTree(payload.body());
            others += message.path("op").asString().equals("mcm") ? 0 : 1;
            for (String id : plain.read(message)) {
                PlainBooks.Market market = plain.markets.get(id);
                for (Map.Entry<String, PlainBooks.Runner> runner : market.runners.entrySet()) {
                    assertThat(seen.get(id + " " + runner.getKey()))
                            .as("%s %s %s", payload.location(), id, runner.getKey())
                            .isEqualTo(PlainBooks.shown(market, runner.getValue()));
                    compared++;
                }
            }
        }
        assertThat(rejected).isEqualTo(others);
        assertThat(compared + others).isPositive();
    }

    @Test
    void aResubscriptionAfterACut_givesTheSameEnd() throws Exception {
        Path file = SharedData.path(
                "feeds/betfair/stream/soccer.200-markets.match-odds+asian-handicap.2025-05-07.live.bz2");
        List<Payload> messages = messages(file);
        Map<String, String> whole = end(messages, false);
        for (int cut : List.of(1, messages.size() / 3, messages.size() - 5)) {
            List<Payload> resumed = new ArrayList<>(messages.subList(0, cut));
            ObjectNode delta = MAPPER.createObjectNode();
            delta.put("op", "mcm").put("id", 7).put("ct", "RESUB_DELTA");
            ArrayNode all = delta.putArray("mc");
            int missed = Math.min(messages.size(), cut + 40);
            for (Payload each : messages.subList(cut, missed)) {
                JsonNode message = MAPPER.readTree(each.body());
                message.path("mc").forEach(all::add);
                delta.set("pt", message.path("pt"));
            }
            resumed.add(with(delta, messages.getFirst()));
            for (Payload each : messages.subList(missed, messages.size())) {
                resumed.add(with(((ObjectNode) MAPPER.readTree(each.body())).put("id", 7), each));
            }
            assertThat(end(resumed, true)).as("cut after %d", cut).isEqualTo(whole);
        }
    }

    private static Payload with(JsonNode message, Payload like) {
        return new Payload(MAPPER.writeValueAsBytes(message), like.observedAt(), like.receivedAt(), like.location());
    }

    /** The state of every runner at the end; with a cut before the first message that continues a subscription. */
    private static Map<String, String> end(List<Payload> messages, boolean cutBeforeDelta) {
        BetfairAdapter adapter = new BetfairAdapter();
        CollectedEvents told = new CollectedEvents();
        Map<String, String> state = new HashMap<>();
        for (Payload each : messages) {
            if (cutBeforeDelta
                    && new String(each.body(), java.nio.charset.StandardCharsets.UTF_8).contains("RESUB_DELTA")) {
                adapter.reset();
            }
            told.clear();
            feed(adapter, each, told);
            assertThat(told.rejections()).isEmpty();
            told.events(BookSeen.class).forEach(book -> state.put(key(book), shown(book)));
        }
        return state;
    }
}
