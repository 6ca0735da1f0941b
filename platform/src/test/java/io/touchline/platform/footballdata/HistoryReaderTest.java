package io.touchline.platform.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReaderTest {

    private static final String HEADER = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,Referee\r\n";
    private static final String COUNTRY_HEADER = "Country,League,Season,Date,Time,Home,Away,HG,AG,Res\r\n";

    private final HistoryReader reader =
            new HistoryReader(TeamDirectory.shipped(), InstantSource.fixed(Instant.parse("2023-06-01T00:00:00Z")));

    @Test
    void reads_aDivision() {
        HistoryFile file = read("E0_2223.csv", HEADER + "E0,06/08/2022,12:30,Fulham,Man United,2,2,D,A Madley\r\n");

        HistoryRow row = file.rows().getFirst();
        assertThat(row.fixtureId().value()).isEqualTo("soccer:eng.1:2022-23:fulham:man-united");
        assertThat(row.kickoffAt()).isEqualTo("2022-08-06T11:30:00Z");
        assertThat(row.kickoffKnown()).isTrue();
        assertThat(row.openingAt()).isEqualTo("2022-08-05T14:00:00Z");
        assertThat(row.closingAt()).isEqualTo("2022-08-06T11:29:00Z");
        assertThat(row.resultAt()).isEqualTo("2022-08-06T23:00:00Z");
        assertThat(row.score()).isEqualTo(new Score(2, 2));
        assertThat(row.homeName()).isEqualTo("Fulham");
        assertThat(row.awayName()).isEqualTo("Man United");
        assertThat(row.find("Referee")).isEqualTo("A Madley");
        assertThat(row.location()).isEqualTo("E0_2223.csv:2");
        assertThat(file.lines()).isEqualTo(1);
        assertThat(file.derivedTeams()).isEmpty();
    }

    @Test
    void reads_aCountry() {
        HistoryFile file = read(
                "ARG_to2022.csv",
                COUNTRY_HEADER
                        + "Argentina,Liga Profesional ,2013/2014,01/09/2013,23:00,Boca Juniors,Velez Sarsfield,2,1,H\r\n"
                        + "Argentina,Liga Profesional,2013/2014,29/01/2015,01:15,Boca Juniors,Velez Sarsfield,1,0,H\r\n"
                        + "Argentina,Copa De La Liga Profesional,2021,14/03/2021,20:00,Boca Juniors,River Plate,1,1,D\r\n");

        assertThat(file.rows())
                .extracting(row -> row.fixtureId().value())
                .containsExactly(
                        "soccer:arg.1:2013-14:boca-juniors:velez-sarsfield",
                        "soccer:arg.1:2013-14:boca-juniors:velez-sarsfield:2",
                        "soccer:arg.copa_lpf:2021:boca-juniors:river-plate");
    }

    @Test
    void withoutTime_kickoffIsThreeInTheAfternoon() {
        HistoryRow row = read("E0_9394.csv", HEADER.replace("Time,", "") + "E0,14/08/93,Arsenal,Coventry,0,3,A,\n")
                .rows()
                .getFirst();

        assertThat(row.kickoffAt()).isEqualTo("1993-08-14T14:00:00Z");
        assertThat(row.kickoffKnown()).isFalse();
        assertThat(row.fixtureId().value()).isEqualTo("soccer:eng.1:1993-94:arsenal:coventry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    E0,06/08/2022,12:30,,Liverpool,2,2,D           | MISSING_TEAM             | the home team is missing
                    E0,06/08/2022,12:30,Fulham, ,2,2,D             | MISSING_TEAM             | the away team is missing
                    E0,06/08/2022,12:30,Fulham,Fulham,2,2,D        | SAME_TEAM_TWICE          | Fulham against Fulham
                    E0,06/08/2022,12:30,Man United,Manchester United,2,2,D | SAME_TEAM_TWICE  | Man United against Manchester United
                    E0,,12:30,Fulham,Liverpool,2,2,D               | BROKEN_DATE             | no date
                    E0,31/02/2023,12:30,Fulham,Liverpool,2,2,D     | BROKEN_DATE              | no such day: 31/02/2023
                    E0,08/13/2022,12:30,Fulham,Liverpool,2,2,D     | BROKEN_DATE              | no such day: 08/13/2022
                    E0,#REF!,12:30,Fulham,Liverpool,2,2,D          | BROKEN_DATE              | a date is day/month/year but was #REF!
                    E0,06/08/2022,25:61,Fulham,Liverpool,2,2,D     | BROKEN_DATE              | no such time: 25:61
                    E0,06/08/2021,12:30,Fulham,Liverpool,2,2,D     | DATE_OUTSIDE_SEASON      | 2021-08-06 is not in the file's season 2022-23
                    E0,10/06/2023,12:30,Fulham,Liverpool,2,2,D     | FROM_THE_FUTURE           | a result of 2023-06-10 is not known yet
                    E0,06/08/2022,12:30,Fulham,Liverpool,,,        | MISSING_SCORE            | no full-time score
                    E0,06/08/2022,12:30,Fulham,Liverpool,2,-2,H    | VALUE_OUT_OF_RANGE           | goals are 0 or more but were 2 and -2
                    E0,06/08/2022,12:30,Fulham,Liverpool,2,x,H     | VALUE_OUT_OF_RANGE             | goals are a whole number but were x
                    E0,06/08/2022,12:30,Fulham,Liverpool,2.5,1,H   | VALUE_OUT_OF_RANGE             | goals are a whole number but were 2.5
                    E0,06/08/2022,12:30,Fulham,Liverpool,99,1,H    | VALUE_OUT_OF_RANGE             | nobody scores 99 against 1
                    E0,06/08/2022,12:30,Fulham,Liverpool,2,2,H     | CONTRADICTORY_RESULT | result H beside 2-2
                    X9,06/08/2022,12:30,Fulham,Liverpool,2,2,D     | UNKNOWN_COMPETITION      | no such competition: X9
                    E0,06/08/2022,12:30,!!!,Liverpool,2,2,D        | UNKNOWN_TEAM             | no name of a team: !!!
                    E0,05/08/2022,20:00,Crystal Palace,Arsenal,0,2,A | DUPLICATE_MATCH        | the same match as in E0_2223.csv:2
                    """)
    void names_whatIsWrong(String line, RejectReason reason, String detail) {
        HistoryFile file =
                read("E0_2223.csv", HEADER + "E0,05/08/2022,20:00,Crystal Palace,Arsenal,0,2,A\n" + line + "\n");

        assertThat(file.rows()).hasSize(1);
        CsvRejection rejection = file.rejections().getFirst();
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.detail()).isEqualTo(detail);
        assertThat(rejection.location()).isEqualTo("E0_2223.csv:3");
        assertThat(new String(rejection.raw(), UTF_8).strip()).isEqualTo(line.strip());
    }

    @Test
    void accepts_whatOtherToolsMakeOfNumbersAndDates() {
        HistoryRow row = read("E0_2223.csv", HEADER + "E0,2022-08-06,12:30:00,Fulham,Liverpool,2.0,2.0,D\n")
                .rows()
                .getFirst();

        assertThat(row.date()).isEqualTo("2022-08-06");
        assertThat(row.score()).isEqualTo(new Score(2, 2));
    }

    @Test
    void theSeason_isInTheNameOrInTheDates() {
        String late = "E0,26/07/2020,16:00,Arsenal,Watford,3,2,H\n";
        assertThat(read("E0_1920.csv", HEADER + late).rows().getFirst().season().label())
                .isEqualTo("2019-20");
        assertThat(read(
                                "download.csv",
                                HEADER
                                        + "E0,09/08/2019,20:00,Liverpool,Norwich,4,1,H\nE0,11/01/2020,15:00,Chelsea,Burnley,3,0,H\n"
                                        + late)
                        .rows())
                .extracting(row -> row.season().label())
                .containsOnly("2019-20");
        assertThat(read("E0_2223.csv", HEADER + "E0,09/08/2019,20:00,Liverpool,Norwich,4,1,H\n")
                        .rows()
                        .getFirst()
                        .season()
                        .label())
                .as("the dates speak against the name")
                .isEqualTo("2019-20");
        assertThat(read("X.csv", COUNTRY_HEADER + "Brazil,Serie A,last,01/09/2013,23:00,Santos,Vasco,2,1,H\n")
                        .rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.UNKNOWN_SEASON);
    }

    @Test
    void anUnknownClub_isTakenAsPublished_andListed() {
        HistoryFile file = read("E0_2223.csv", HEADER + "E0,06/08/2022,12:30,Borchester Utd,Arsenal,0,2,A\n");

        assertThat(file.rows().getFirst().home()).isEqualTo(new TeamId("borchester-utd"));
        assertThat(file.derivedTeams())
                .containsExactly(new DerivedTeam("soccer/ENG", new TeamId("borchester-utd"), "Borchester Utd"));
    }

    @Test
    void anotherTable_isRefusedLineByLine() {
        HistoryFile file = read("x.csv", "player,value\nA,1\nB,2\n");

        assertThat(file.rejections())
                .extracting(CsvRejection::reason)
                .containsExactly(RejectReason.UNKNOWN_HEADER, RejectReason.UNKNOWN_HEADER);
        assertThat(file.lines()).isEqualTo(2);
        assertThat(read("x.csv", "player,value\n").rejections())
                .extracting(CsvRejection::location)
                .containsExactly("x.csv");
    }

    private HistoryFile read(String name, String text) {
        return reader.read(name, text.getBytes(UTF_8));
    }
}
