package io.touchline.odds.connector.theoddsapi;

import static io.touchline.odds.connector.theoddsapi.OddsApiJson.answer;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.bookmaker;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.event;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.h2h;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.spreads;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddsApiAdapterTest {

    private static final Instant NOW = Instant.parse("2026-03-21T12:00:00Z");
    private static final String READ = "2026-03-21T11:59:30Z";
    private static final String ID = "soccer:eng.1:2025-26:arsenal:wolves";

    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<FixtureId, Instant> known = new HashMap<>();
    private final OddsApiAdapter adapter = new OddsApiAdapter(
            TeamDirectory.shipped(),
            (String competition, TeamId home, TeamId away) -> known,
            new Rejections(InstantSource.fixed(NOW), rejections::add),
            InstantSource.fixed(NOW));

    private List<OddsUpdate> read(String body) throws VendorException {
        return adapter.read(body.getBytes(StandardCharsets.UTF_8), new OddsApiAdapter.Arrival(NOW, NOW, "test"));
    }

    private List<String> reasons() {
        return rejections.stream().map(Rejection::getReason).toList();
    }

    /** {@code pinnacle ASIAN_HANDICAP -1.5 HOME 1.95 AWAY 1.95}. */
    private static String line(Quote quote) {
        String prices = quote.getPrices().stream()
                .map(price -> price.getSelection() + " " + price.getBackOdds()
                        + (price.getLayOdds() == null ? "" : "/" + price.getLayOdds()))
                .collect(Collectors.joining(" "));
        return quote.getBookmaker() + " " + quote.getMarket() + (quote.getLine() == null ? "" : " " + quote.getLine())
                + " " + prices;
    }

    @Test
    void everyMarket_inOurWords() throws VendorException {
        OddsUpdate update = read(answer(
                        bookmaker(
                                "pinnacle",
                                READ,
                                h2h("h2h", 1.4, 5.0, 8.2),
                                totals(2.5, 1.9, 2.0),
                                spreads(-1.5, 2.1, 1.8)),
                        bookmaker("betfair_ex_eu", READ, h2h("h2h", 1.42, 5.1, 8.4), h2h("h2h_lay", 1.43, 5.3, 8.8))))
                .getFirst();

        assertThat(update.getFixtureId()).isEqualTo(ID);
        assertThat(update.getCompetition()).isEqualTo("eng.1");
        assertThat(update.getInPlay()).isFalse();
        assertThat(update.getQuotes())
                .extracting(OddsApiAdapterTest::line)
                .containsExactly(
                        "pinnacle MATCH_RESULT HOME 1.4 DRAW 5.0 AWAY 8.2",
                        "pinnacle TOTAL_GOALS 2.5 OVER 1.9 UNDER 2.0",
                        "pinnacle ASIAN_HANDICAP -1.5 HOME 2.1 AWAY 1.8",
                        "betfair-exchange-eu MATCH_RESULT HOME 1.42/1.43 DRAW 5.1/5.3 AWAY 8.4/8.8");
        assertThat(update.getQuotes())
                .allMatch(quote -> quote.getObservedAt().equals(Instant.parse(READ)) && !quote.getSuspended());
        assertThat(rejections).isEmpty();
    }

    @Test
    void theMarketsOwnTimeGoesBeforeTheBookmakers() throws VendorException {
        String market = h2h("h2h", 1.4, 5.0, 8.2)
                .replace("\"outcomes\"", "\"last_update\":\"2026-03-21T11:40:00Z\",\"outcomes\"");
        assertThat(read(answer(bookmaker("pinnacle", READ, market)))
                        .getFirst()
                        .getQuotes()
                        .getFirst()
                        .getObservedAt())
                .isEqualTo(Instant.parse("2026-03-21T11:40:00Z"));
    }

    @Test
    void afterKickoff_isInPlay() throws VendorException {
        Instant later = Instant.parse("2026-03-21T15:00:00Z");
        List<OddsUpdate> updates = adapter.read(
                answer(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2))).getBytes(StandardCharsets.UTF_8),
                new OddsApiAdapter.Arrival(later, later, "test"));
        assertThat(updates.getFirst().getInPlay()).isTrue();
    }

    @Test
    void aSecondMeetingIsFoundByItsKickoff() throws VendorException {
        known.put(new FixtureId(ID), Instant.parse("2025-09-01T15:00:00Z"));
        known.put(new FixtureId(ID + ":2"), Instant.parse("2026-03-21T14:30:00Z"));
        assertThat(read(answer(bookmaker("pinnacle", READ))).getFirst().getFixtureId())
                .isEqualTo(ID + ":2");
    }

    @Test
    void aMeetingAtAnotherTime_isNeverGuessed() throws VendorException {
        known.put(new FixtureId(ID), Instant.parse("2025-09-01T15:00:00Z"));
        assertThat(read(answer(bookmaker("pinnacle", READ)))).isEmpty();
        assertThat(reasons()).containsExactly("AMBIGUOUS_FIXTURE");
        assertThat(rejections.getFirst().getCandidates()).containsExactly(ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"152454388558d4d22919ced2caec0328\"|\"id\":null|MISSING_FIELD",
                "\"bookmakers\"|\"books\"|MISSING_FIELD",
                "\"sport_key\":\"soccer_epl\"|\"sport_key\":\"cricket_odi\"|UNKNOWN_COMPETITION",
                "\"sport_key\":\"soccer_epl\"|\"sport\":\"soccer_epl\"|MISSING_FIELD",
                "2026-03-21T15:00:00Z|tomorrow|BROKEN_DATE",
                "\"commence_time\"|\"start\"|MISSING_FIELD",
                "\"home_team\":\"Arsenal\"|\"home_team\":\"\"|MISSING_TEAM",
                "\"home_team\":\"Arsenal\"|\"home_team\":\"Arsenall\"|UNKNOWN_TEAM",
                "\"home_team\":\"Arsenal\"|\"home_team\":\"Wolves\"|SAME_TEAM_TWICE",
                "\"bookmakers\":[|\"bookmakers\":7,\"x\":[|UNREADABLE_PAYLOAD",
                "\"price\":5.0|\"price\":\"evens\"|UNREADABLE_PAYLOAD",
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
                "\"price\":5.0|\"price\":null|MISSING_FIELD",
                "\"name\":\"Draw\"|\"name\":\"X\"|UNKNOWN_MARKET",
                "\"name\":\"Draw\"|\"name\":\"Over\"|UNKNOWN_MARKET",
            })
    void oneBrokenPrice_isOneRejection_theOtherPricesGoOn(String good, String bad, String reason)
            throws VendorException {
        List<OddsUpdate> updates = read(
                answer(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2))).replace(good, bad));
        assertThat(reasons()).containsExactly(reason);
        assertThat(updates.getFirst().getQuotes())
                .extracting(OddsApiAdapterTest::line)
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
        List<OddsUpdate> updates = read(answer(
                broken.replace(good, bad), bookmaker("matchbook", "2026-03-21T11:59:00Z", h2h("h2h", 1.4, 5.0, 8.2))));
        assertThat(reasons()).containsExactly(reason);
        assertThat(updates.getFirst().getQuotes())
                .extracting(Quote::getBookmaker)
                .containsExactly("matchbook");
    }

    @Test
    void aTotalWithoutLine_isRejected() throws VendorException {
        read(answer(bookmaker("pinnacle", READ, totals(2.5, 1.9, 2.0).replace("\"point\":2.5", "\"point\":2.6"))));
        assertThat(reasons()).containsExactly("VALUE_OUT_OF_RANGE");
        assertThat(rejections.getFirst().getDetail()).isEqualTo("pinnacle totals has the line 2.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{\"id\"", "{\"message\":\"ok\"}", "null", "7"})
    void anAnswerOfNoUse_isOneRejection(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(PayloadChanged.class);
        assertThat(reasons()).containsExactly("UNREADABLE_PAYLOAD");
    }

    @Test
    void aWebPage_isNamed() {
        assertThatThrownBy(() -> read("<html>Just a moment...</html>")).isInstanceOf(PayloadChanged.class);
        assertThat(reasons()).containsExactly("HTML_INSTEAD_OF_DATA");
    }
}
