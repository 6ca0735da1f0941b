package io.touchline.odds.connector.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.odds.connector.archive.OddsArchive.Averages;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OddsArchiveTest {

    private static final String HEADER = "Date,country,league,Season,HomeTeam,AwayTeam,FTHG,FTAG,"
            + "over_2.5_close,over_2.5_open,under_2.5_close,under_2.5_open,bts_yes_close,bts_yes_open,bts_no_close,bts_no_open\n";

    @TempDir
    private Path folder;

    private List<HistoryRow> matches = List.of();

    @BeforeEach
    void readMatches() throws IOException {
        Path history = folder.resolve("E0_2122.csv");
        Files.writeString(history, """
                Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR
                E0,14/08/2021,15:00,Leicester,Wolves,1,0,H
                E0,14/08/2021,15:00,Man United,Leeds,5,1,H
                E0,15/08/2021,16:30,Tottenham,Man City,1,0,H
                """);
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), () -> Instant.parse("2022-07-01T00:00:00Z"));
        matches = reader.read(history).rows();
        assertThat(matches).hasSize(3);
    }

    @Test
    void joins_onClubsDayAndScore_inTheArchivesOwnWords() throws IOException {
        OddsArchive archive = archive("""
                2021-08-14 14:00:00,england,premier-league,2021-2022,Manchester United,Leeds,5,1,1.62,1.70,2.35,2.20,1.60,1.66,2.28,2.18
                2021-08-14 23:30:00,england,premier-league,2021-2022,Tottenham,Manchester City,1,0,1.80,1.80,2.05,2.05,,,,
                """);
        Averages united = archive.of(matches.get(1));
        assertThat(united.closing()).extracting(Quote::getMarket).containsExactly("TOTAL_GOALS", "BOTH_TEAMS_TO_SCORE");
        assertThat(united.closing().getFirst().getLine()).isEqualTo(2.5);
        Quote both = united.closing().getLast();
        assertThat(both.getBookmaker()).isEqualTo(OddsArchive.AVERAGE);
        assertThat(both.getClosing()).isTrue();
        assertThat(both.getPrices()).extracting(Price::getBackOdds).containsExactly(1.60, 2.28);
        assertThat(both.getPrices()).extracting(Price::getSelection).containsExactly("YES", "NO");
        assertThat(united.opening().getLast().getPrices())
                .extracting(Price::getBackOdds)
                .containsExactly(1.66, 2.18);
        assertThat(united.opening().getLast().getObservedAt())
                .isEqualTo(matches.get(1).openingAt());
        assertThat(archive.of(matches.get(2)).closing())
                .extracting(Quote::getMarket)
                .containsExactly("TOTAL_GOALS");
        assertThat(archive.of(matches.getFirst())).isEqualTo(Averages.NONE);
        assertThat(archive.report()).containsEntry("lines", 2).containsEntry("joined", 2);
    }

    @Test
    void anotherScore_isAnotherMatch() throws IOException {
        OddsArchive archive = archive(
                "2021-08-14,england,premier-league,2021-2022,Leicester,Wolves,1,1,1.9,1.9,1.9,1.9,1.8,1.8,2.0,2.0\n");
        assertThat(archive.of(matches.getFirst())).isEqualTo(Averages.NONE);
    }

    @Test
    void pricesThatCannotBe_areLeftOutAndCounted() throws IOException {
        OddsArchive archive = archive("""
                14 August,england,premier-league,2021-2022,Leicester,Wolves,1,0,1.9,1.9,1.9,1.9,1.8,1.8,2.0,2.0
                2021-08-14,england,premier-league,2021-2022,Leicester,Wolves,1,0,1.9,0.9,1.9,1.9,1.1,1.8,1.1,2.0
                """);
        Averages averages = archive.of(matches.getFirst());
        assertThat(averages.closing()).extracting(Quote::getMarket).containsExactly("TOTAL_GOALS");
        assertThat(averages.opening()).extracting(Quote::getMarket).containsExactly("BOTH_TEAMS_TO_SCORE");
        assertThat(archive.report()).containsEntry("impossible_prices", 2).containsEntry("unreadable", 1);
    }

    @Test
    void otherTables_arePassedOver_andAMissingFolderIsTold() throws IOException {
        assertThat(OddsArchive.read(folder, TeamDirectory.shipped()).size()).isZero();
        assertThat(OddsArchive.NONE.of(matches.getFirst())).isEqualTo(Averages.NONE);
        assertThatThrownBy(() -> OddsArchive.read(folder.resolve("none"), TeamDirectory.shipped()))
                .isInstanceOf(NotDirectoryException.class);
    }

    private OddsArchive archive(String lines) throws IOException {
        Files.writeString(folder.resolve("archive.csv"), HEADER + lines);
        return OddsArchive.read(folder, TeamDirectory.shipped());
    }
}
