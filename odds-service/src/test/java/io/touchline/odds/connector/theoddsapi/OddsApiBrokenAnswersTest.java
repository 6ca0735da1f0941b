package io.touchline.odds.connector.theoddsapi;

import static io.touchline.odds.connector.theoddsapi.OddsApiJson.answer;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.bookmaker;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.event;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.h2h;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Quote;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is broken is one named rejection, and the rest goes on. */
class OddsApiBrokenAnswersTest extends OddsApiReading {

    @Test
    void anOutright_isOneRejectionWithItsPrices() throws VendorException {
        read(answer(
                        bookmaker("pinnacle", READ, h2h("outrights", 3, 4, 5)),
                        bookmaker("unibet_eu", READ, h2h("outrights", 3, 4, 5)))
                .replace("\"Arsenal\",\"away", "null,\"away")
                .replace("\"away_team\":\"Wolverhampton Wanderers\"", "\"away_team\":null"));
        assertThat(reasons()).containsExactly("UNKNOWN_MARKET");
        assertThat(told.rejections().getFirst().detail()).isEqualTo("an outright of soccer_epl, 6 prices");
    }

    @Test
    void theVendorsOwnError_isNamed() {
        assertThatThrownBy(() ->
                        read("{\"message\":\"Usage quota has been reached\",\"error_code\":\"OUT_OF_USAGE_CREDITS\"}"))
                .isInstanceOf(PayloadChanged.class);
        assertThat(told.rejections().getFirst().detail())
                .isEqualTo("OUT_OF_USAGE_CREDITS Usage quota has been reached");
        assertThat(reasons()).containsExactly("VENDOR_ERROR");
    }

