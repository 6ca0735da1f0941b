package io.touchline.ingest.connector.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Quote;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestRowsTest {

    private static final Instant NOW = Instant.parse("2023-07-01T12:00:00Z");

    private final HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.fixed(NOW));
    private final List<CsvRejection> faults = new ArrayList<>();

    @Test
    void fixture_beforeAndAfterTheMatch() {
        HistoryRow row = row("Referee", "A Madley");

        Fixture before = IngestRows.replayed().fixture(row);
        assertThat(before.getFixtureId()).isEqualTo("soccer:eng.1:2022-23:fulham:liverpool");
        assertThat(before.getStatus()).isEqualTo("SCHEDULED");
        assertThat(before.getSeason()).isEqualTo("2022-23");
        assertThat(before.getHomeName()).isEqualTo("Fulham");
        assertThat(before.getKickoffAt()).isEqualTo("2022-08-06T11:30:00Z");
        assertThat(before.getKickoffKnown()).isTrue();
        assertThat(before.getReferee()).isEqualTo("A Madley");
        assertThat(before.getObservedAt()).isEqualTo(row.openingAt());
        assertThat(before.getEmittedAt()).isEqualTo(row.openingAt());

        Fixture after = IngestRows.arrivingAt(InstantSource.fixed(NOW)).finishedFixture(row);
        assertThat(after.getStatus()).isEqualTo("FINISHED");
        assertThat(after.getObservedAt()).isEqualTo(row.resultAt());
        assertThat(after.getReceivedAt()).isEqualTo(NOW);
    }

    @Test
    void result_withAllStatistics() {
        MatchResult result = IngestRows.replayed()
                .result(
                        row(
                                "HTHG,HTAG,HS,AS,HST,AST,HC,AC,HF,AF,HY,AY,HR,AR,PSCH,PSCD,PSCA,AvgCH,AvgCD,AvgCA",
                                "1,0,9,11,3,4,5,6,7,8,2,1,0,1,4.5,3.65,1.89,4.39,3.59,1.88"),
                        faults::add);

        assertThat(result.getHomeGoals()).isEqualTo(2);
        assertThat(result.getAwayGoals()).isEqualTo(2);
        assertThat(result.getHome())
                .isEqualTo(new TeamStatistics(1, 9, 3, 5, 7, 2, 0, null, null, null, null, null, null, null, null));
        assertThat(result.getAway())
                .isEqualTo(new TeamStatistics(0, 11, 4, 6, 8, 1, 1, null, null, null, null, null, null, null, null));
        assertThat(result.getClosingQuotes())
                .extracting(Quote::getBookmaker)
                .containsExactly("pinnacle", "market-average");
        assertThat(result.getResultAt()).isEqualTo("2022-08-06T23:00:00Z");
        assertThat(result.getStatus()).isEqualTo("FINISHED");
        assertThat(faults).isEmpty();
    }

    @Test
    void aStatisticThatCannotBe_isLeftOut_andNamed() {
        MatchResult result = IngestRows.replayed()
                .result(row("HTHG,HTAG,HS,AS,HST,AST,HC", "3,0,-9,x,3.0,400,5\u00A0"), faults::add);

        assertThat(result.getHome())
                .isEqualTo(new TeamStatistics(
                        null, null, 3, 5, null, null, null, null, null, null, null, null, null, null, null));
        assertThat(result.getAway())
                .isEqualTo(new TeamStatistics(
                        0, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
        assertThat(faults)
                .extracting(fault -> fault.reason() + " " + fault.detail())
                .containsExactly(
                        "CONTRADICTORY_RESULT HTHG is 3 of 2 in the end",
                        "VALUE_OUT_OF_RANGE HS is a count but was -9",
                        "VALUE_OUT_OF_RANGE AS is a count but was x",
                        "VALUE_OUT_OF_RANGE AST is a count but was 400");
    }

    @Test
    void twoReplays_giveEqualRecords() {
        String columns = "PSCH,PSCD,PSCA";
        assertThat(IngestRows.replayed().result(row(columns, "4.5,3.65,1.89")))
                .isEqualTo(IngestRows.replayed().result(row(columns, "4.5,3.65,1.89")));
    }

    private HistoryRow row(String columns, String values) {
        String text = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR," + columns
                + "\nE0,06/08/2022,12:30,Fulham,Liverpool,2,2,D," + values + "\n";
        return reader.read("E0_2223.csv", text.getBytes(UTF_8)).rows().getFirst();
    }
}
