package io.touchline.ingest.connector.espn;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.ingest.normalise.ObservedMatch;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.VendorException;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.Rejection;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded answers against an independent walk through the same JSON. */
class EspnRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

    /** ESPN's numbers of leagues that we have. */
    private static final Set<String> OURS =
            Set.of("l:700", "l:3914", "l:740", "l:720", "l:730", "l:710", "l:770", "l:760");

    private final List<Rejection> rejections = new ArrayList<>();
    private final EspnAdapter adapter = new EspnAdapter(
            TeamDirectory.shipped(),
            new Rejections(InstantSource.fixed(NOW), rejections::add),
            InstantSource.fixed(NOW));

    @Test
    void majorLeagueSoccer_everyGoalAndCardAccountedFor() throws Exception {
        check("soccer.usa.1.scoreboard.2022-09-17.json");
    }

    @Test
    void manyLeaguesInOneAnswer_womensMatchesNeverTakenForMens() throws Exception {
        List<ObservedMatch> matches = check("soccer.multi-league.scoreboard.2026-03-21.json");
        assertThat(matches).noneMatch(match -> match.fixture().getFixtureId().contains("arsenal:west-ham"));
        assertThat(rejections.stream().filter(each -> each.getReason().equals("UNKNOWN_COMPETITION")))
                .hasSize(7)
                .allMatch(each ->
                        each.getDetail().contains("eng.w.1") || each.getDetail().contains("usa.nwsl"));
        ObservedMatch postponed = matches.stream()
                .filter(match -> match.fixture().getFixtureId().equals("soccer:eng.1:2025-26:man-city:crystal-palace"))
                .findFirst()
                .orElseThrow();
        assertThat(postponed.fixture().getStatus()).isEqualTo("POSTPONED");
        assertThat(postponed.regular()).isNull();
    }

    @Test
    void worldCup_isNotOneOfOurCompetitions_oneRejectionAMatch() throws Exception {
        assertThat(check("soccer.fifa.world.scoreboard.2026-07-03T235634.json")).isEmpty();
        assertThat(rejections).hasSize(32);
    }

    /** Every event of our leagues is a match or a rejection for an unknown team; every match has the JSON's goals and cards. */
    private List<ObservedMatch> check(String file) throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/espn/" + file));
        List<ObservedMatch> matches = adapter.read(body, NOW, NOW, file);
        Map<String, ObservedMatch> byVendorId = matches.stream()
                .collect(
                        Collectors.toMap(match -> match.fixture().getVendorIds().get("espn"), Function.identity()));
        JsonNode events = JsonMapper.builder().build().readTree(body).get("events");
        Map<String, Integer> rejected = new TreeMap<>();
        rejections.forEach(each -> rejected.merge(each.getReason(), 1, Integer::sum));
        int ours = 0;
        for (JsonNode event : events) {
            if (OURS.contains(event.get("uid").asString().split("~")[1])) {
                ours++;
                ObservedMatch match = byVendorId.get(event.get("id").asString());
                if (match != null) {
                    compare(event.get("competitions").get(0), match);
                }
            }
        }
        assertThat(matches.size() + rejected.getOrDefault("UNKNOWN_TEAM", 0)).isEqualTo(ours);
        assertThat(rejected.getOrDefault("UNKNOWN_COMPETITION", 0)).isEqualTo(events.size() - ours);
        assertThat(rejected.keySet()).isSubsetOf("UNKNOWN_TEAM", "UNKNOWN_COMPETITION");
        if (ours > 0) {
            assertThat(matches).hasSize(ours);
        }
        return matches;
    }

    private static void compare(JsonNode competition, ObservedMatch match) {
        for (JsonNode competitor : competition.get("competitors")) {
            boolean home = competitor.get("homeAway").asString().equals("home");
            String team = competitor.get("team").get("id").asString();
            int goals = 0;
            int yellow = 0;
            int red = 0;
            for (JsonNode detail : competition.get("details")) {
                boolean own = detail.get("team").get("id").asString().equals(team);
                if (own && !detail.get("shootout").asBoolean()) {
                    goals += detail.get("scoringPlay").asBoolean() ? 1 : 0;
                    yellow += detail.get("yellowCard").asBoolean() ? 1 : 0;
                    red += detail.get("redCard").asBoolean() ? 1 : 0;
                }
            }
            String side = home ? "HOME" : "AWAY";
            assertThat(home ? match.homeGoals() : match.awayGoals())
                    .isEqualTo(Integer.parseInt(competitor.get("score").asString()));
            assertThat(count(match, "GOAL", side)).isEqualTo(goals);
            assertThat(count(match, "YELLOW_CARD", side)).isEqualTo(yellow);
            assertThat(count(match, "RED_CARD", side)).isEqualTo(red);
        }
    }

    private static long count(ObservedMatch match, String type, String side) {
        return match.incidents().stream()
                .filter((MatchEvent event) -> event.getType().equals(type) && side.equals(event.getSide()))
                .count();
    }

    @Test
    void theClockOfEveryPhase() throws IOException, VendorException {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/espn/soccer.usa.1.scoreboard.2022-09-17.json"));
        Map<String, String> phases = adapter.read(body, NOW, NOW, "recording").stream()
                .collect(Collectors.toMap(
                        match -> match.fixture().getVendorIds().get("espn"),
                        match -> match.fixture().getStatus() + " " + match.period() + " " + match.minute()));
        assertThat(phases)
                .containsEntry("623597", "FINISHED FULL_TIME 94")
                .containsEntry("623600", "IN_PLAY SECOND_HALF 57")
                .containsEntry("623602", "IN_PLAY FIRST_HALF 45")
                .containsEntry("623603", "IN_PLAY FIRST_HALF 13")
                .containsEntry("623604", "SCHEDULED null null");
    }
}
