package io.touchline.odds.connector.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddsRowsTest {

    private static final String COLUMNS =
            "B365H,B365D,B365A,MaxH,MaxD,MaxA,AvgH,AvgD,AvgA,PSCH,PSCD,PSCA,AvgCH,AvgCD,AvgCA";

    private final HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
    private final List<CsvRejection> faults = new ArrayList<>();

    @Test
    void opening_andClosing_areUpdatesOfTheirMoments() {
        HistoryRow row = row("4.2,3.6,1.85,4.6,3.8,1.95,4.39,3.59,1.88,4.5,3.65,1.89,4.4,3.6,1.9");

        OddsUpdate opening = OddsRows.replayed().opening(row, faults::add).orElseThrow();
        assertThat(opening.getFixtureId()).isEqualTo("soccer:eng.1:2022-23:fulham:liverpool");
        assertThat(opening.getCompetition()).isEqualTo("eng.1");
        assertThat(opening.getSource()).isEqualTo("football-data");
        assertThat(opening.getObservedAt()).isEqualTo("2022-08-05T14:00:00Z");
        assertThat(opening.getEmittedAt()).isEqualTo("2022-08-05T14:00:00Z");
        assertThat(opening.getInPlay()).isFalse();
        assertThat(opening.getQuotes()).extracting(Quote::getBookmaker).containsExactly("bet365");

        OddsUpdate closing = OddsRows.replayed().closing(row, faults::add).orElseThrow();
        assertThat(closing.getObservedAt()).isEqualTo("2022-08-06T11:29:00Z");
        assertThat(closing.getKickoffAt()).isEqualTo("2022-08-06T11:30:00Z");
        assertThat(closing.getQuotes())
                .as("nobody offers the highest and the average price")
                .extracting(Quote::getBookmaker)
                .containsExactly("pinnacle");
        assertThat(closing.getQuotes().getFirst().getClosing()).isTrue();
        assertThat(faults).isEmpty();
    }

    @Test
    void arrivingUpdates_haveOurClock() {
        Instant now = Instant.parse("2023-07-01T12:00:00Z");
        OddsUpdate update = OddsRows.arrivingAt(InstantSource.fixed(now))
                .opening(row("4.2,3.6,1.85"))
                .orElseThrow();

        assertThat(update.getReceivedAt()).isEqualTo(now);
        assertThat(update.getObservedAt()).isEqualTo("2022-08-05T14:00:00Z");
    }

    @Test
    void aLineWithoutPrices_givesNoUpdate() {
        assertThat(OddsRows.replayed().opening(row(",,"))).isEmpty();
        assertThat(OddsRows.replayed().closing(row("4.2,3.6,1.85"))).isEmpty();
    }

    @Test
    void aPriceThatCannotBe_isNamed() {
        assertThat(OddsRows.replayed().opening(row("0,3.6,1.85"), faults::add)).isEmpty();
        assertThat(faults).extracting(CsvRejection::reason).containsExactly(RejectReason.ODDS_OUT_OF_RANGE);
        assertThat(faults.getFirst().location()).isEqualTo("E0_2223.csv:2");
    }

    private HistoryRow row(String values) {
        String text = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR," + COLUMNS
                + "\nE0,06/08/2022,12:30,Fulham,Liverpool,2,2,D," + values + "\n";
        return reader.read("E0_2223.csv", text.getBytes(UTF_8)).rows().getFirst();
    }
}