    @Test
    void everyMalformedVariant_isOneRejection() {
        byte[] good =
                answer(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2))).getBytes(StandardCharsets.UTF_8);
        MalformedVariants.ofJson(good).forEach((name, body) -> {
            told.clear();
            assertThat(catchThrowable(() -> adapter.read(new Payload(body, NOW, NOW, "test"), told)))
                    .as(name)
                    .isInstanceOf(PayloadChanged.class);
            assertThat(told.rejections()).as(name).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"152454388558d4d22919ced2caec0328\"|\"id\":null|MISSING_FIELD",
                "\"bookmakers\"|\"books\"|MISSING_FIELD",
                "\"sport_key\":\"soccer_epl\"|\"sport\":\"soccer_epl\"|MISSING_FIELD",
                "2026-03-21T15:00:00Z|tomorrow|BROKEN_DATE",
                "\"commence_time\"|\"start\"|MISSING_FIELD",
                "\"home_team\":\"Arsenal\"|\"home_team\":\"\"|MISSING_TEAM",
                "\"home_team\":\"Arsenal\"|\"home_team\":\"Wolverhampton Wanderers\"|SAME_TEAM_TWICE",
                "\"bookmakers\":[|\"bookmakers\":7,\"x\":[|MISSING_FIELD",
            })
    void oneBrokenEvent_isOneRejection_theOtherGoesOn(String good, String bad, String reason) throws VendorException {
        String broken = event(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2)));
        assertThat(broken).contains(good);
        String sound = event(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2)))
                .replace("Arsenal", "Chelsea")
                .replace("152454", "999999");
        assertThat(read("[" + broken.replace(good, bad) + "," + sound + "]")).hasSize(1);
        assertThat(reasons()).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"price\":5.0|\"price\":1.0|ODDS_OUT_OF_RANGE",
                "\"price\":5.0|\"price\":0|ODDS_OUT_OF_RANGE",
                "\"price\":5.0|\"price\":-110|ODDS_OUT_OF_RANGE",
                "\"price\":5.0|\"price\":\"NaN\"|ODDS_OUT_OF_RANGE",
                "\"price\":5.0|\"price\":\"evens\"|ODDS_OUT_OF_RANGE",
                "\"price\":5.0|\"price\":null|MISSING_FIELD",
                "\"name\":\"Draw\"|\"name\":\"X\"|UNKNOWN_MARKET",
                "\"name\":\"Draw\"|\"name\":\"Over\"|UNKNOWN_MARKET",
            })
    void oneBrokenPrice_isOneRejection_theOtherPricesGoOn(String good, String bad, String reason)
            throws VendorException {
        List<OddsSeen> seen = read(
                answer(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2))).replace(good, bad));
        assertThat(reasons()).containsExactly(reason);
        assertThat(seen.getFirst().quotes())
                .extracting(OddsApiReading::line)
                .containsExactly("pinnacle MATCH_RESULT HOME 1.4 AWAY 8.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"last_update\":\"2026-03-21T11:59:30Z\"|\"last_update\":null|MISSING_FIELD",
                "2026-03-21T11:59:30Z|just now|BROKEN_DATE",
                "2026-03-21T11:59:30Z|2026-03-21T12:05:00Z|FROM_THE_FUTURE",
                "\"markets\":[|\"lines\":[|MISSING_FIELD",
                "\"key\":\"pinnacle\"|\"key\":\"\"|MISSING_FIELD",
                "\"outcomes\"|\"runners\"|MISSING_FIELD",
            })
    void oneBrokenBookmaker_isOneRejection_theOthersGoOn(String good, String bad, String reason)
            throws VendorException {
        String broken = bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2));
        assertThat(broken).contains(good);
        List<OddsSeen> seen = read(answer(
                broken.replace(good, bad), bookmaker("matchbook", "2026-03-21T11:59:00Z", h2h("h2h", 1.4, 5.0, 8.2))));
        assertThat(reasons()).containsExactly(reason);
        assertThat(seen.getFirst().quotes()).extracting(Quote::getBookmaker).containsExactly("matchbook");
    }

    @Test
    void aTotalWithoutLine_isRejected() throws VendorException {
        read(answer(bookmaker("pinnacle", READ, totals(2.5, 1.9, 2.0).replace("\"point\":2.5", "\"point\":2.6"))));
        assertThat(reasons()).containsExactly("VALUE_OUT_OF_RANGE", "VALUE_OUT_OF_RANGE");
        assertThat(told.rejections().getFirst().detail()).isEqualTo("pinnacle totals has the line 2.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\"", "{\"odds\":[]}", "null", "7"})
    void anAnswerOfNoUse_isOneRejection(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(PayloadChanged.class);
        assertThat(reasons()).containsExactly("UNREADABLE_PAYLOAD");
    }

    @Test
    void aWebPage_isNamed() {
        assertThatThrownBy(() -> read("<html>Just a moment...</html>")).isInstanceOf(PayloadChanged.class);
        assertThat(reasons()).containsExactly("HTML_INSTEAD_OF_DATA");
    }

    @Test
    void aBookmakersTimeThatIsNone_isOneRejection_whateverItsMarkets() throws VendorException {
        String broken = bookmaker("bet365", "yesterday", h2h("h2h", 1.4, 5.0, 8.2), totals(2.5, 1.9, 2.0));
        assertThat(read(answer(broken, bookmaker("pinnacle", READ, totals(2.5, 1.9, 2.0)))))
                .singleElement()
                .satisfies(seen -> assertThat(seen.quotes()).hasSize(1));
        assertThat(reasons()).containsExactly("BROKEN_DATE");
        assertThat(told.rejections().getFirst().detail()).endsWith(", 5 prices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "-1000000000000000000000000000000"})
    void aPriceBeyondAll_isOneRejection(String number) throws VendorException {
        read(answer(bookmaker("bet365", READ, h2h("h2h", 150, 250, -120))).replace("150.0", number));
        assertThat(reasons()).containsExactly("ODDS_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1000000000000000000000000000000"})
    void aTimeBeyondAll_isOneRejection(String number) throws VendorException {
        read(answer(bookmaker("bet365", READ, totals(2.5, 1.9, 2.0))).replace("\"" + READ + "\"", number));
        assertThat(reasons()).containsExactly("BROKEN_DATE");
    }
}
