package io.touchline.platform.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryPricesTest {

    private final HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
    private final List<CsvRejection> faults = new ArrayList<>();

    @Test
    void reads_everyBookmakerAndMarket() {
        HistoryRow row = row(
                "B365H,B365D,B365A,PSH,PSD,PSA,MaxH,MaxD,MaxA,AvgH,AvgD,AvgA,B365>2.5,B365<2.5,P>2.5,P<2.5,AHh,B365AHH,B365AHA,PAHH,PAHA",
                "4.2,3.6,1.85,4.5,3.65,1.89,4.6,3.78,1.95,4.39,3.59,1.88,2.1,1.72,2.14,1.78,0.5,2.04,1.89,2.03,1.89");

        assertThat(HistoryPrices.opening(row, faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly(
                        "bet365 MATCH_RESULT null HOME 4.2 DRAW 3.6 AWAY 1.85",
                        "bet365 TOTAL_GOALS 2.5 OVER 2.1 UNDER 1.72",
                        "bet365 ASIAN_HANDICAP 0.5 HOME 2.04 AWAY 1.89",
                        "pinnacle MATCH_RESULT null HOME 4.5 DRAW 3.65 AWAY 1.89",
                        "pinnacle TOTAL_GOALS 2.5 OVER 2.14 UNDER 1.78",
                        "pinnacle ASIAN_HANDICAP 0.5 HOME 2.03 AWAY 1.89");
        assertThat(HistoryPrices.closing(row, faults::add)).isEmpty();
        assertThat(HistoryPrices.opening(row, faults::add)).allSatisfy(quote -> {
            assertThat(quote.getObservedAt()).isEqualTo("2022-08-05T14:00:00Z");
            assertThat(quote.getClosing()).isFalse();
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void reads_closingPrices_andTheirAverageApart() {
        HistoryRow row = row(
                "PSCH,PSCD,PSCA,AvgCH,AvgCD,AvgCA,PC>2.5,PC<2.5,AHCh,PCAHH,PCAHA,BFECH,BFECD,BFECA",
                "4.5,3.65,1.89,4.39,3.59,1.88,2.14,1.78,-0.75,2.03,1.89,4.6,3.8,1.9");

        assertThat(HistoryPrices.closing(row, faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly(
                        "pinnacle MATCH_RESULT null HOME 4.5 DRAW 3.65 AWAY 1.89",
                        "pinnacle TOTAL_GOALS 2.5 OVER 2.14 UNDER 1.78",
                        "pinnacle ASIAN_HANDICAP -0.75 HOME 2.03 AWAY 1.89",
                        "betfair-exchange MATCH_RESULT null HOME 4.6 DRAW 3.8 AWAY 1.9");
        assertThat(HistoryPrices.closingAverages(row, faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly("market-average MATCH_RESULT null HOME 4.39 DRAW 3.59 AWAY 1.88");
        assertThat(HistoryPrices.closing(row, faults::add)).allSatisfy(quote -> {
            assertThat(quote.getObservedAt()).isEqualTo("2022-08-06T11:29:00Z");
            assertThat(quote.getClosing()).isTrue();
        });
        assertThat(HistoryPrices.opening(row, faults::add)).isEmpty();
    }

    @Test
    void handicaps_areTheBookmakersOwn_orCommonOnes() {
        assertThat(HistoryPrices.opening(row("GBAHH,GBAHA,GBAH,BbAHh", "1.9,1.95,-0.5,-0.25"), faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly("gamebookers ASIAN_HANDICAP -0.5 HOME 1.9 AWAY 1.95");
        assertThat(HistoryPrices.opening(row("B365AHH,B365AHA,BbAHh", "1.9,1.95,-0.25"), faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly("bet365 ASIAN_HANDICAP -0.25 HOME 1.9 AWAY 1.95");
        assertThat(HistoryPrices.opening(row("B365_2_5,B365_2_5_1", "1.8,2.0"), faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly("bet365 TOTAL_GOALS 2.5 OVER 1.8 UNDER 2.0");
        assertThat(faults).isEmpty();
    }

    @Test
    void names_whatIsNoPrice_andGoesOn() {
        HistoryRow row = row(
                "B365H,B365D,B365A,BWH,BWD,BWA,IWH,IWD,IWA,WHH,WHD,WHA,VCH,VCD,VCA,LBH,LBD,LBA,AHh,PAHH,PAHA",
                "0,3.6,1.85,1,3.6,1.9,#,3.4,2.0,4.4,3.5,1.83,4.5,,1.8,1.2,1.3,1.4,1.28,2,1.9");

        assertThat(HistoryPrices.opening(row, faults::add))
                .extracting(HistoryPricesTest::text)
                .containsExactly("william-hill MATCH_RESULT null HOME 4.4 DRAW 3.5 AWAY 1.83");
        assertThat(faults)
                .extracting(fault -> fault.reason() + " " + fault.detail())
                .containsExactly(
                        "ODDS_OUT_OF_RANGE odds are above 1 but were 0: bet365 MATCH_RESULT, column B365H",
                        "ODDS_OUT_OF_RANGE odds are above 1 but were 1: bwin MATCH_RESULT, column BWH",
                        "ODDS_OUT_OF_RANGE odds are above 1 but were #: interwetten MATCH_RESULT, column IWH",
                        "VALUE_OUT_OF_RANGE a handicap is a multiple of 0.25 but was 1.28: pinnacle ASIAN_HANDICAP, column PAHH",
                        "MISSING_FIELD a price is missing: betvictor MATCH_RESULT, column VCH",
                        "OVERROUND_OUT_OF_RANGE an overround of 1.317: ladbrokes MATCH_RESULT, column LBH");
        assertThat(faults).extracting(CsvRejection::location).containsOnly("E0_2223.csv:2");
        assertThat(faults.getFirst().reason()).isEqualTo(RejectReason.ODDS_OUT_OF_RANGE);
    }

    private HistoryRow row(String columns, String values) {
        String text = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG," + columns
                + "\nE0,06/08/2022,12:30,Fulham,Liverpool,2,2," + values + "\n";
        return reader.read("E0_2223.csv", text.getBytes(UTF_8)).rows().getFirst();
    }

    private static String text(Quote quote) {
        return quote.getBookmaker()
                + ' '
                + quote.getMarket()
                + ' '
                + quote.getLine()
                + ' '
                + quote.getPrices().stream()
                        .map((Price price) -> price.getSelection() + ' ' + price.getBackOdds())
                        .collect(Collectors.joining(" "));
    }
}
