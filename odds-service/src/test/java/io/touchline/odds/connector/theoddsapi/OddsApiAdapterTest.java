package io.touchline.odds.connector.theoddsapi;

import static io.touchline.odds.connector.theoddsapi.OddsApiJson.answer;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.bookmaker;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.event;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.h2h;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.spreads;
import static io.touchline.odds.connector.theoddsapi.OddsApiJson.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.NoOddsSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddsApiAdapterTest extends OddsApiReading {

    @ParameterizedTest
    @CsvSource({
        "https://api.the-odds-api.com/v4/sports/soccer_epl/odds?regions=eu&markets=h2h, soccer_epl",
        "https://api.the-odds-api.com/v4/sports/soccer_epl/odds, soccer_epl",
        "https://api.the-odds-api.com/v4/sports/soccer_epl/odds?eventIds=1&regions=eu,",
        "https://api.the-odds-api.com/v4/sports/upcoming/odds?regions=eu,",
        "https://api.the-odds-api.com/v4/sports/soccer_epl/scores?daysFrom=1,",
        "https://api.the-odds-api.com/v4/sports/soccer_epl/events,",
        "odds.json,"
    })
    void anEmptyAnswer_saysOfWhichCompetitionThereIsNothing(String address, String scope) throws VendorException {
        adapter.read(new Payload("[]".getBytes(StandardCharsets.UTF_8), NOW, NOW, address), told);
        assertThat(told.events(NoOddsSeen.class))
                .extracting(NoOddsSeen::scope)
                .isEqualTo(scope == null ? List.of() : List.of(scope));
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void everyMarket_inOurWords() throws VendorException {
        OddsSeen seen = read(answer(
                        bookmaker(
                                "pinnacle",
                                READ,
                                h2h("h2h", 1.4, 5.0, 8.2),
                                totals(2.5, 1.9, 2.0),
                                spreads(-1.5, 2.1, 1.8)),
                        bookmaker("betfair_ex_eu", READ, h2h("h2h", 1.42, 5.1, 8.4), h2h("h2h_lay", 1.43, 5.3, 8.8))))
                .getFirst();

        assertThat(seen.fixture())
                .isEqualTo(new FixtureRef(
                        "theoddsapi",
                        "152454388558d4d22919ced2caec0328",
                        "soccer",
                        "eng.1",
                        "EPL",
                        null,
                        null,
                        TeamRef.of("Arsenal"),
                        TeamRef.of("Wolverhampton Wanderers"),
                        Instant.parse("2026-03-21T15:00:00Z"),
                        true,
                        null));
        assertThat(seen.whole()).isTrue();
        assertThat(seen.scope()).isEqualTo("soccer_epl");
        assertThat(seen.observedAt()).isEqualTo(Instant.parse(READ));
        assertThat(lines(seen))
                .containsExactly(
                        "pinnacle MATCH_RESULT HOME 1.4 DRAW 5.0 AWAY 8.2",
                        "pinnacle TOTAL_GOALS 2.5 OVER 1.9 UNDER 2.0",
                        "pinnacle ASIAN_HANDICAP -1.5 HOME 2.1 AWAY 1.8",
                        "betfair-exchange-eu MATCH_RESULT HOME 1.42/1.43 DRAW 5.1/5.3 AWAY 8.4/8.8");
        assertThat(seen.quotes())
                .allMatch(quote -> quote.getObservedAt().equals(Instant.parse(READ)) && !quote.getSuspended());
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void theMarketsOwnTimeGoesBeforeTheBookmakers() throws VendorException {
        String market = h2h("h2h", 1.4, 5.0, 8.2)
                .replace("\"outcomes\"", "\"last_update\":\"2026-03-21T11:40:00Z\",\"outcomes\"");
        assertThat(read(answer(bookmaker("pinnacle", READ, market)))
                        .getFirst()
                        .quotes()
                        .getFirst()
                        .getObservedAt())
                .isEqualTo(Instant.parse("2026-03-21T11:40:00Z"));
    }

    @Test
    void marketsOfOneEvent_inOurWords() throws VendorException {
        OddsSeen seen = read(event(
                        bookmaker(
                                "pinnacle",
                                READ,
                                """
                        {"key":"btts","outcomes":[{"name":"Yes","price":1.7},{"name":"No","price":2.1}]}""",
                                """
                        {"key":"draw_no_bet","outcomes":[{"name":"Arsenal","price":1.2},{"name":"Wolverhampton Wanderers","price":4.5}]}""",
                                """
                        {"key":"double_chance","outcomes":[{"name":"Arsenal or Draw","price":1.1},{"name":"Draw or Wolverhampton Wanderers","price":3.1},\
                        {"name":"Wolverhampton Wanderers or Arsenal","price":1.2}]}""",
                                """
                        {"key":"alternate_team_totals","outcomes":[{"name":"Over","description":"Arsenal","price":1.5,"point":1.5},\
                        {"name":"Under","description":"Wolverhampton Wanderers","price":1.6,"point":0.5},{"name":"Under","description":"Chelsea","price":1.6,"point":0.5}]}""",
                                totals(2.5, 1.9, 2.0),
                                totals(2.5, 1.91, 2.0).replace("totals", "alternate_totals"),
                                spreads(-2.25, 3.1, 1.3).replace("spreads", "alternate_spreads"),
                                h2h("h2h_h1", 2.0, 2.2, 7.0),
                                "{\"key\":\"player_shots\",\"outcomes\":[{\"name\":\"Over\",\"description\":\"A. Player\",\"price\":2.1,\"point\":1.5}]}")))
                .getFirst();
        assertThat(seen.scope()).isEqualTo("soccer_epl/152454388558d4d22919ced2caec0328");
        assertThat(lines(seen))
                .containsExactly(
                        "pinnacle BOTH_TEAMS_TO_SCORE YES 1.7 NO 2.1",
                        "pinnacle DRAW_NO_BET HOME 1.2 AWAY 4.5",
                        "pinnacle DOUBLE_CHANCE HOME_OR_DRAW 1.1 HOME_OR_AWAY 1.2 DRAW_OR_AWAY 3.1",
                        "pinnacle HOME_TOTAL_GOALS 1.5 OVER 1.5",
                        "pinnacle AWAY_TOTAL_GOALS 0.5 UNDER 1.6",
                        "pinnacle TOTAL_GOALS 2.5 OVER 1.9 UNDER 2.0",
                        "pinnacle ASIAN_HANDICAP -2.25 HOME 3.1 AWAY 1.3");
        assertThat(reasons())
                .containsExactly(
                        "UNKNOWN_MARKET", "DUPLICATE_PRICE", "DUPLICATE_PRICE", "UNKNOWN_MARKET", "UNKNOWN_MARKET");
        assertThat(told.rejections().get(3).detail())
                .isEqualTo("pinnacle h2h_h1: a market that we do not read, 3 prices");
    }

    @Test
    void otherSports_twoWays_orThreeWhereADrawIsQuoted() throws VendorException {
        String nba = answer(bookmaker(
                        "draftkings",
                        READ,
                        """
                        {"key":"h2h","outcomes":[{"name":"Arsenal","price":-200},{"name":"Wolverhampton Wanderers","price":170}]}""",
                        spreads(-4.5, -110, -110).replace("-110.0", "-110"),
                        totals(220.5, -105, -115).replace("-105.0", "-105").replace("-115.0", "-115"),
                        h2h("h2h_3_way", -150, 1200, 180)))
                .replace("soccer_epl", "basketball_nba");
        OddsSeen seen = read(nba).getFirst();
        assertThat(seen.fixture().sport()).isEqualTo("basketball");
        assertThat(lines(seen))
                .containsExactly(
                        "draftkings MONEY_LINE HOME 1.5 AWAY 2.7",
                        "draftkings SPREAD -4.5 HOME 1.9090909090909092 AWAY 1.9090909090909092",
                        "draftkings TOTAL_POINTS 220.5 OVER 1.9523809523809523 UNDER 1.8695652173913042",
                        "draftkings MATCH_RESULT HOME 1.6666666666666665 DRAW 13.0 AWAY 2.8");
        told.clear();
        assertThat(lines(read(answer(bookmaker("betfair_ex_uk", READ, h2h("h2h", 1.4, 5.0, 8.2)))
                                .replace("soccer_epl", "cricket_test_match"))
                        .getFirst()))
                .containsExactly("betfair-exchange-uk MATCH_RESULT HOME 1.4 DRAW 5.0 AWAY 8.2");
    }

    @Test
    void aHistoricalAnswer_isOfItsTime() throws VendorException {
        String event = event(bookmaker("pinnacle", "2026-03-20T11:59:30Z", h2h("h2h", 1.4, 5.0, 8.2)));
        List<OddsSeen> seen = read(
                "\uFEFF{\"timestamp\":\"2026-03-20T12:00:00Z\",\"previous_timestamp\":null,\"data\":[" + event + "]}");
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().observedAt()).isEqualTo(Instant.parse("2026-03-20T11:59:30Z"));
        told.clear();
        assertThat(read("{\"timestamp\":\"2026-03-20T12:00:00Z\",\"data\":" + event + "}"))
                .hasSize(1);
    }

    @Test
    void unixTimes_areRead() throws VendorException {
        OddsSeen seen = read(answer(bookmaker("pinnacle", READ, h2h("h2h", 1.4, 5.0, 8.2)))
                        .replace("\"2026-03-21T15:00:00Z\"", "1774105200")
                        .replace('"' + READ + '"', "1774094370"))
                .getFirst();
        assertThat(seen.fixture().kickoffAt()).isEqualTo(Instant.parse("2026-03-21T15:00:00Z"));
        assertThat(seen.quotes().getFirst().getObservedAt()).isEqualTo(Instant.parse(READ));
    }

    @Test
    void scores_areMatches() throws VendorException {
        String frame = event().replace("\"bookmakers\":[]", "%s");
        read("["
                + String.join(
                        ",",
                        frame.formatted("\"completed\":false,\"scores\":null,\"last_update\":null"),
                        frame.replace("152454", "252454")
                                .formatted(
                                        "\"completed\":false,\"scores\":[{\"name\":\"Wolverhampton Wanderers\",\"score\":\"1\"},{\"name\":\"Arsenal\",\"score\":\"2\"}],\"last_update\":\""
                                                + READ + '"'),
                        frame.replace("152454", "352454")
                                .formatted(
                                        "\"completed\":true,\"scores\":[{\"name\":\"Arsenal\",\"score\":\"x\"}],\"last_update\":\""
                                                + READ + '"'))
                + "]");
        assertThat(told.events(MatchSeen.class))
                .extracting(MatchSeen::status, MatchSeen::goals)
                .containsExactly(tuple("SCHEDULED", null), tuple("IN_PLAY", new Goals(2, 1)));
        assertThat(reasons()).containsExactly("VALUE_OUT_OF_RANGE");
    }

    @Test
    void listsOfSportsAndEvents_tellNothing() throws VendorException {
        read(
                "[{\"key\":\"soccer_epl\",\"group\":\"Soccer\",\"title\":\"EPL\",\"active\":true,\"has_outrights\":false}]");
        read("[" + event().replace(",\"bookmakers\":[]", "") + "]");
        read("[]");
        assertThat(told.events()).isEmpty();
        assertThat(told.rejections()).isEmpty();
    }
}
