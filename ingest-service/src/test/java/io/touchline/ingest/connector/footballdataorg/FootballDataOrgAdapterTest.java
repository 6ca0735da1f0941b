package io.touchline.ingest.connector.footballdataorg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Their words to ours, with invented matches in their format. */
class FootballDataOrgAdapterTest {

    private static final Instant NOW = Instant.parse("2026-03-21T15:30:00Z");
    private static final String MATCH = """
            {"competition":{"id":1,"name":"Premier League","code":"PL"},"season":{"startDate":"2025-08-15"},
            "id":501,"utcDate":"2026-03-21T15:00:00Z","status":"%s","lastUpdated":"2026-03-21T15:29:00Z","venue":"The Ground",
            "homeTeam":{"id":10,"name":"Reds FC","shortName":"Reds","tla":"RED"},"awayTeam":{"id":20,"name":"Blues FC","shortName":"Blues","tla":null},
            "score":%s,"referees":[{"name":"A. Line","type":"ASSISTANT_REFEREE_N1"},{"name":"W. Histle","type":"REFEREE"}]%s}""";
    private static final String ONE_ALL = score("REGULAR", "1,1", "1,0", "");

    private final CollectedEvents collected = new CollectedEvents();

    private static String score(String duration, String full, String half, String more) {
        return "{\"winner\":null,\"duration\":\"" + duration + "\",\"fullTime\":" + pair(full) + ",\"halfTime\":"
                + pair(half) + more + "}";
    }

    private static String pair(String goals) {
        String[] both = goals.split(",");
        return "{\"home\":" + both[0] + ",\"away\":" + both[1] + "}";
    }

    private static String part(String name, String goals) {
        return ",\"" + name + "\":" + pair(goals);
    }

