package io.touchline.ingest.connector.espn;

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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken is one rejection with its name, and the rest of the answer goes on. */
class EspnMalformedTest {

    private static final Instant NOW = Instant.parse("2026-03-21T15:30:00Z");

    private final CollectedEvents collected = new CollectedEvents();
    private final EspnAdapter adapter = new EspnAdapter();

    private int read(String body) throws VendorException {
        adapter.read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, "test"), collected);
        return collected.events().size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"740898\"|\"id\":\"\"|MISSING_FIELD",
                "\"id\":\"740898\"|\"id\":{}|UNREADABLE_PAYLOAD",
                "s:600~l:700~|s:850~l:900~|UNKNOWN_SPORT",
                "2026-03-21T15:00Z|21/03/2026|BROKEN_DATE",
                "2026-03-21T15:00Z|2026-13-41T15:00Z|BROKEN_DATE",
                "\"date\":\"2026-03-21T15:00Z\"|\"date\":null|MISSING_FIELD",
                "{\"year\":2025}|{\"year\":7}|UNKNOWN_SEASON",
                "{\"year\":2025}|{\"year\":\"soon\"}|UNKNOWN_SEASON",
                "{\"year\":2025}|[]|UNREADABLE_PAYLOAD",
                "\"competitors\"|\"contestants\"|MISSING_FIELD",
                "\"competitions\"|\"matches\"|MISSING_FIELD",
                "\"homeAway\":\"away\"|\"homeAway\":\"home\"|MISSING_TEAM",
                "\"displayName\":\"Arsenal\"|\"displayName\":\"\"|MISSING_TEAM",
                "\"displayName\":\"Wolverhampton Wanderers\"|\"displayName\":\"Arsenal\"|SAME_TEAM_TWICE",
                "\"score\":\"1\"|\"score\":\"one\"|VALUE_OUT_OF_RANGE",
                "\"score\":\"1\"|\"score\":\"-1\"|VALUE_OUT_OF_RANGE",
                "\"score\":\"1\"|\"score\":\"1.5\"|VALUE_OUT_OF_RANGE",
                "\"score\":\"1\"|\"score\":null|MISSING_SCORE",
                "\"score\":\"1\"|\"score\":[1]|UNREADABLE_PAYLOAD",
                "\"state\":\"in\"|\"state\":\"during\"|VALUE_OUT_OF_RANGE",
                "\"type\":{\"name\":\"STATUS_FIRST_HALF\"|\"type\":{\"title\":\"STATUS_FIRST_HALF\"|MISSING_FIELD",
                "\"clock\":1440.0|\"clock\":\"soon\"|VALUE_OUT_OF_RANGE",
                "STATUS_FIRST_HALF\",\"state\":\"in\"|STATUS_FULL_TIME\",\"state\":\"post\"|VALUE_OUT_OF_RANGE",
            })
    void oneBrokenEvent_isOneRejection_theOtherGoesOn(String good, String bad, RejectReason reason)
            throws VendorException {
        String broken = EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0).event();
        assertThat(broken).contains(good);
        String sound = EspnJson.scheduled().event().replace("740898", "740899").replace("Arsenal", "Chelsea");
        int matches = read("{\"events\":[" + broken.replace(good, bad) + "," + sound + "]}");

        assertThat(collected.reasons()).containsExactly(reason);
        assertThat(matches).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"events\":[{\"id\":\"1\"", "[]", "null", "{\"events\":{}}", "{\"leagues\":[]}"})
    void anAnswerOfNoUse_isOneRejection(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly(RejectReason.UNREADABLE_PAYLOAD);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> spoiltAsAWhole_isOneRejection() {
        String good = EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0).text();
        return MalformedVariants.ofJson(good.getBytes(StandardCharsets.UTF_8)).entrySet().stream()
                .map(variant -> DynamicTest.dynamicTest(variant.getKey(), () -> {
                    CollectedEvents told = new CollectedEvents();
                    assertThatThrownBy(() ->
                                    new EspnAdapter().read(new Payload(variant.getValue(), NOW, NOW, "test"), told))
                            .isInstanceOf(PayloadChanged.class);
                    assertThat(told.rejections()).hasSize(1);
                    assertThat(told.events()).isEmpty();
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":404,\"message\":\"Failed to get events endpoint.\"}",
                "{\"error\":{\"message\":\"internal\",\"code\":500}}"
            })
    void theirOwnError_isNamed(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly(RejectReason.VENDOR_ERROR);
    }

    @Test
    void aWebPage_isNamed() {
        assertThatThrownBy(() -> read("<!DOCTYPE html><html><body>Just a moment...</body></html>"))
                .isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly(RejectReason.HTML_INSTEAD_OF_DATA);
    }

    @Test
    void nothingToTell_isNoFault() throws VendorException {
        assertThat(read("{\"events\":[]}")).isZero();
        assertThat(collected.rejections()).isEmpty();
    }

    @Test
    void anEventTwiceInOneAnswer_isOneMatchAndOneRejection() throws VendorException {
        String event = EspnJson.scheduled().event();
        assertThat(read("{\"events\":[" + event + "," + event + "]}")).isEqualTo(1);
        assertThat(collected.reasons()).containsExactly(RejectReason.DUPLICATE_MATCH);
    }

    @Test
    void aByteOrderMark_isNoFault() throws VendorException {
        assertThat(read("\uFEFF" + EspnJson.scheduled().text())).isEqualTo(1);
    }

    @Test
    void beforeKickoff_aScoreOfNought_isNoScore() throws VendorException {
        read(EspnJson.scheduled().text());
        assertThat(collected.events(MatchSeen.class).getFirst().goals()).isNull();
    }

    @Test
    void aGoalOfATeamThatDoesNotPlay_isRejectedAndTheMatchGoesOn() throws VendorException {
        String text = EspnJson.scheduled()
                .firstHalf(1440, "24'")
                .score(1, 0)
                .goal("HOME", 60, "1'")
                .text()
                .replace("\"team\":{\"id\":\"359\"},\"scoringPlay\"", "\"team\":{\"id\":\"1\"},\"scoringPlay\"");
        assertThat(read(text)).isEqualTo(1);
        assertThat(collected.reasons()).containsExactly(RejectReason.MISSING_TEAM);
        assertThat(collected.events(MatchSeen.class).getFirst().goals()).isEqualTo(new Goals(1, 0));
    }
}
