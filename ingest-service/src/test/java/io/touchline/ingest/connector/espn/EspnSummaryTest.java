package io.touchline.ingest.connector.espn;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorException;
import io.touchline.testkit.CollectedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A summary tells more than a scoreboard: substitutions, missed penalties, reviews, the referee. */
class EspnSummaryTest {

    private static final Instant NOW = Instant.parse("2026-03-21T17:30:00Z");
    private static final String HEADER = """
            "header":{"id":"740898","uid":"s:600~l:700~e:740898","season":{"year":2025},
            "league":{"id":"700","name":"English Premier League","slug":"eng.1"},
            "competitions":[{"id":"740898","date":"2026-03-21T15:00Z","neutralSite":false,
            "competitors":[
            {"id":"1","homeAway":"home","score":"2","linescores":[{"displayValue":"1"},{"displayValue":"0"}],"team":{"id":"1","displayName":"Reds"}},
            {"id":"2","homeAway":"away","score":"1","linescores":[{"displayValue":"0"},{"displayValue":"1"}],"team":{"id":"2","displayName":"Blues"}}],
            "status":{"period":%d,"displayClock":"%s","type":{"name":"%s","state":"%s","completed":%s}}}]}""";
    private static final String FULL_TIME = HEADER.formatted(2, "90'+4'", "STATUS_FULL_TIME", "post", true);

    private final CollectedEvents collected = new CollectedEvents();
    private final EspnAdapter adapter = new EspnAdapter();

