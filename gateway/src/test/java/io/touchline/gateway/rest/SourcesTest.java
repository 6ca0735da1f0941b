package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Fixture;
import io.touchline.schema.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is told of the sources, of the data, and of fixtures without a name. */
class SourcesTest {

    private static final String RESOLVE = "/api/v1/fixtures/unmatched/espn:633790/resolve";

    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) {
        gateway = new TestGateway(folder);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void sources_areTrusted_whileTheyAreUp_andTheirServiceSpeaks() {
        gateway.feed(Topics.SOURCE_HEALTH, DataSamples.source("betfair", "UP", NOW.minusSeconds(10)));
        gateway.feed(Topics.SOURCE_HEALTH, DataSamples.source("pinnacle", "DOWN", NOW));
        gateway.feed(Topics.SOURCE_HEALTH, DataSamples.source("theoddsapi", "UP", NOW.minusSeconds(61)));
        gateway.feed(Topics.SOURCE_HEALTH, DataSamples.source("theoddsapi", "DOWN", NOW.minusSeconds(90)));
        JsonNode sources = gateway.json("/api/v1/system/sources").get("sources");
        assertThat(sources).hasSize(3);
        JsonNode up = sources.get(0);
        assertThat(up.get("source").asString()).isEqualTo("betfair");
        assertThat(up.get("trusted").asBoolean()).isTrue();
        assertThat(up.get("problem").isNull()).isTrue();
        assertThat(up.get("ageSeconds").asDouble()).isEqualTo(14);
        assertThat(up.get("sequence").asLong()).isEqualTo(17);
        assertThat(up.get("quotaLeft").asLong()).isEqualTo(490);
        assertThat(up.get("stalenessSeconds").asDouble()).isEqualTo(90);
        JsonNode down = sources.get(1);
        assertThat(down.get("trusted").asBoolean()).isFalse();
        assertThat(down.get("problem").asString()).isEqualTo("status 500");
        JsonNode silent = sources.get(2);
        assertThat(silent.get("state").asString()).isEqualTo("UP");
        assertThat(silent.get("trusted").asBoolean()).isFalse();
        assertThat(silent.get("problem").asString()).startsWith("the odds service has told nothing since");
    }

    @Test
    void quality_tellsFindings_countsRejectionsAndWhatIsMissing() {
        Instant soon = NOW.plus(Duration.ofHours(3));
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, soon, "SCHEDULED", NOW));
        gateway.feed(Topics.MARKET_SNAPSHOTS, Samples.snapshot(MATCH, soon, NOW));
        gateway.feed(Topics.FIXTURES, Samples.fixture(Samples.id("leeds", "derby"), soon, "SCHEDULED", NOW));
        gateway.feed(Topics.FIXTURES, Samples.fixture(Samples.id("leeds", "stoke"), soon, "POSTPONED", NOW));
        gateway.feed(Topics.QUALITY_FINDINGS, DataSamples.finding("PRICE_JUMPED", "betfair", NOW.minusSeconds(9)));
        gateway.feed(Topics.QUALITY_FINDINGS, DataSamples.finding("PRICE_JUMPED", "betfair", NOW));
        gateway.feed(Topics.QUALITY_FINDINGS, DataSamples.finding("SOURCE_STALE", "espn", NOW));
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("espn", "1", NOW));
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("espn", "2", NOW));
        JsonNode quality = gateway.json("/api/v1/system/quality");
        assertThat(quality.get("findings")).hasSize(3);
        assertThat(quality.at("/findings/0/kind").asString()).isEqualTo("SOURCE_STALE");
        assertThat(quality.at("/counts/0/kind").asString()).isEqualTo("PRICE_JUMPED");
        assertThat(quality.at("/counts/0/count").asInt()).isEqualTo(2);
        assertThat(quality.at("/counts/0/competition").asString()).isEqualTo("eng.1");
        assertThat(quality.get("rejections")).hasSize(1);
        assertThat(quality.at("/rejections/0/count").asInt()).isEqualTo(2);
        assertThat(quality.get("completeness")).hasSize(1);
        assertThat(quality.at("/completeness/0/what").asString()).isEqualTo("prices");
        assertThat(quality.at("/completeness/0/expected").asInt()).isEqualTo(2);
        assertThat(quality.at("/completeness/0/share").asDouble()).isEqualTo(0.5);
        assertThat(quality.at("/completeness/0/missing/0").asString()).isEqualTo(Samples.id("leeds", "derby"));
    }

    @Test
    void unmatched_areListedOnce_withoutOtherRejections_andWithoutThoseMatchedSince() {
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("espn", "633790", NOW.minusSeconds(60)));
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("espn", "633790", NOW));
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("betfair", "1.2:3", NOW.minusSeconds(9)));
        gateway.feed(Topics.REJECTIONS, DataSamples.rejection("espn", "MISSING_FIELD", "a#espn:9", List.of(), NOW));
        gateway.feed(Topics.REJECTIONS, DataSamples.rejection("espn", "UNKNOWN_TEAM", "file.csv:9", List.of(), NOW));
        JsonNode page = gateway.json("/api/v1/fixtures/unmatched");
        assertThat(page.get("items")).hasSize(2);
        JsonNode first = page.at("/items/0");
        assertThat(first.get("id").asString()).isEqualTo("espn:633790");
        assertThat(first.get("times").asInt()).isEqualTo(2);
        assertThat(first.at("/candidates/0").asString()).isEqualTo(MATCH);
        assertThat(page.at("/items/1/vendorId").asString()).isEqualTo("1.2:3");
        assertThat(gateway.json("/api/v1/fixtures/unmatched?source=betfair").get("items"))
                .hasSize(1);
        assertThat(gateway.json("/api/v1/fixtures/unmatched?reason=UNKNOWN_TEAM")
                        .get("items"))
                .isEmpty();
        JsonNode part = gateway.json("/api/v1/fixtures/unmatched?limit=1");
        assertThat(gateway.json("/api/v1/fixtures/unmatched?limit=1&cursor="
                                + part.get("nextCursor").asString())
                        .at("/items/0/source")
                        .asString())
                .isEqualTo("betfair");
        Fixture matched = Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW);
        matched.setVendorIds(Map.of("espn", "633790"));
        gateway.feed(Topics.FIXTURES, matched);
        assertThat(gateway.json("/api/v1/fixtures/unmatched").get("items")).hasSize(1);
    }

    @Test
    void resolving_writesALink_once_andTakesItOffTheList() {
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.feed(Topics.REJECTIONS, DataSamples.unmatched("espn", "633790", NOW));
        HttpResponse<String> answer = gateway.post(RESOLVE, "{\"fixtureId\": \"" + MATCH + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode link = gateway.json(answer);
        assertThat(link.get("isNew").asBoolean()).isTrue();
        assertThat(link.get("source").asString()).isEqualTo("espn");
        assertThat(link.get("vendorId").asString()).isEqualTo("633790");
        assertThat(link.get("linkedBy").asString()).isNotEmpty().isNotEqualTo("unknown");
        assertThat(gateway.traderKey)
                .doesNotContain(" ")
                .isNotEqualTo(link.get("linkedBy").asString());
        assertThat(gateway.json("/api/v1/fixtures/unmatched").get("items")).isEmpty();
        assertThat(gateway.json(gateway.post(RESOLVE, "{\"fixtureId\": \"" + MATCH + "\"}"))
                        .get("isNew")
                        .asBoolean())
                .isFalse();
        assertThat(gateway.links).singleElement().satisfies(sent -> {
            assertThat(sent.getFixtureId()).isEqualTo(MATCH);
            assertThat(sent.getEmittedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void resolving_refusesWhatCannotBe() {
        String known = Samples.id("leeds", "derby");
        assertThat(gateway.post(RESOLVE, "{\"fixtureId\": \"" + known + "\"}").statusCode())
                .isEqualTo(404);
        assertThat(gateway.post(RESOLVE, "{\"fixtureId\": \"Leeds v Derby\"}").statusCode())
                .isEqualTo(400);
        assertThat(gateway.post(RESOLVE, "{}").statusCode()).isEqualTo(400);
        assertThat(gateway.post(RESOLVE.replace("espn:633790", "espn"), "{\"fixtureId\": \"" + known + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.links).isEmpty();
        assertThat(gateway.post(RESOLVE, "{\"fixtureId\": \"" + known + "\", \"force\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.links).hasSize(1);
        HttpResponse<String> reader = gateway.send(
                RESOLVE,
                request -> request.header("X-API-Key", gateway.readerKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"fixtureId\": \"" + known + "\"}")));
        assertThat(reader.statusCode()).isEqualTo(403);
    }
}
