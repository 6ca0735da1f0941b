package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands about vectors that need no platform, over a made file of six matches. */
class FeatureCommandsTest {

    private static final String FILE = """
            Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HS,AS,B365H,B365D,B365A,B365CH,B365CD,B365CA
            E0,14/08/2021,15:00,Madeham,Falsby,2,0,H,12,7,1.80,3.60,4.50,1.75,3.70,4.70
            E0,14/08/2021,15:00,Newtown,Oldtown,1,1,D,9,9,2.40,3.30,3.00,2.45,3.30,2.95
            E0,21/08/2021,15:00,Falsby,Newtown,0,1,A,8,11,2.60,3.20,2.80,2.70,3.20,2.70
            E0,21/08/2021,17:30,Oldtown,Madeham,0,3,A,5,14,3.80,3.50,2.00,3.90,3.50,1.97
            E0,28/08/2021,15:00,Madeham,Newtown,1,0,H,10,10,1.90,3.50,4.10,1.85,3.60,4.30
            E0,28/08/2021,15:00,Falsby,Oldtown,2,2,D,13,12,2.20,3.30,3.40,2.15,3.30,3.50
            """;

    @TempDir
    private Path folder;

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("E0_2122.csv"), FILE);
    }

    @Test
    void lookaheadCheck_comparesEveryVector() {
        Run run = run("lookahead-check", "--dir", folder.toString(), "-l", "E0", "--cuts", "1", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(run.out());
        assertThat(json.get("vectors").asInt()).isEqualTo(12);
        assertThat(json.get("differing").asInt()).isZero();
        assertThat(json.has("seconds")).isTrue();
    }

    @Test
    void expectedGoals_areTakenFromAFolderBeside_unlessNoneAreWanted() throws IOException {
        Path history = Files.createDirectory(folder.resolve("history"));
        Files.writeString(history.resolve("E0_2122.csv"), FILE.replace("Madeham", "Arsenal"));
        Files.writeString(
                Files.createDirectory(folder.resolve("xg")).resolve("match_xg_E0_2122.csv"),
                "Div,season,understat_match_id,datetime,home_team,away_team,home_goals,away_goals,home_xg,away_xg,home_npxg,away_npxg,home_shots,away_shots\n"
                        + "E0,2122,1,2021-08-28 15:00:00,Arsenal,Newtown,1,0,1.5,0.4,0.75,0.4,14,6\n");

        assertThat(run("lookahead-check", "--dir", history.toString(), "--cuts", "1")
                        .err())
                .contains("expected goals: {joined=1");
        assertThat(run("lookahead-check", "--dir", history.toString(), "--cuts", "1", "--xg", "none")
                        .err())
                .doesNotContain("expected goals");
    }

    @Test
    void explain_saysWhereEveryValueCameFrom() {
        Run run = run("features", "explain", "soccer:eng.1:2021-22:madeham:newtown", "--dir", folder.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("OPENING", "CLOSING")
                .containsPattern(
                        "fatigue_season_matches_home +2\\.0+ .*2 results: 2021-08-21 oldtown-madeham 0:3 \\(E0_2122.csv:5\\)")
                .containsPattern("market_fair_home +0\\.5\\d+ .*the market as of 2021-08-28T13:59:00Z")
                .containsPattern("form_points_20_home +- .*unknown: fewer than 10");
    }

    @Test
    void explain_ofAMatchThatIsNotThere_isNothingToDo() {
        Run run = run("features", "explain", "soccer:eng.1:2021-22:nobody:no-one", "--dir", folder.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("no match soccer:eng.1:2021-22:nobody:no-one");
    }

    @Test
    void coverage_writesALineAFeature() throws IOException {
        Path out = folder.resolve("coverage.csv");
        Run run = run("features", "coverage", "--dir", folder.toString(), "--out", out.toString(), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).isEqualTo("# eng.1, 2021-08-14 to 2021-08-28, 6 matches");
        assertThat(lines.get(1)).isEqualTo("feature;CLOSING;OPENING");
        assertThat(lines).contains("elo_home;1.000;1.000", "xg_for_5_home;0.000;0.000");
    }

    @Test
    void aQuestionThatIsNone_isBadUsage() {
        assertThat(run("features", "why", "--dir", folder.toString()).exitCode())
                .isEqualTo(2);
        assertThat(run("bench", "features").exitCode()).isEqualTo(2);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Touchline.commandLine(Map.of());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
