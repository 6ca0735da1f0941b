package io.touchline.ingest.connector.mlb;

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
import io.touchline.testkit.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules and feeds: recorded ones, and invented ones in their format. */
class MlbAdapterTest {

    private static final Instant NOW = Instant.parse("2026-07-04T20:00:00Z");
    private static final String GAME = """
            {"gamePk":700,"gameType":"R","season":"2026","gameDate":"2026-07-04T17:05:00Z","status":%s,
            "teams":{"away":{"score":2,"team":{"id":2,"name":"Left Pickles"}},"home":{"score":3,"team":{"id":1,"name":"Right Owls"}}},
            "venue":{"name":"The Park"},"gameNumber":2,"doubleHeader":"S","scheduledInnings":7,"linescore":{"currentInning":%d}}""";
    private static final String LIVE = status("I", "Live", "In Progress");

    private final CollectedEvents collected = new CollectedEvents();
    private final MlbAdapter adapter = new MlbAdapter();

    private static String status(String coded, String state, String detailed) {
        return "{\"codedGameState\":\"" + coded + "\",\"abstractGameState\":\"" + state + "\",\"detailedState\":\""
                + detailed + "\",\"startTimeTBD\":false}";
    }

    private static String schedule(String... games) {
        return "{\"totalGames\":1,\"dates\":[{\"date\":\"2026-07-04\",\"games\":[" + String.join(",", games) + "]}]}";
    }

    private void take(String body) throws VendorException {
        adapter.read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, "test"), collected);
    }

    private void recorded(String file) throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/mlb-statsapi/" + file));
        adapter.read(new Payload(body, NOW, NOW, file), collected);
    }

    @ParameterizedTest
    @CsvSource({
        "S, Preview, Scheduled, SCHEDULED,",
        "P, Live, Warmup, SCHEDULED,",
        "I, Live, In Progress, IN_PLAY, PERIOD_5",
        "U, Live, Suspended: Rain, IN_PLAY, PERIOD_5",
        "O, Final, Game Over, FINISHED, FULL_TIME",
        "F, Final, Final, FINISHED, FULL_TIME",
        "F, Final, Completed Early: Rain, FINISHED, FULL_TIME",
        "D, Final, Postponed, POSTPONED,",
        "C, Final, Cancelled, CANCELLED,",
    })
    void everyState(String coded, String state, String detailed, String ours, String period) throws VendorException {
        take(schedule(GAME.formatted(status(coded, state, detailed), 5)));
        MatchSeen seen = collected.events(MatchSeen.class).getFirst();
        assertThat(seen.status()).isEqualTo(ours);
        assertThat(seen.period()).isEqualTo(period);
        assertThat(seen.goals()).isEqualTo(period == null ? null : new Goals(3, 2));
        assertThat(seen.regular()).isEqualTo(ours.equals("FINISHED") ? new Goals(3, 2) : null);
        assertThat(seen.fixture().gameNumber()).isEqualTo(2);
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void afterTheLastInningByTheRules_isExtraTime() throws VendorException {
        take(schedule(GAME.formatted(LIVE, 8)));
        assertThat(collected.events(MatchSeen.class).getFirst().period()).isEqualTo("EXTRA_TIME");
    }

    @Test
    void aPostponedGame_onItsOldDayAndItsNewOne_isNoDuplicate() throws VendorException {
        String old = GAME.formatted(status("D", "Final", "Postponed"), 0);
        String fresh = GAME.formatted(status("S", "Preview", "Scheduled"), 0).replace("07-04T", "07-05T");
        take(schedule(old, fresh));
        assertThat(collected.events(MatchSeen.class))
                .extracting(MatchSeen::status)
                .containsExactly("POSTPONED", "SCHEDULED");
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void theSchedule_asRecorded() throws Exception {
        recorded("v1.schedule.2022-04-07.json");
        assertThat(collected.events(MatchSeen.class)).hasSize(9);
        assertThat(collected.events(MatchSeen.class).stream()
                        .filter(seen -> seen.status().equals("POSTPONED")))
                .hasSize(2);
        assertThat(collected.events(MatchSeen.class).getFirst().regular()).isEqualTo(new Goals(5, 4));
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void theFeed_asRecorded_boardWholeAndPlaysCut() throws Exception {
        recorded("v1.1.game.715720.feed.live.json");
        MatchSeen seen = collected.events(MatchSeen.class).getFirst();
        assertThat(seen.goals()).isEqualTo(new Goals(2, 3));
        assertThat(seen.observedAt()).isEqualTo(Instant.parse("2022-11-04T04:03:16Z"));
        assertThat(seen.incidents()).hasSize(1);
        assertThat(seen.incidents().getFirst().getDetail()).isEqualTo("1 run: Single");
        assertThat(seen.incidentsTold()).isFalse();
        assertThat(seen.facts().referee()).isEqualTo("Jordan Baker");
        assertThat(seen.fixture().gameNumber()).isNull();
        assertThat(collected.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "error.404.json, VENDOR_ERROR",
        "error.500.json, VENDOR_ERROR",
        "v1.standings.json, UNKNOWN_MESSAGE",
        "v1.team.roster.json, UNKNOWN_MESSAGE",
    })
    void answersWithoutGames_areNamed(String file, RejectReason reason) {
        assertThatThrownBy(() -> recorded(file)).isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"gamePk\":700,|`` |MISSING_FIELD",
                "2026-07-04T17:05:00Z|noon|BROKEN_DATE",
                "\"season\":\"2026\"|\"season\":\"new\"|UNKNOWN_SEASON",
                "Left Pickles|Right Owls|SAME_TEAM_TWICE",
                "\"name\":\"Right Owls\"|\"name\":\"\"|MISSING_TEAM",
                "\"score\":3|\"score\":\"many\"|VALUE_OUT_OF_RANGE",
                "\"score\":3|\"score\":-3|VALUE_OUT_OF_RANGE",
                "\"score\":3|\"score\":null|MISSING_SCORE",
                "\"codedGameState\":\"I\",\"abstractGameState\":\"Live\"|\"codedGameState\":null|MISSING_FIELD",
                "\"abstractGameState\":\"Live\"|\"abstractGameState\":\"Odd\"|VALUE_OUT_OF_RANGE",
                "\"teams\":{|\"teams\":[],\"x\":{|UNREADABLE_PAYLOAD",
            })
    void oneBrokenGame_isOneRejection(String good, String bad, RejectReason reason) throws VendorException {
        String sound = GAME.formatted(LIVE, 5);
        assertThat(sound).contains(good);
        take(schedule(sound.replace(good, bad.strip()), sound.replace("700", "701")));
        assertThat(collected.reasons()).containsExactly(reason);
        assertThat(collected.events(MatchSeen.class).getLast().fixture().vendorId())
                .isEqualTo("701");
    }

    @TestFactory
    Stream<DynamicTest> spoiltAsAWhole_isOneRejection() {
        byte[] good = schedule(GAME.formatted(LIVE, 5)).getBytes(StandardCharsets.UTF_8);
        return MalformedVariants.ofJson(good).entrySet().stream()
                .map(variant -> DynamicTest.dynamicTest(variant.getKey(), () -> {
                    CollectedEvents told = new CollectedEvents();
                    assertThatThrownBy(() ->
                                    new MlbAdapter().read(new Payload(variant.getValue(), NOW, NOW, "test"), told))
                            .isInstanceOf(PayloadChanged.class);
                    assertThat(told.rejections()).hasSize(1);
                    assertThat(told.events()).isEmpty();
                }));
    }
}
