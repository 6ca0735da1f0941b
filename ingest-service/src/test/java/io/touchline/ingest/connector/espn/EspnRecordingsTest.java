package io.touchline.ingest.connector.espn;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded answers against an independent walk through the same JSON. */
class EspnRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final List<String> SPORTS = List.of("s:600~", "s:40~", "s:20~", "s:1~", "s:70~");

    private final CollectedEvents collected = new CollectedEvents();

    private List<MatchSeen> read(String file) throws Exception {
        Path path = SharedData.path("feeds/espn/" + file);
        new EspnAdapter().read(new Payload(Files.readAllBytes(path), NOW, NOW, file), collected);
        return collected.events(MatchSeen.class);
    }

    private static JsonNode json(String file) throws Exception {
        return JsonMapper.builder().build().readTree(Files.readAllBytes(SharedData.path("feeds/espn/" + file)));
    }

    @Test
    void everyGoalAndCardOfTheFolder_whateverTheCompetition() throws Exception {
        Map<String, Integer> goals = new HashMap<>();
        Map<String, Integer> cards = new HashMap<>();
        Map<String, MatchSeen> last = new HashMap<>();
        try (Stream<Path> files = Files.list(SharedData.path("feeds/espn"))) {
            for (Path path : files.sorted().toList()) {
                String file = path.getFileName().toString();
                if (!file.contains("scoreboard")) {
                    continue;
                }
                for (JsonNode event : json(file).get("events")) {
                    int scored = 0;
                    int shown = 0;
                    for (JsonNode detail : event.path("competitions").path(0).path("details")) {
                        boolean kick = detail.path("shootout").asBoolean(false);
                        scored += detail.path("scoringPlay").asBoolean(false) && !kick ? 1 : 0;
                        shown += detail.path("yellowCard").asBoolean(false)
                                        || detail.path("redCard").asBoolean(false)
                                ? 1
                                : 0;
                    }
                    goals.put(event.get("id").asString(), scored);
                    cards.put(event.get("id").asString(), shown);
                }
                collected.clear();
                read(file).forEach(seen -> last.put(seen.fixture().vendorId(), seen));
            }
        }
        assertThat(sum(goals)).isEqualTo(208);
        assertThat(sum(cards)).isEqualTo(292);
        goals.forEach((id, count) -> assertThat(count(last.get(id), "GOAL")).isEqualTo(count.longValue()));
        cards.forEach((id, count) -> assertThat(count(last.get(id), "YELLOW_CARD") + count(last.get(id), "RED_CARD"))
                .isEqualTo(count.longValue()));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long count(MatchSeen seen, String type) {
        return seen == null
                ? 0
                : seen.incidents().stream()
                        .filter(each -> each.getType().equals(type))
                        .count();
    }

    @Test
    void everyEvent_isAMatchOrASportThatWeDoNotRead() throws Exception {
        for (String file : List.of(
                "soccer.usa.1.scoreboard.2022-09-17.json",
                "soccer.multi-league.scoreboard.2026-03-21.json",
                "soccer.fifa.world.scoreboard.2026-07-04T022436.json",
                "baseball.mlb.scoreboard.2022-09-17.json",
                "football.nfl.scoreboard.2022-09-11.json",
                "multi-sport.scoreboard.composite.json")) {
            collected.clear();
            Map<String, MatchSeen> byId = read(file).stream()
                    .collect(Collectors.toMap(seen -> seen.fixture().vendorId(), Function.identity()));
            int others = 0;
            for (JsonNode event : json(file).get("events")) {
                String uid = event.get("uid").asString();
                if (SPORTS.stream().noneMatch(uid::startsWith)) {
                    others++;
                    continue;
                }
                MatchSeen seen = byId.get(event.get("id").asString());
                assertThat(seen).as(uid).isNotNull();
                compare(event.get("competitions").get(0), seen);
            }
            assertThat(collected.reasons())
                    .hasSize(others)
                    .containsOnly(others == 0 ? new RejectReason[0] : new RejectReason[] {RejectReason.UNKNOWN_SPORT});
        }
    }

    private static void compare(JsonNode competition, MatchSeen seen) {
        String state = competition.get("status").get("type").get("state").asString();
        boolean called =
                competition.get("status").get("type").get("name").asString().equals("STATUS_POSTPONED");
        Map<String, Integer> scores = new TreeMap<>();
        for (JsonNode competitor : competition.get("competitors")) {
            scores.put(
                    competitor.get("homeAway").asString(),
                    Integer.valueOf(competitor.get("score").asString()));
        }
        Goals board = new Goals(scores.get("home"), scores.get("away"));
        assertThat(seen.goals()).isEqualTo(state.equals("pre") || called ? null : board);
        assertThat(seen.status())
                .isEqualTo(
                        called
                                ? "POSTPONED"
                                : state.equals("pre") ? "SCHEDULED" : state.equals("in") ? "IN_PLAY" : "FINISHED");
    }

    @Test
    void womensLeagues_haveNoCodeOfMens() throws Exception {
        assertThat(read("soccer.multi-league.scoreboard.2026-03-21.json"))
                .filteredOn(seen -> seen.fixture().competition() == null
                        || seen.fixture().competition().contains("w"))
                .extracting(seen -> seen.fixture().competitionName())
                .hasSize(7)
                .containsOnly("eng.w.1", "usa.nwsl");
    }

    @Test
    void ninetyMinutes_ofMatchesThatWentOn() throws Exception {
        assertThat(read("soccer.fifa.world.scoreboard.2026-07-04T022436.json"))
                .filteredOn(seen -> seen.status().equals("FINISHED"))
                .hasSize(15)
                .allMatch(seen -> seen.regular() != null)
                .filteredOn(seen -> seen.regular().home() == seen.regular().away())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void theClockOfEveryPhase() throws Exception {
        Map<String, String> phases = read("soccer.usa.1.scoreboard.2022-09-17.json").stream()
                .collect(Collectors.toMap(
                        seen -> seen.fixture().vendorId(),
                        seen -> seen.status() + " " + seen.period() + " " + seen.minute()));
        assertThat(phases)
                .containsEntry("623597", "FINISHED FULL_TIME 94")
                .containsEntry("623600", "IN_PLAY SECOND_HALF 57")
                .containsEntry("623602", "IN_PLAY FIRST_HALF 45")
                .containsEntry("623603", "IN_PLAY FIRST_HALF 13")
                .containsEntry("623604", "SCHEDULED null null");
    }

    @Test
    void otherSports_theirPeriodsAndSeasons() throws Exception {
        Map<String, String> told = read("multi-sport.scoreboard.composite.json").stream()
                .collect(Collectors.toMap(
                        seen -> seen.fixture().vendorId(),
                        seen -> seen.fixture().sport() + " " + seen.fixture().seasonYear() + " " + seen.period()));
        assertThat(told)
                .containsEntry("401474846", "basketball 2022 PERIOD_2")
                .containsEntry("401461502", "hockey 2022 PERIOD_2")
                .containsEntry("401423258", "baseball 2022 PERIOD_6")
                .containsEntry("401404125", "american_football 2022 PERIOD_2")
                .containsEntry("401437654", "american_football 2022 FULL_TIME");
    }

    @Test
    void gamesOfADoubleHeader_knowTheirNumber() throws Exception {
        assertThat(read("baseball.mlb.scoreboard.2022-09-17.json"))
                .filteredOn(seen -> seen.fixture().gameNumber() != null)
                .extracting(seen ->
                        seen.fixture().home().name() + " " + seen.fixture().gameNumber())
                .containsExactlyInAnyOrder(
                        "Cleveland Guardians 1",
                        "Cleveland Guardians 2",
                        "St. Louis Cardinals 1",
                        "St. Louis Cardinals 2");
    }

    @Test
    void aTeamsSchedule_andATeamsNextMatch() throws Exception {
        assertThat(read("soccer.usa.1.team-schedule.2026.json"))
                .hasSize(5)
                .allMatch(seen ->
                        "usa.1".equals(seen.fixture().competition()) && seen.goals() != null && !seen.incidentsTold());
        assertThat(read("soccer.team.json")).hasSize(6).last().matches(seen -> seen.goals() == null);
        assertThat(collected.rejections()).isEmpty();
    }
}
