package io.touchline.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topics;
import io.touchline.testkit.TestBroker;
import io.touchline.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files through a real broker and a real Postgres. */
class HistoryLoaderIT {

    private static final Instant NOW = Instant.parse("2023-07-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final String SEASON = """
            Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Referee,HS,AS,HST,AST,HC,AC,HF,AF,HY,AY,HR,AR,PSCH,PSCD,PSCA,AvgCH,AvgCD,AvgCA
            E0,05/08/2022,20:00,Crystal Palace,Arsenal,0,2,A,0,1,A,A Taylor,10,10,2,2,3,5,16,11,1,2,0,0,4.5,3.65,1.89,4.39,3.59,1.88
            E0,06/08/2022,12:30,Fulham,Liverpool,2,2,D,1,0,H,A Madley,9,11,3,4,4,4,7,9,2,0,0,0,11.2,6.22,1.28,0,6.05,1.28
            ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
            E0,06/08/2022,15:00,Leeds,Wolves,2,1,A,1,1,D,R Jones,12,15,4,6,5,4,13,9,2,0,0,0,2.4,3.4,3.1,2.38,3.4,3.05
            """;

    private final TestBroker broker = TestBroker.shared();
    private final KafkaSettings kafka = broker.settings();
    private final RecordSender sender = new RecordSender(kafka);
    private final Database database = new Database(TestPostgres.freshUrl(), "postgres", "", "ingest");
    private final List<Rejection> rejections = new ArrayList<>();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("E0_2223.csv");
        Files.write(file, SEASON.getBytes(UTF_8));
    }

    @AfterEach
    void close() {
        sender.close();
        database.close();
    }

    @Test
    void aSeason_goesToTopicsAndPostgres_once() throws SQLException {
        LoadReport first = loader().load(List.of(file), LoadProgress.NONE);

        assertThat(first.files()).isEqualTo(1);
        assertThat(first.rows()).isEqualTo(4);
        assertThat(first.loaded()).isEqualTo(2);
        assertThat(first.unchanged()).isZero();
        assertThat(first.rejected()).containsExactly(entry("CONTRADICTORY_RESULT", 1L), entry("EMPTY_ROW", 1L));
        assertThat(first.faults()).containsExactly(entry("ODDS_OUT_OF_RANGE", 1L));
        assertThat(rejections)
                .extracting(Rejection::getLocation)
                .containsExactlyInAnyOrder("E0_2223.csv:4", "E0_2223.csv:5", "E0_2223.csv:3");

        try (TestBroker.Tail<Fixture> fixtures = TestBroker.tail(kafka, Topics.FIXTURES);
                TestBroker.Tail<MatchResult> results = TestBroker.tail(kafka, Topics.MATCH_RESULTS)) {
            assertThat(fixtures.await(2))
                    .extracting(Fixture::getFixtureId)
                    .containsExactlyInAnyOrder(
                            "soccer:eng.1:2022-23:crystal-palace:arsenal", "soccer:eng.1:2022-23:fulham:liverpool");
            MatchResult fulham = results.await(2).stream()
                    .filter(result -> result.getHomeTeam().equals("fulham"))
                    .findFirst()
                    .orElseThrow();
            assertThat(fulham.getHomeGoals()).isEqualTo(2);
            assertThat(fulham.getHome().getHalfTimeGoals()).isEqualTo(1);
            assertThat(fulham.getAway().getShots()).isEqualTo(11);
            assertThat(fulham.getReferee()).isEqualTo("A Madley");
            assertThat(fulham.getClosingQuotes())
                    .extracting(Quote::getBookmaker)
                    .containsExactly("pinnacle");
            assertThat(fulham.getReceivedAt()).isEqualTo(NOW);
            assertThat(results.records())
                    .extracting(received -> received.timestamp().toString())
                    .containsExactlyInAnyOrder("2022-08-05T23:00:00Z", "2022-08-06T23:00:00Z");
        }
        assertThat(query("SELECT fixture_id, home_goals, away_goals, source_location FROM matches ORDER BY 1"))
                .containsExactly(
                        "soccer:eng.1:2022-23:crystal-palace:arsenal 0 2 E0_2223.csv:2",
                        "soccer:eng.1:2022-23:fulham:liverpool 2 2 E0_2223.csv:3");
        assertThat(
                        query(
                                "SELECT side, shots, fouls, red_cards FROM match_stats WHERE fixture_id LIKE '%fulham%' ORDER BY 1"))
                .containsExactly("AWAY 11 9 0", "HOME 9 7 0");
        assertThat(query("SELECT name FROM match_officials ORDER BY 1")).containsExactly("A Madley", "A Taylor");
        assertThat(query("SELECT association, name FROM teams WHERE id = 'wolves'"))
                .containsExactly("soccer/ENG Wolverhampton Wanderers");

        rejections.clear();
        LoadReport second = loader().load(List.of(file), LoadProgress.NONE);

        assertThat(second.loaded()).isZero();
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(second.rejectedRows()).isEqualTo(2);
        assertThat(rejections).as("the same bytes are not rejected twice").isEmpty();
        assertThat(query("SELECT job_type, status, records_processed, records_failed FROM scraping_logs ORDER BY id"))
                .containsExactly("load-historical DONE 4 2", "load-historical DONE 4 2");
        try (TestBroker.Tail<MatchResult> results = TestBroker.tail(kafka, Topics.MATCH_RESULTS)) {
            loaderOfOneMore();
            assertThat(results.await(3))
                    .as("two of the first load, none of the second, one more")
                    .hasSize(3);
        }
    }

    @Test
    void otherDress_isUnchanged_andACorrectedRow_isLoadedAgain() throws IOException, SQLException {
        loader().load(List.of(file), LoadProgress.NONE);

        Files.write(file, ("\uFEFF" + SEASON.replace("\n", "\r\r\n")).getBytes(UTF_8));
        assertThat(loader().load(List.of(file), LoadProgress.NONE).loaded()).isZero();

        Files.write(
                file,
                SEASON.replace("Leeds,Wolves,2,1,A", "Leeds,Wolves,2,1,H")
                        .replace("A Taylor", "M Oliver")
                        .getBytes(UTF_8));
        LoadReport corrected = loader().load(List.of(file), LoadProgress.NONE);

        assertThat(corrected.loaded()).isEqualTo(2);
        assertThat(corrected.unchanged()).isEqualTo(1);
        assertThat(query("SELECT name FROM match_officials ORDER BY 1"))
                .containsExactly("A Madley", "M Oliver", "R Jones");
    }

    @Test
    void whatCannotBeRead_isRejected_andTheRestGoesOn() throws IOException {
        Path page = folder.resolve("E1_2223.csv");
        Files.writeString(page, "<!DOCTYPE HTML><html>300 Multiple Choices</html>");
        List<Integer> progress = new ArrayList<>();

        LoadReport report = loader().load(
                        List.of(page, folder.resolve("absent.csv"), file), (done, files, rows) -> progress.add(done));

        assertThat(report.files()).isEqualTo(3);
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.loaded()).isEqualTo(2);
        assertThat(report.rejected()).containsEntry("HTML_INSTEAD_OF_DATA", 1L).containsEntry("UNREADABLE_PAYLOAD", 1L);
        assertThat(progress).containsExactly(1, 2, 3, 3);
    }

    private void loaderOfOneMore() {
        Path more = folder.resolve("E0_2122.csv");
        try {
            Files.writeString(
                    more, "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,13/08/2021,Brentford,Arsenal,2,0,H\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(loader().load(List.of(more), LoadProgress.NONE).loaded()).isEqualTo(1);
    }

    private HistoryLoader loader() {
        return new HistoryLoader(
                TeamDirectory.shipped(), sender, Optional.of(database), new Rejections(CLOCK, rejections::add), CLOCK);
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(results.getString(i)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }
}
