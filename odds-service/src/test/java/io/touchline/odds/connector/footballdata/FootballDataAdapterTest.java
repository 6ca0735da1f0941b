package io.touchline.odds.connector.footballdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in the publisher's layouts; all clubs' prices are invented. */
class FootballDataAdapterTest {

    private static final Instant NOW = Instant.parse("2026-11-19T12:00:00Z");

    private static final String NEW =
            "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,B365H,B365D,B365A,PSH,PSD,PSA,MaxH,MaxD,MaxA,"
                    + "B365>2.5,B365<2.5,AHh,B365AHH,B365AHA,B365CH,B365CD,B365CA,AHCh,PCAHH,PCAHA\r\n";
    private static final String PLAYED =
            "E0,05/08/2022,20:00,Arsenal,Fulham,2,0,H,1.5,4.2,6.5,1.53,4.4,6.9,1.55,4.5,7,1.8,2.05,-1,1.95,1.95,1.44,4.5,7,-1.25,2.02,1.9\r\n";
    private static final String UPCOMING =
            "Div,Date,Time,HomeTeam,AwayTeam,Referee,B365H,B365D,B365A,PSH,PSD,PSA,AHh,PAHH,PAHA\r\n";

    private final CollectedEvents told = new CollectedEvents();

    private void read(String name, String text) throws PayloadChanged {
        read(name, text, false, NOW);
    }

    private void read(String name, String text, boolean live, Instant observedAt) throws PayloadChanged {
        new FootballDataAdapter(live)
                .read(new Payload(text.getBytes(StandardCharsets.UTF_8), observedAt, NOW, "/somewhere/" + name), told);
    }

    private List<OddsSeen> odds() {
        return told.events(OddsSeen.class);
    }

    private static String shown(Quote quote) {
        return quote.getBookmaker()
                + ' '
                + quote.getMarket()
                + ' '
                + quote.getLine()
                + ' '
                + quote.getPrices().stream().map(Price::getBackOdds).toList()
                + (quote.getClosing() ? " closing" : "");
    }

    @Test
    void aPlayedMatch_isToldWithTheTimesItsPricesStandFor() throws Exception {
        read("E0_2223.csv", "\uFEFF" + NEW + PLAYED + ",,,,,,,,,\r\n\r\n,,,\r\n");

        assertThat(told.rejections()).isEmpty();
        assertThat(odds())
                .extracting(OddsSeen::observedAt)
                .containsExactly(Instant.parse("2022-08-05T14:00:00Z"), Instant.parse("2022-08-05T18:59:00Z"));
        assertThat(odds().getFirst().quotes())
                .extracting(FootballDataAdapterTest::shown)
                .containsExactly(
                        "bet365 MATCH_RESULT null [1.5, 4.2, 6.5]",
                        "bet365 TOTAL_GOALS 2.5 [1.8, 2.05]",
                        "bet365 ASIAN_HANDICAP -1.0 [1.95, 1.95]",
                        "pinnacle MATCH_RESULT null [1.53, 4.4, 6.9]");
        assertThat(odds().getLast().quotes())
                .extracting(FootballDataAdapterTest::shown)
                .containsExactly(
                        "bet365 MATCH_RESULT null [1.44, 4.5, 7.0] closing",
                        "pinnacle ASIAN_HANDICAP -1.25 [2.02, 1.9] closing");
        FixtureRef fixture = odds().getFirst().fixture();
        assertThat(fixture.vendorId()).isEqualTo("E0/2022-08-05/Arsenal/Fulham");
        assertThat(fixture.competition()).isEqualTo("eng.1");
        assertThat(fixture.seasonYear()).isEqualTo(2022);
        assertThat(fixture.kickoffAt()).isEqualTo("2022-08-05T19:00:00Z");
        assertThat(odds()).allMatch(seen -> Boolean.FALSE.equals(seen.inPlay()) && !seen.whole());
    }

    @Test
    void anOldFile_hasShortDates_ownHandicaps_andNoTime() throws Exception {
        read("E0_0506.csv", """
                Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,GBH,GBD,GBA,BbAvH,BbAvD,BbAvA,GB>2.5,GB<2.5,GBAHH,GBAHA,GBAH
                E0,13/08/05,Aston Villa,Bolton,2,2,D,2.3,3.25,3,2.3,3.2,2.9,2.1,1.7,1.85,2.05,0
                E0,14/08/05,Arsenal,Newcastle,2,0,H,1.4,4,7.5,,,,0,1.9,,,
                """);

        assertThat(odds()).hasSize(2);
        assertThat(odds().getFirst().quotes())
                .extracting(FootballDataAdapterTest::shown)
                .containsExactly(
                        "gamebookers MATCH_RESULT null [2.3, 3.25, 3.0]",
                        "gamebookers TOTAL_GOALS 2.5 [2.1, 1.7]",
                        "gamebookers ASIAN_HANDICAP 0.0 [1.85, 2.05]");
        assertThat(odds().getFirst().fixture().kickoffKnown()).isFalse();
        assertThat(odds().getFirst().fixture().kickoffAt()).isEqualTo("2005-08-13T14:00:00Z");
        assertThat(told.reasons()).containsExactly(RejectReason.ODDS_OUT_OF_RANGE);
        assertThat(told.rejections().getFirst().place()).isEqualTo("3");
        assertThat(told.rejections().getFirst().fixture()).isNotNull();
    }

