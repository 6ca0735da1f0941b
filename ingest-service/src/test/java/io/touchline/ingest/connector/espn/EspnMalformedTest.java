package io.touchline.ingest.connector.espn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken is one rejection with its name, and the rest of the answer goes on. */
class EspnMalformedTest {

    private static final Instant NOW = Instant.parse("2026-03-21T15:30:00Z");

    private final Collected collected = new Collected();
    private final EspnAdapter adapter = new EspnAdapter(
            TeamDirectory.shipped(),
            new Rejections(InstantSource.fixed(NOW), collected.rejections::add),
            InstantSource.fixed(NOW));

    private int read(String body) throws VendorException {
        return adapter.read(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, "test")
                .size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"740898\"|\"id\":\"\"|MISSING_FIELD",
                "s:600~l:700~|s:600~l:606~|UNKNOWN_COMPETITION",
                "\"uid\":\"s:600~l:700~e:740898\"|\"uid\":null|UNKNOWN_COMPETITION",
                "2026-03-21T15:00Z|21/03/2026|BROKEN_DATE",
                "2026-03-21T15:00Z|2026-13-41T15:00Z|BROKEN_DATE",
                "\"date\":\"2026-03-21T15:00Z\"|\"date\":null|MISSING_FIELD",
                "{\"year\":2025}|{\"year\":null}|UNKNOWN_SEASON",
                "{\"year\":2025}|{\"year\":7}|UNKNOWN_SEASON",
                "{\"year\":2025}|[]|UNREADABLE_PAYLOAD",
                "\"competitors\"|\"contestants\"|MISSING_FIELD",
                "\"competitions\"|\"matches\"|MISSING_FIELD",
                "\"homeAway\":\"away\"|\"homeAway\":\"home\"|MISSING_TEAM",
                "\"displayName\":\"Arsenal\"|\"displayName\":\"\"|MISSING_TEAM",
                "\"displayName\":\"Arsenal\",\"shortDisplayName\":\"Arsenal\"|\"displayName\":\"Arsenall\"|UNKNOWN_TEAM",
                "\"displayName\":\"Wolverhampton Wanderers\"|\"displayName\":\"Arsenal\"|SAME_TEAM_TWICE",
                "\"score\":\"1\"|\"score\":\"one\"|VALUE_OUT_OF_RANGE",
                "\"score\":\"1\"|\"score\":\"-1\"|VALUE_OUT_OF_RANGE",
                "\"score\":\"1\"|\"score\":null|MISSING_SCORE",
                "\"state\":\"in\"|\"state\":\"during\"|VALUE_OUT_OF_RANGE",
                "\"type\":{\"name\":\"STATUS_FIRST_HALF\"|\"type\":{\"title\":\"STATUS_FIRST_HALF\"|MISSING_FIELD",
                "\"clock\":1440.0|\"clock\":\"soon\"|UNREADABLE_PAYLOAD",
                "STATUS_FIRST_HALF\",\"state\":\"in\"|STATUS_FULL_TIME\",\"state\":\"post\"|VALUE_OUT_OF_RANGE",
            })
    void oneBrokenEvent_isOneRejection_theOtherGoesOn(String good, String bad, String reason) throws VendorException {
        String broken = EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0).event();
        assertThat(broken).contains(good);
        String sound = EspnJson.scheduled().event().replace("740898", "740899").replace("Arsenal", "Chelsea");
        int matches = read("{\"events\":[" + broken.replace(good, bad) + "," + sound + "]}");

        assertThat(collected.reasons()).containsExactly(reason);
        assertThat(matches).isEqualTo(1);
        assertThat(new String(collected.rejections.getFirst().getRaw().array(), StandardCharsets.UTF_8))
                .startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"events\":[{\"id\":\"1\"", "[]", "null", "{\"events\":{}}", "{\"leagues\":[]}"})
    void anAnswerOfNoUse_isOneRejection(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly("UNREADABLE_PAYLOAD");
    }

    @Test
    void aWebPage_isNamed() {
        assertThatThrownBy(() -> read("<!DOCTYPE html><html><body>Just a moment...</body></html>"))
                .isInstanceOf(PayloadChanged.class);
        assertThat(collected.reasons()).containsExactly("HTML_INSTEAD_OF_DATA");
    }

    @Test
    void nothingToTell_isNoFault() throws VendorException {
        assertThat(read("{\"events\":[]}")).isZero();
        assertThat(collected.rejections).isEmpty();
    }

    @Test
    void theSameFaultAtEveryPoll_isRejectedOnce() throws VendorException {
        String broken = EspnJson.scheduled()
                .text()
                .replace(
                        "\"displayName\":\"Arsenal\",\"shortDisplayName\":\"Arsenal\"", "\"displayName\":\"Arsenall\"");
        for (int poll = 0; poll < 5; poll++) {
            read(broken);
        }
        assertThat(collected.reasons()).containsExactly("UNKNOWN_TEAM");
        assertThat(collected.rejections.getFirst().getCandidates()).contains("arsenal");
    }

    @Test
    void anEventTwiceInOneAnswer_isOneMatchAndOneRejection() throws VendorException {
        String event = EspnJson.scheduled().event();
        assertThat(read("{\"events\":[" + event + "," + event + "]}")).isEqualTo(1);
        assertThat(collected.reasons()).containsExactly("DUPLICATE_MATCH");
    }

    @Test
    void twoEventsForOneMatch_isOneMatchAndOneRejection() throws VendorException {
        String event = EspnJson.scheduled().event();
        assertThat(read("{\"events\":[" + event + "," + event.replace("\"id\":\"740898\"", "\"id\":\"1\"") + "]}"))
                .isEqualTo(1);
        assertThat(collected.reasons()).containsExactly("DUPLICATE_MATCH");
    }

    @Test
    void aByteOrderMark_isNoFault() throws VendorException {
        assertThat(read("\uFEFF" + EspnJson.scheduled().text())).isEqualTo(1);
    }

    @Test
    void aGoalOfATeamThatDoesNotPlay_isRejectedAndTheMatchGoesOn() throws VendorException {
        String text = EspnJson.scheduled()
                .firstHalf(1440, "24'")
                .goal("HOME", 60, "1'")
                .text()
                .replace("\"team\":{\"id\":\"359\"},\"scoringPlay\"", "\"team\":{\"id\":\"1\"},\"scoringPlay\"");
        assertThat(read(text)).isEqualTo(1);
        assertThat(collected.reasons()).containsExactly("MISSING_TEAM");
    }
}