    private void take(String body) throws VendorException {
        new FootballDataOrgAdapter()
                .read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, "test"), collected);
    }

    private MatchSeen read(String status, String score, String more) throws VendorException {
        take("{\"matches\":[" + MATCH.formatted(status, score, more) + "]}");
        return collected.events(MatchSeen.class).getLast();
    }

    @ParameterizedTest
    @CsvSource({
        "TIMED, SCHEDULED,",
        "SCHEDULED, SCHEDULED,",
        "IN_PLAY, IN_PLAY, SECOND_HALF",
        "PAUSED, IN_PLAY, HALF_TIME",
        "FINISHED, FINISHED, FULL_TIME",
        "POSTPONED, POSTPONED,",
        "SUSPENDED, ABANDONED,",
        "CANCELLED, CANCELLED,",
        "AWARDED, CANCELLED,",
    })
    void everyStatus(String theirs, String ours, String period) throws VendorException {
        MatchSeen seen = read(theirs, ONE_ALL, "");
        assertThat(seen.status()).isEqualTo(ours);
        assertThat(seen.period()).isEqualTo(period);
        assertThat(seen.fixture().kickoffKnown()).isEqualTo(!theirs.equals("SCHEDULED"));
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void whoWhenWhere() throws VendorException {
        MatchSeen seen = read("FINISHED", ONE_ALL, "");
        assertThat(seen.fixture().key()).isEqualTo("football-data-org:501");
        assertThat(seen.fixture().competition()).isEqualTo("eng.1");
        assertThat(seen.fixture().seasonYear()).isEqualTo(2025);
        assertThat(seen.facts().referee()).isEqualTo("W. Histle");
        assertThat(seen.facts().venue()).isEqualTo("The Ground");
        assertThat(seen.home().getHalfTimeGoals()).isEqualTo(1);
        assertThat(seen.regular()).isEqualTo(new Goals(1, 1));
        assertThat(seen.incidentsTold()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXTRA_TIME         | 2,1 | 1,0 | extraTime=1,0                               | 2,1 | 1,1",
                "EXTRA_TIME         | 2,1 | 1,0 | extraTime=1,0 regularTime=1,1               | 2,1 | 1,1",
                "PENALTY_SHOOTOUT   | 7,5 | 2,0 | extraTime=1,1 penalties=4,2                 | 3,3 | 2,2",
                "PENALTY_SHOOTOUT   | 7,5 | 2,0 | regularTime=2,2 extraTime=1,1 penalties=4,2 | 3,3 | 2,2",
                "PENALTY_SHOOTOUT   | 3,3 | 2,0 | regularTime=2,2 extraTime=1,1 penalties=4,2 | 3,3 | 2,2",
            })
    void longerMatches(String duration, String full, String half, String parts, String board, String regular)
            throws VendorException {
        StringBuilder more = new StringBuilder();
        for (String each : parts.split(" ")) {
            more.append(part(each.split("=")[0], each.split("=")[1]));
        }
        MatchSeen seen = read("FINISHED", score(duration, full, half, more.toString()), "");
        assertThat(seen.goals().home() + "," + seen.goals().away()).isEqualTo(board);
        assertThat(seen.regular().home() + "," + seen.regular().away()).isEqualTo(regular);
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void theSecondVersion_saysHomeTeam() throws VendorException {
        MatchSeen seen = read(
                "FINISHED",
                "{\"duration\":\"REGULAR\",\"fullTime\":{\"homeTeam\":2,\"awayTeam\":0},\"halfTime\":{\"homeTeam\":1,\"awayTeam\":0}}",
                "");
        assertThat(seen.goals()).isEqualTo(new Goals(2, 0));
    }

    @Test
    void whatPaidPlansTell() throws VendorException {
        MatchSeen seen = read("IN_PLAY", score("REGULAR", "2,1", "1,0", ""), """
                ,"minute":"67","goals":[
                {"minute":23,"injuryTime":null,"type":"REGULAR","team":{"id":10},"scorer":{"name":"Ann"},"score":{"home":1,"away":0}},
                {"minute":50,"type":"OWN","team":{"id":20},"scorer":{"name":"Bea"},"score":{"home":2,"away":0}},
                {"minute":60,"type":"PENALTY","team":{"id":20},"scorer":{"name":"Cid"},"score":{"home":2,"away":1}}],
                "bookings":[{"minute":45,"injuryTime":2,"team":{"id":20},"player":{"name":"Dee"},"card":"YELLOW"},
                {"minute":61,"team":{"id":20},"player":{"name":"Dee"},"card":"YELLOW_RED"}],
                "substitutions":[{"minute":62,"team":{"id":10},"playerOut":{"name":"Eve"},"playerIn":{"name":"Fay"}}]""");
        assertThat(seen.minute()).isEqualTo(66);
        assertThat(seen.incidentsTold()).isTrue();
        assertThat(seen.incidents())
                .extracting(each -> each.getMinute() + " " + each.getType() + " " + each.getSide() + " "
                        + each.getPlayer() + " " + each.getDetail())
                .containsExactly(
                        "22 GOAL HOME Ann null",
                        "46 YELLOW_CARD AWAY Dee null",
                        "49 GOAL HOME Bea Own Goal",
                        "59 GOAL AWAY Cid Penalty",
                        "60 RED_CARD AWAY Dee Second Yellow Card",
                        "61 SUBSTITUTION HOME Fay for Eve");
    }

    @Test
    void anOwnGoalWithoutRunningScore_goesWhereTheBoardAddsUp() throws VendorException {
        String underUnlucky = ",\"goals\":[{\"minute\":5,\"type\":\"OWN\",\"team\":{\"id\":20}}]";
        assertThat(read("FINISHED", score("REGULAR", "1,0", "1,0", ""), underUnlucky)
                        .incidents())
                .extracting(each -> each.getSide())
                .containsExactly("HOME");
        String underLucky = ",\"goals\":[{\"minute\":5,\"type\":\"OWN\",\"team\":{\"id\":10}}]";
        assertThat(read("FINISHED", score("REGULAR", "1,0", "1,0", ""), underLucky)
                        .incidents())
                .extracting(each -> each.getSide())
                .containsExactly("HOME");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":501,|`` |MISSING_FIELD",
                "\"status\":\"FINISHED\"|\"status\":\"ODD\"|VALUE_OUT_OF_RANGE",
                "2026-03-21T15:00:00Z|soon|BROKEN_DATE",
                "2025-08-15|then|UNKNOWN_SEASON",
                "\"name\":\"Reds FC\",\"shortName\":\"Reds\"|\"name\":null|MISSING_TEAM",
                "Blues FC|Reds FC|SAME_TEAM_TWICE",
                "\"fullTime\":{\"home\":1,|\"fullTime\":{\"home\":-1,|VALUE_OUT_OF_RANGE",
                "\"fullTime\":{\"home\":1,|\"fullTime\":{\"home\":0,|CONTRADICTORY_RESULT",
                "\"fullTime\":{\"home\":1,|\"fullTime\":{\"home\":null,|MISSING_SCORE",
                "\"homeTeam\":{|\"homeTeam\":[],\"x\":{|UNREADABLE_PAYLOAD",
                "\"duration\":\"REGULAR\"|\"duration\":\"LONG\"|VALUE_OUT_OF_RANGE",
            })
    void oneBrokenMatch_isOneRejection(String good, String bad, RejectReason reason) throws VendorException {
        String sound = MATCH.formatted("FINISHED", ONE_ALL, "");
        assertThat(sound).contains(good);
        take("{\"matches\":[" + sound.replace(good, bad.strip()) + "," + sound.replace("501", "502") + "]}");
        assertThat(collected.reasons()).containsExactly(reason);
        assertThat(collected.events(MatchSeen.class).getLast().fixture().vendorId())
                .isEqualTo("502");
    }

    @TestFactory
    Stream<DynamicTest> spoiltAsAWhole_isOneRejection() {
        byte[] good =
                ("{\"matches\":[" + MATCH.formatted("FINISHED", ONE_ALL, "") + "]}").getBytes(StandardCharsets.UTF_8);
        return MalformedVariants.ofJson(good).entrySet().stream()
                .map(variant -> DynamicTest.dynamicTest(variant.getKey(), () -> {
                    CollectedEvents told = new CollectedEvents();
                    assertThatThrownBy(() -> new FootballDataOrgAdapter()
                                    .read(new Payload(variant.getValue(), NOW, NOW, "test"), told))
                            .isInstanceOf(PayloadChanged.class);
                    assertThat(told.rejections()).hasSize(1);
                    assertThat(told.events()).isEmpty();
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"The resource is restricted\",\"errorCode\":403}|VENDOR_ERROR",
                "{\"status\":429,\"headers\":{},\"body\":\"{\\\"message\\\":\\\"Wait 24 seconds\\\"}\"}|VENDOR_ERROR",
                "{\"status\":200,\"body\":\"<html>\"}|HTML_INSTEAD_OF_DATA",
                "{\"standings\":[]}|UNKNOWN_MESSAGE",
            })
    void answersWithoutMatches_areNamed(String body, RejectReason reason) {
        assertThatThrownBy(() -> take(body)).isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly(reason);
    }
}