    @Test
    void live_tellsOnlyWhatIsToCome_andNothingNewerThanTheFile() throws Exception {
        String file = UPCOMING
                + "E0,19/11/2026,11:59,Arsenal,Fulham,,1.5,4.2,6.5,,,,,,\r\n"
                + "E0,19/11/2026,12:01,Chelsea,Everton,A Whistle,1.6,4,5.5,,,,-1,1.9,2\r\n"
                + "E0,21/11/2026,15:00,Leeds,Burnley,,2.1,3.4,3.5,2.14,3.5,3.6,,,\r\n"
                + "EC,21/11/2026,,Woking,Yeovil,,2.1,3.4,3.5,,,,,,\r\n";
        Instant written = Instant.parse("2026-11-17T16:30:00Z");
        read("fixtures.csv", file, true, written);

        assertThat(told.rejections()).isEmpty();
        assertThat(odds())
                .extracting(seen -> seen.fixture().vendorId() + ' ' + seen.observedAt())
                .containsExactly(
                        "E0/2026-11-19/Chelsea/Everton 2026-11-17T15:00:00Z",
                        "E0/2026-11-21/Leeds/Burnley 2026-11-17T16:30:00Z",
                        "EC/2026-11-21/Woking/Yeovil 2026-11-17T16:30:00Z");

        told.clear();
        read("E0.csv", NEW + PLAYED, true, NOW);
        assertThat(told.events()).isEmpty();
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void theOtherLayout_withoutSeason() throws Exception {
        read("new_league_fixtures.csv", """
                Country,League,Date,Time,Home,Away,PSH,PSD,PSA,BFEH,BFED,BFEA
                Poland,Ekstraklasa,21/11/2026,17:30,Legia,Lech Poznan,2.1,3.4,3.5,2.14,3.5,3.6
                Nowhere,Elsewhere,21/11/2026,17:30,One,Other,2.1,3.4,3.5,,,
                """);
        assertThat(odds()).extracting(seen -> seen.fixture().competition()).containsExactly("pol.1", null);
        assertThat(odds().getFirst().quotes())
                .extracting(Quote::getBookmaker)
                .containsExactly("pinnacle", "betfair-exchange");
        assertThat(odds().getLast().fixture().competitionName()).isEqualTo("Nowhere Elsewhere");
    }

    @Test
    void whatCannotBeUsed_isCountedWithItsPrices() throws Exception {
        read(
                "fixtures.csv",
                UPCOMING.strip() + ",ZZH,ZZD,ZZA\r\n"
                        + "E0,21/11/2026,15:00,Leeds,Burnley,,2.1,3.4,3.5,2.14,3.5,3.6,,,,2,3.2,3.4\r\n"
                        + "E0,21/11/2026,15:00,Leeds,Burnley,,2.1,3.4,3.5,,,,,,,,,\r\n"
                        + "E0,31/02/2026,15:00,Hull,Burnley,,2.1,3.4,,,,,,,,,,\r\n"
                        + "E0,21/11/2026,15:00,,Hull,,2.1,,,,,,,,,,,\r\n"
                        + "E0,21/11/2026,15:00,Stoke,Hull,,2.1,3.4,3.5,2.1,,3.6,,1.9,2,,,\r\n");
        assertThat(odds()).hasSize(2);
        assertThat(told.rejections())
                .extracting(each -> each.reason() + " " + each.detail())
                .containsExactly(
                        "DUPLICATE_MATCH the same match as in fixtures.csv:2, 3 prices",
                        "BROKEN_DATE no such day: 31/02/2026, 2 prices",
                        "MISSING_TEAM a side without name, 1 prices",
                        "UNKNOWN_MARKET 3 prices of a bookmaker that is not in the list: ZZ",
                        "MISSING_FIELD a price is missing: pinnacle MATCH_RESULT, column PSH",
                        "MISSING_FIELD the handicap is missing: pinnacle ASIAN_HANDICAP, column PAHH");
    }

    static List<Map.Entry<String, byte[]>> variants() {
        StringBuilder good = new StringBuilder(UPCOMING);
        IntStream.range(0, 20)
                .forEach(i -> good.append("E0,21/11/2026,15:00,Club ")
                        .append((char) ('A' + i))
                        .append(",Club ")
                        .append(i)
                        .append(",A Whistle,2.1,3.4,3.5,2.14,3.5,3.6,0.25,1.95,1.95\r\n"));
        return List.copyOf(MalformedVariants.ofCsv(good.toString().getBytes(StandardCharsets.UTF_8))
                .entrySet());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void malformed_isRejectedOnce(Map.Entry<String, byte[]> variant) {
        try {
            new FootballDataAdapter(false).read(new Payload(variant.getValue(), NOW, NOW, "/fixtures.csv"), told);
        } catch (PayloadChanged e) {
            assertThat(told.events()).isEmpty();
        }
        assertThat(told.rejections()).as(variant.getKey()).hasSize(1);
    }
}
