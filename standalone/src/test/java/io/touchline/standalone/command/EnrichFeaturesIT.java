package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.testkit.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code enrich-features} into a real Postgres: by match, by period, and again. */
class EnrichFeaturesIT {

    private static final String FILE = """
            Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HS,AS,B365H,B365D,B365A,B365CH,B365CD,B365CA
            E0,14/08/2021,15:00,Madeham,Falsby,2,0,H,12,7,1.80,3.60,4.50,1.75,3.70,4.70
            E0,14/08/2021,15:00,Newtown,Oldtown,1,1,D,9,9,2.40,3.30,3.00,2.45,3.30,2.95
            E0,21/08/2021,15:00,Falsby,Newtown,0,1,A,8,11,2.60,3.20,2.80,2.70,3.20,2.70
            E0,21/08/2021,17:30,Oldtown,Madeham,0,3,A,5,14,3.80,3.50,2.00,3.90,3.50,1.97
            E0,28/08/2021,15:00,Madeham,Newtown,1,0,H,10,10,1.90,3.50,4.10,1.85,3.60,4.30
            E0,28/08/2021,15:00,Falsby,Oldtown,2,2,D,13,12,2.20,3.30,3.40,2.15,3.30,3.50
            """;

    private final String url = TestPostgres.freshUrl();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("E0_2122.csv"), FILE);
        // a platform that runs, as this process says
        Path run = Files.createDirectories(folder.resolve("home/run"));
        Files.writeString(
                run.resolve("holder"), String.valueOf(ProcessHandle.current().pid()));
        Files.writeString(run.resolve("addresses"), "postgres-url=%s\npostgres-user=postgres\n".formatted(url));
    }

    @Test
    void storesTheVectorsOfAMatchOfAPeriodAndOfAll() {
        run("--match-id", "soccer:eng.1:2021-22:oldtown:madeham");
        assertThat(number("SELECT count(*) FROM feature.feature_vectors")).isEqualTo(2);
        assertThat(number("SELECT count(DISTINCT fixture_id) FROM feature.feature_vectors"
                        + " WHERE fixture_id = 'soccer:eng.1:2021-22:oldtown:madeham'"))
                .isEqualTo(1);
        run("--from", "2021-08-21", "--to", "2021-08-21");
        assertThat(number("SELECT count(*) FROM feature.feature_vectors")).isEqualTo(4);
        long before = number("SELECT sum(hashtext(features::text)) FROM feature.feature_vectors");
        run("--from", "2021-08-21", "--to", "2021-08-21");
        assertThat(number("SELECT sum(hashtext(features::text)) FROM feature.feature_vectors"))
                .as("again changes nothing")
                .isEqualTo(before);
        run();
        assertThat(number("SELECT count(*) FROM feature.feature_vectors")).isEqualTo(12);
        assertThat(number("SELECT known FROM feature.feature_coverage WHERE feature = 'market_fair_home'"))
                .isEqualTo(12);
    }

    private void run(String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "enrich-features";
        arguments[1] = "--dir";
        arguments[2] = folder.toString();
        arguments[3] = "--home";
        arguments[4] = folder.resolve("home").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        StringWriter err = new StringWriter();
        CommandLine command = Touchline.commandLine(Map.of());
        command.setOut(new PrintWriter(new StringWriter(), true));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute(arguments)).as(err.toString()).isZero();
    }

    private long number(String question) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            assertThat(rows.next()).as(question).isTrue();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }
}