    private MatchSeen read(String body) throws VendorException {
        collected.clear();
        adapter.read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, "test"), collected);
        return collected.events(MatchSeen.class).getFirst();
    }

    private static String key(String slug, String text, String team, String clock, int period, String more) {
        return "{\"type\":{\"text\":\"%s\",\"type\":\"%s\"},\"clock\":{\"displayValue\":\"%s\"},\"period\":{\"number\":%d},\"team\":{\"id\":\"%s\"}%s}"
                .formatted(text, slug, clock, period, team, more);
    }

    private static String who(String... names) {
        return ",\"participants\":["
                + String.join(
                        ",",
                        List.of(names).stream()
                                .map(name -> "{\"athlete\":{\"displayName\":\"" + name + "\"}}")
                                .toList())
                + "]";
    }

    private static List<String> lines(MatchSeen seen) {
        return seen.incidents().stream()
                .map(each -> each.getMinute() + " " + each.getType() + " " + each.getSide() + " " + each.getPlayer()
                        + " " + each.getDetail())
                .toList();
    }

    private static final String EVENTS = String.join(
            ",",
            key("kickoff", "Kickoff", "1", "", 1, ""),
            key("goal---header", "Goal - Header", "1", "23'", 1, who("Ann", "Bea") + ",\"scoringPlay\":true"),
            key("penalty---saved", "Penalty - Saved", "2", "40'", 1, who("Cid")),
            key("yellow-card", "Yellow Card", "2", "45'+2'", 1, who("Cid")),
            key("substitution", "Substitution", "1", "60'", 2, who("Dee", "Eve")),
            key("var---referee-decision-cancelled", "VAR - Referee decision cancelled", "1", "66'", 2, ""),
            key("own-goal", "Own Goal", "1", "70'", 2, who("Fay") + ",\"scoringPlay\":true"),
            key("yellow-red-card", "Yellow Red Card", "2", "80'", 2, who("Cid")),
            key("penalty---scored", "Penalty - Scored", "2", "85'", 2, who("Gus") + ",\"scoringPlay\":true"));

    @Test
    void everythingThatHappened() throws VendorException {
        MatchSeen seen = read(
                "{" + FULL_TIME + ",\"keyEvents\":[" + EVENTS + "],"
                        + "\"gameInfo\":{\"venue\":{\"fullName\":\"The Ground\"},\"officials\":[{\"displayName\":\"W. Histle\",\"position\":{\"name\":\"Referee\"}}]},"
                        + "\"boxscore\":{\"teams\":[{\"team\":{\"id\":\"1\"},\"statistics\":[{\"name\":\"possessionPct\",\"displayValue\":\"55\"},{\"name\":\"yellowCards\",\"displayValue\":\"0\"}]}]}}");

        assertThat(lines(seen))
                .containsExactly(
                        "22 GOAL HOME Ann Goal - Header",
                        "39 PENALTY AWAY Cid Penalty - Saved",
                        "46 YELLOW_CARD AWAY Cid Yellow Card",
                        "59 SUBSTITUTION HOME Dee for Eve",
                        "65 VAR HOME null VAR - Referee decision cancelled",
                        "69 GOAL HOME Fay Own Goal",
                        "79 RED_CARD AWAY Cid Second Yellow Card",
                        "84 GOAL AWAY Gus Penalty - Scored");
        assertThat(seen.goals()).isEqualTo(new Goals(2, 1));
        assertThat(seen.regular()).isEqualTo(new Goals(2, 1));
        assertThat(seen.home().getHalfTimeGoals()).isEqualTo(1);
        assertThat(seen.home().getPossession()).isEqualTo(0.55);
        assertThat(seen.facts().referee()).isEqualTo("W. Histle");
        assertThat(seen.facts().venue()).isEqualTo("The Ground");
        assertThat(seen.fixture().competition()).isEqualTo("eng.1");
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void anOwnGoalUnderTheUnluckySide_isTurnedWhereTheBoardSaysSo() throws VendorException {
        MatchSeen seen = read("{" + FULL_TIME + ",\"keyEvents\":["
                + EVENTS.replace(
                        key("own-goal", "Own Goal", "1", "70'", 2, who("Fay") + ",\"scoringPlay\":true"),
                        key("own-goal", "Own Goal", "2", "70'", 2, who("Fay") + ",\"scoringPlay\":true"))
                + "]}");
        assertThat(lines(seen)).contains("69 GOAL HOME Fay Own Goal");
    }

    @Test
    void kicksOfAShootout_areNoGoals_andExtraTimeIsNotNinetyMinutes() throws VendorException {
        String header = HEADER.formatted(5, "120'", "STATUS_FINAL_PEN", "post", true);
        MatchSeen seen = read("{" + header + ",\"keyEvents\":["
                + String.join(
                        ",",
                        key("goal", "Goal", "1", "23'", 1, ",\"scoringPlay\":true"),
                        key("goal", "Goal", "2", "90'+3'", 2, ",\"scoringPlay\":true"),
                        key("goal", "Goal", "1", "101'", 3, ",\"scoringPlay\":true"),
                        key("penalty---scored", "Penalty - Scored", "1", "120'", 5, ",\"scoringPlay\":true"),
                        key("penalty---missed", "Penalty - Missed", "2", "120'", 5, ",\"shootout\":true"))
                + "]}");
        assertThat(lines(seen)).hasSize(3).allMatch(line -> line.contains("GOAL"));
        assertThat(seen.regular()).isEqualTo(new Goals(1, 1));
    }

    @Test
    void withoutAList_theHalvesComeFromTheLines() throws VendorException {
        MatchSeen seen = read("{" + FULL_TIME + "}");
        assertThat(seen.incidentsTold()).isFalse();
        assertThat(seen.incidents()).isEmpty();
        assertThat(seen.goals()).isEqualTo(new Goals(2, 1));
    }

    @Test
    void theNextScoreboard_doesNotTakeBackWhatOnlySummariesTell() throws VendorException {
        read("{" + FULL_TIME + ",\"keyEvents\":[" + EVENTS + "]}");
        String event = FULL_TIME.substring(FULL_TIME.indexOf('{'));
        String details =
                ",\"details\":[{\"type\":{\"text\":\"Goal\"},\"clock\":{\"value\":1300,\"displayValue\":\"22'\"},\"team\":{\"id\":\"1\"},\"scoringPlay\":true}]}]}";
        MatchSeen seen = read("{\"events\":[" + event.substring(0, event.lastIndexOf("}]}")) + details + "]}");
        assertThat(lines(seen))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("GOAL", "PENALTY", "SUBSTITUTION", "VAR");
    }
}
