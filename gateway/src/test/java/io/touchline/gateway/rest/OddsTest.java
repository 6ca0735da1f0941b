package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static io.touchline.gateway.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OddsTest {

    private static final String OVER = id("leeds", "derby");

    private static TestGateway gateway;

    @BeforeAll
    static void feed(@TempDir Path folder) {
        gateway = new TestGateway(folder);
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.feed(
                Topics.LIVE_ODDS,
                Samples.odds(
                        MATCH,
                        KICKOFF,
                        NOW,
                        Samples.quote("pinnacle", 2.05, 3.50, 4.00, NOW),
                        Samples.quote("bet365", 2.00, 3.60, 4.20, NOW)));
        gateway.feed(
                Topics.LIVE_ODDS,
                Samples.odds(MATCH, KICKOFF, NOW, Samples.quote("pinnacle", 2.10, 3.40, 3.90, NOW.plusSeconds(5))));
        gateway.feed(
                Topics.LIVE_ODDS,
                Samples.odds(MATCH, KICKOFF, NOW, Samples.quote("pinnacle", 9.0, 9.0, 9.0, NOW.minusSeconds(5))));
        gateway.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(MATCH, KICKOFF, NOW));
        gateway.feed(Topics.PREDICTIONS, Samples.prediction(MATCH, KICKOFF, NOW));
        Instant past = NOW.minus(Duration.ofDays(1));
        gateway.feed(Topics.FIXTURES, Samples.fixture(OVER, past, "FINISHED", NOW));
        gateway.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(OVER, past, past));
        gateway.feed(Topics.PREDICTIONS, Samples.prediction(OVER, past, past));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void latestQuotePerBookmaker_whateverTheOrder() {
        JsonNode odds = gateway.json("/api/v1/odds/matches/" + MATCH);
        assertThat(odds.get("quotes").size()).isEqualTo(2);
        JsonNode pinnacle = odds.get("quotes").get(1);
        assertThat(pinnacle.get("bookmaker").asString()).isEqualTo("pinnacle");
        assertThat(pinnacle.get("prices").get(0).get("backOdds").asDouble()).isEqualTo(2.10);
        JsonNode market = odds.get("markets").get(0);
        assertThat(market.get("selections").get(0).get("marketFairOdds").asDouble())
                .isEqualTo(2.0);
        assertThat(gateway.json("/api/v1/matches/" + MATCH + "/odds")).isEqualTo(odds);
    }

    @Test
    void comparison_marksTheBestOfEachSelection() {
        JsonNode rows = gateway.json("/api/v1/odds/compare?matchId=" + MATCH).get("bookmakers");
        JsonNode bet365 = rows.get(0);
        assertThat(bet365.get("prices").get(0).get("best").asBoolean()).isFalse();
        assertThat(bet365.get("prices").get(1).get("best").asBoolean()).isTrue();
        assertThat(bet365.get("overround").asDouble()).isCloseTo(1 / 2.0 + 1 / 3.6 + 1 / 4.2 - 1, within(1e-12));
        assertThat(rows.get(1).get("prices").get(0).get("best").asBoolean()).isTrue();
    }

    @Test
    void value_holdsOnlyWhatIsYetToBePlayed_aboveTheEdge() {
        JsonNode offers = gateway.json("/api/v1/odds/value").get("items");
        assertThat(offers.size()).isEqualTo(1);
        JsonNode offer = offers.get(0);
        assertThat(offer.get("match").asString()).isEqualTo("Arsenal v Wolves");
        assertThat(offer.get("selection").asString()).isEqualTo("HOME");
        assertThat(offer.get("edge").asDouble()).isCloseTo(0.155, within(1e-12));
        assertThat(gateway.json("/api/v1/odds/value?minimumEdge=-1")
                        .get("items")
                        .size())
                .isEqualTo(3);
        assertThat(gateway.json("/api/v1/odds/value?competition=esp.1")
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void priceThatThePredictionHasNotSeen_hasNoEdge(@TempDir Path folder) {
        try (TestGateway other = new TestGateway(folder)) {
            String running = id("everton", "fulham");
            Instant begun = NOW.minusSeconds(600);
            other.feed(Topics.PREDICTIONS, Samples.prediction(MATCH, KICKOFF, NOW.minusSeconds(1)));
            other.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(MATCH, KICKOFF, NOW));
            other.feed(Topics.LIVE_SCORES, Samples.state(running, 10, 0, 0, null, NOW));
            other.feed(Topics.PREDICTIONS, Samples.prediction(running, begun, NOW));
            other.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(running, begun, NOW));
            assertThat(other.json("/api/v1/odds/value?minimumEdge=-1")
                            .get("items")
                            .size())
                    .isZero();
            JsonNode unseen = other.json("/api/v1/matches/" + MATCH).at("/matchResult/0");
            assertThat(unseen.get("edge").isNull()).isTrue();
            assertThat(unseen.get("probability").asDouble()).isEqualTo(0.55);
            JsonNode inPlay = other.json("/api/v1/matches/" + running).at("/matchResult/0");
            assertThat(inPlay.get("probability").isNull()).isTrue();
            assertThat(inPlay.get("bestOdds").asDouble()).isEqualTo(2.10);
            JsonNode market = other.json("/api/v1/odds/matches/" + MATCH).at("/markets/0/selections/0");
            assertThat(market.get("edge").isNull()).isTrue();
        }
    }

    @Test
    void arbitrageAndMovement() {
        JsonNode arbitrage = gateway.json("/api/v1/odds/arbitrage").get("items");
        assertThat(arbitrage.size()).isEqualTo(1);
        assertThat(arbitrage.get(0).get("profit").asDouble()).isEqualTo(0.008);
        JsonNode moves = gateway.json("/api/v1/odds/movement?matchId=" + MATCH).get("items");
        assertThat(moves.get(0).get("selection").asString()).isEqualTo("HOME");
        assertThat(moves.get(0).get("change").asDouble()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void rankedListsComeInParts() {
        JsonNode first = gateway.json("/api/v1/odds/movement?limit=2");
        assertThat(first.get("items").size()).isEqualTo(2);
        JsonNode rest = gateway.json("/api/v1/odds/movement?limit=2&cursor="
                + first.get("nextCursor").asString());
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void predictions_oneAndMany() {
        JsonNode one = gateway.json("/api/v1/predictions/" + MATCH);
        assertThat(one.get("homeRate").asDouble()).isEqualTo(1.7);
        JsonNode chance = one.get("markets").get(0).get("selections").get(0);
        assertThat(chance.get("fairOdds").asDouble()).isCloseTo(1 / 0.55, within(1e-12));
        assertThat(one.get("reasons").get(1).get("value").isNull()).isTrue();
        JsonNode many = gateway.json(gateway.post(
                "/api/v1/predictions/batch", "{\"matchIds\": [\"" + MATCH + "\", \"soccer:eng.1:2026-27:a:b\"]}"));
        assertThat(many.get("items").get(0)).isEqualTo(one);
        assertThat(many.get("missing").get(0).asString()).isEqualTo("soccer:eng.1:2026-27:a:b");
    }
}
