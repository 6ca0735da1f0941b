package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.Samples;
import io.touchline.gateway.TestGateway;
import io.touchline.schema.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HealthTest {

    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) {
        gateway = new TestGateway(folder);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void expect(int status, String word) {
        HttpResponse<String> response = gateway.send("/health", request -> request);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(gateway.json(response).get("status").asString()).isEqualTo(word);
    }

    @Test
    void tellsWhatIsWrong_andWhetherItMatters() {
        expect(200, "UP");
        gateway.parts.add(new Parts.Part("postgres", "OFF", "touchline.postgres.url is not set", false));
        expect(200, "UP");
        gateway.parts.add(new Parts.Part("cache", "DOWN", "Redis is away", false));
        expect(200, "DEGRADED");
        gateway.parts.add(new Parts.Part("view odds", "CATCHING_UP", "", true));
        expect(503, "CATCHING_UP");
        gateway.parts.add(new Parts.Part("view alerts", "DOWN", "the broker is away", true));
        expect(503, "DOWN");
        JsonNode parts =
                gateway.json(gateway.send("/health", request -> request)).get("components");
        assertThat(parts.get(0).get("cause").isNull()).isTrue();
        assertThat(parts.get(4).get("cause").asString()).isEqualTo("the broker is away");
    }

    @Test
    void showsWhatEachStageSent() {
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        JsonNode flows = gateway.json("/health").get("flows");
        assertThat(flows.get(0).get("stage").asString()).isEqualTo("ingest");
        assertThat(flows.get(0).get("records").asLong()).isEqualTo(2);
        assertThat(flows.get(0).get("newestAt").asString()).isEqualTo("2026-08-15T11:00:00Z");
        assertThat(flows.get(1).get("newestAt").isNull()).isTrue();
        JsonNode status = gateway.json(
                gateway.send("/api/v1/system/status", request -> request.header("X-API-Key", gateway.adminKey)));
        assertThat(status.get("matches").get("SCHEDULED").asInt()).isEqualTo(1);
        assertThat(status.get("keys").asInt()).isEqualTo(3);
    }

    @Test
    void metersNamePatterns_neverMatches() {
        gateway.feed(Topics.FIXTURES, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        gateway.get("/api/v1/matches/" + MATCH);
        gateway.get("/nothing/at/all");
        String meters = gateway.get("/metrics").body();
        assertThat(meters)
                .contains(
                        "gateway_requests_seconds_count{endpoint=\"/api/v1/matches/{id}\",method=\"GET\",status=\"200\"} 1")
                .contains("gateway_requests_seconds_count{endpoint=\"other\",method=\"GET\",status=\"404\"} 1")
                .doesNotContain("arsenal");
    }
}
