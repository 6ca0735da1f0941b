package io.touchline.platform.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.platform.identity.TeamDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XgHistoryTest {

    private static final TeamDirectory DIRECTORY = TeamDirectory.shipped();
    private static final String RESULTS = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HS\n"
            + "E0,13/08/2022,Arsenal,Wolves,2,0,H,\n"
            + "E0,14/08/2022,Chelsea,Man United,1,1,D,9\n"
            + "E0,20/08/2022,Wolves,Newborough Rangers,0,3,A,5\n"
            + "E0,27/08/2022,Man United,Arsenal,3,1,H,12\n";

    @TempDir
    private Path folder;

    @Test
    void tableOfMatches_isJoinedOnTeamsAndDayWithSlack() throws IOException {
        write(
                "match_xg_E0_2223.csv",
                "Div,season,understat_match_id,datetime,home_team,away_team,home_goals,away_goals,home_xg,away_xg,home_npxg,away_npxg,home_shots,away_shots\n"
                        + "E0,2223,1,2022-08-14 01:30:00,Arsenal,Wolverhampton Wanderers,2,0,1.5,0.4,0.75,0.4,14,6\n"
                        + "E0,2223,2,2022-08-17 17:30:00,Manchester United,Arsenal,3,1,2.1,1.9,2.1,1.9,15,12\n");

        XgHistory xg = XgHistory.read(folder, DIRECTORY);
        List<HistoryRow> rows = rows(xg);

        assertThat(rows.get(0).xg())
                .isEqualTo(new MatchXg(
                        new MatchXg.Side(1.5, 0.75, null, 14, null, null, null, null),
                        new MatchXg.Side(0.4, 0.4, null, 6, null, null, null, null)));
        assertThat(rows.get(1).xg()).isNull();
        assertThat(rows.get(3).xg()).as("ten days off, postponed").isNotNull();
        assertThat(xg.report()).isEqualTo(new XgHistory.Report(2, 0, 0, 0));
    }

    @Test
    void publishersOwnFigure_goesBeforeSums_whichFillTheGaps() throws IOException {
        write("understat_EPL_2022.json", """
                {"collected_at": "x", "data": [
                 {"id": "7", "isResult": true, "h": {"id": "1", "title": "Arsenal"}, "a": {"id": "2", "title": "Wolverhampton Wanderers"},
                  "goals": {"h": "2", "a": "0"}, "xG": {"h": "1.41", "a": "0.39"}, "datetime": "2022-08-13 14:00:00",
                  "forecast": {"w": "0.7", "d": "0.2", "l": "0.1"}},
                 {"id": "8", "isResult": false, "h": {"title": "Chelsea"}, "a": {"title": "Arsenal"},
                  "goals": {"h": null, "a": null}, "xG": {"h": null, "a": null}, "datetime": "2023-05-13 14:00:00"}]}
                """);
        write(
                "tables/epl.csv",
                "league,season,date,home_team,away_team,home_goals,home_xg,home_np_xg,home_ppda,home_deep_completions,home_expected_points,away_goals,away_xg,away_np_xg,away_ppda,away_deep_completions\n"
                        + "ENG-Premier League,2223,2022-08-13 14:00:00,Arsenal,Wolverhampton Wanderers,2,1.42,1.0,9.5,11,2.5,0,0.38,0.38,14.25,3\n");
        gzip(
                "shots/shots_epl_22-23.csv.gz",
                "id,minute,result,xG,h_a,situation,match_id,h_team,a_team,h_goals,a_goals,date\n"
                        + "1.0,3.0,Goal,0.5,h,FromCorner,9.0,Arsenal,Wolverhampton Wanderers,2.0,0.0,2022-08-13 17:00:00\n"
                        + "2.0,9.0,Goal,0.76,h,Penalty,9.0,Arsenal,Wolverhampton Wanderers,2.0,0.0,2022-08-13 17:00:00\n"
                        + "3.0,9.0,SavedShot,0.2,a,OpenPlay,9.0,Arsenal,Wolverhampton Wanderers,2.0,0.0,2022-08-13 17:00:00\n"
                        + "4.0,90.0,OwnGoal,0.0,a,OpenPlay,9.0,Arsenal,Wolverhampton Wanderers,2.0,0.0,2022-08-13 17:00:00\n");

        XgHistory xg = XgHistory.read(folder, DIRECTORY);
        MatchXg joined = rows(xg).getFirst().xg();

        assertThat(joined)
                .isEqualTo(new MatchXg(
                        new MatchXg.Side(1.41, 1.0, 0.5, 2, 2, 1, 9.5, 11),
                        new MatchXg.Side(0.39, 0.38, 0.0, 1, 0, 0, 14.25, 3)));
        assertThat(xg.report()).isEqualTo(new XgHistory.Report(3, 0, 0, 0));
        assertThat(xg.size()).isEqualTo(3);
    }

    @Test
    void anotherScore_isNotJoined_butCounted() throws IOException {
        write(
                "a.csv",
                "Div,datetime,home_team,away_team,home_goals,away_goals,home_xg,away_xg\n"
                        + "E0,2022-08-14 15:00:00,Chelsea,Manchester United,1,0,1.0,0.5\n"
                        + "E0,2022-08-14 15:00:00,Chelsea,Arsenal,1,0,1.0,0.5\n"
                        + "E0,2022-13-14,Chelsea,Arsenal,1,0,1.0,0.5\n"
                        + "E0,2022-08-14,Chelsea,Arsenal,1,0,-1.0,0.5\n");

        XgHistory xg = XgHistory.read(folder, DIRECTORY);

        assertThat(rows(xg)).allSatisfy(row -> assertThat(row.xg()).isNull());
        assertThat(xg.report()).isEqualTo(new XgHistory.Report(0, 1, 1, 2));
        assertThat(xg.reportBySeason()).containsOnlyKeys("eng.1 2022-23");
        assertThat(xg.unreadable())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("a.csv:"));
    }

    /** The directory knows neither spelling, and both differ: the other side, the day and the score leave one match. */
    @Test
    void unknownName_isJoinedWhereOneMatchIsLeft() throws IOException {
        write(
                "a.csv",
                "Div,datetime,home_team,away_team,home_goals,away_goals,home_xg,away_xg\n"
                        + "E0,2022-08-20,Wolverhampton Wanderers,Nwb. Rgrs,0,3,0.1,2.5\n"
                        + "E0,2022-08-25,Wolverhampton Wanderers,Nwb. Rgrs,0,3,0.1,2.5\n");

        XgHistory xg = XgHistory.read(folder, DIRECTORY);

        assertThat(rows(xg).get(2).xg()).isNotNull();
        assertThat(xg.report()).isEqualTo(new XgHistory.Report(1, 0, 1, 0));
    }

    @Test
    void otherFiles_arePassedOver() throws IOException {
        write("team_names.csv", "Div,understat_name,football_data_name\nE0,Arsenal,Arsenal\n");
        write("notes.txt", "home_xg");
        write("else.json", "{\"a\": [1, 2]}");
        write("broken_epl.json", "{\"data\": [");

        XgHistory xg = XgHistory.read(folder, DIRECTORY);

        assertThat(xg.size()).isZero();
        assertThat(xg.unreadable()).singleElement().asString().startsWith("broken_epl.json: no JSON");
        assertThatThrownBy(() -> XgHistory.read(folder.resolve("none"), DIRECTORY))
                .isInstanceOf(NotDirectoryException.class);
    }

    private static HistoryReader reader(XgHistory xg) {
        return new HistoryReader(DIRECTORY, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), xg);
    }

    private static List<HistoryRow> rows(XgHistory xg) {
        return reader(xg).read("E0_2223.csv", RESULTS.getBytes(UTF_8)).rows();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void gzip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(UTF_8));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toByteArray());
    }
}
