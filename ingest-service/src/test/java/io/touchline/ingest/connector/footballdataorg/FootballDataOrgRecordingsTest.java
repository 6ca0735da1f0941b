package io.touchline.ingest.connector.footballdataorg;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded exchange against an independent walk through its body. */
class FootballDataOrgRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void everyMatchOfTheFolder_isToldOrRejectedOnce() throws Exception {
        int matches = 0;
        int told = 0;
        int withoutTeams = 0;
        int longer = 0;
        List<RejectReason> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(SharedData.path("feeds/football-data.org"))) {
            for (Path path : files.sorted().toList()) {
                byte[] body = Files.readAllBytes(path);
                JsonNode inner =
                        MAPPER.readTree(MAPPER.readTree(body).path("body").asString());
                List<JsonNode> listed = new ArrayList<>();
                inner.path("matches").forEach(listed::add);
                if (inner.has("utcDate")) {
                    listed.add(inner);
                }
                CollectedEvents collected = new CollectedEvents();
                try {
                    new FootballDataOrgAdapter()
                            .read(new Payload(body, NOW, NOW, path.getFileName().toString()), collected);
                } catch (PayloadChanged e) {
                    assertThat(listed).isEmpty();
                    pages.addAll(collected.reasons());
                    continue;
                }
                List<MatchSeen> seen = collected.events(MatchSeen.class);
                assertThat(seen.size() + collected.rejections().size()).isEqualTo(listed.size());
                assertThat(collected.reasons()).allMatch(RejectReason.MISSING_TEAM::equals);
                matches += listed.size();
                told += seen.size();
                withoutTeams += (int) listed.stream()
                        .filter(match -> match.path("homeTeam").path("name").isNull())
                        .count();
                longer += compare(listed, seen);
            }
        }
        assertThat(matches).isEqualTo(574);
        assertThat(told).isEqualTo(matches - withoutTeams);
        assertThat(longer).isEqualTo(11);
        assertThat(pages).hasSize(10).containsOnly(RejectReason.UNKNOWN_MESSAGE);
    }

    private static int compare(List<JsonNode> listed, List<MatchSeen> seen) {
        int longer = 0;
        for (JsonNode match : listed) {
            MatchSeen one = seen.stream()
                    .filter(each ->
                            each.fixture().vendorId().equals(match.get("id").asString()))
                    .findFirst()
                    .orElse(null);
            JsonNode score = match.get("score");
            if (one == null || !match.get("status").asString().equals("FINISHED")) {
                assertThat(one == null || one.goals() == null).isTrue();
                continue;
            }
            int home = score.get("fullTime").get("home").asInt();
            int away = score.get("fullTime").get("away").asInt();
            assertThat(one.goals().home())
                    .isEqualTo(home - score.path("penalties").path("home").asInt(0));
            assertThat(one.goals().away())
                    .isEqualTo(away - score.path("penalties").path("away").asInt(0));
            assertThat(one.regular().home())
                    .isEqualTo(one.goals().home()
                            - score.path("extraTime").path("home").asInt(0));
            assertThat(one.home().getHalfTimeGoals())
                    .isEqualTo(score.get("halfTime").get("home").asInt());
            assertThat(one.observedAt()).isBefore(Instant.parse("2022-12-31T00:00:00Z"));
            longer += score.has("extraTime") ? 1 : 0;
        }
        return longer;
    }
}
