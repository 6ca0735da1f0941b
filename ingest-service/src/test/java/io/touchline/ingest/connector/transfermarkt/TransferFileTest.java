package io.touchline.ingest.connector.transfermarkt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.SquadNews;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransferFileTest {

    private static final TeamDirectory DIRECTORY = TeamDirectory.shipped();
    private static final String HEADER =
            "club_name,player_name,age,position,club_involved_name,fee,transfer_movement,transfer_period,fee_cleaned,league_name,year,season,country\n";

    @Test
    void aTransferIsKnown_whenItsWindowIsOver() {
        TransferFile file = read(
                "Arsenal FC,A. Made,26,Left Winger,Leicester,€9.50m,in,Summer,9.5,Premier League,2019,2019/2020,England\n"
                        + "Arsenal FC,B. Made,26,Left Winger,Leicester,loan transfer,out,Winter,NA,Premier League,2019,2019/2020,England\n"
                        + "Arsenal FC,C. Made,26,Left Winger,Leicester,?,out,Winter,NA,Premier League,1996,1996/1997,England\n");

        assertThat(file.rejected()).isEmpty();
        SquadNews in = file.news().get(0);
        assertThat(in.getTeam()).isEqualTo("arsenal");
        assertThat(in.getAssociation()).isEqualTo("soccer/ENG");
        assertThat(in.getKind()).isEqualTo("TRANSFER_IN");
        assertThat(in.getValueEurMillion()).isEqualTo(9.5);
        assertThat(in.getObservedAt()).isEqualTo("2019-09-02T00:00:00Z");
        assertThat(file.news().get(1).getKind()).isEqualTo("TRANSFER_OUT");
        assertThat(file.news().get(1).getValueEurMillion()).isNull();
        assertThat(file.news().get(1).getObservedAt()).isEqualTo("2020-02-02T00:00:00Z");
        assertThat(file.news().get(2).getObservedAt()).isEqualTo("1997-04-01T00:00:00Z");
    }

    @Test
    void whatIsNoTransferOfOurs_isRejectedByName() {
        TransferFile file = read("Nobody Athletic,A. Made,,,x,?,in,Summer,NA,Premier League,2019,2019/2020,England\n"
                + "Arsenal FC,A. Made,,,x,?,sideways,Summer,NA,Premier League,2019,2019/2020,England\n"
                + "Arsenal FC,A. Made,,,x,?,in,Autumn,NA,Premier League,2019,2019/2020,England\n"
                + "Arsenal FC,A. Made,,,x,?,in,Summer,-3,Premier League,2019,2019/2020,England\n"
                + "Arsenal FC,A. Made,,,x,?,in,Summer,NA,Premier League,2019,2019,England\n");

        assertThat(file.news()).isEmpty();
        assertThat(file.rejected().keySet())
                .containsExactlyInAnyOrder(
                        "unknown team",
                        "neither in nor out",
                        "neither summer nor winter",
                        "a fee out of range",
                        "no season");
    }

    @Test
    void aRealTable_isReadWhole() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(SharedData.path("transfermarkt"))) {
            for (java.nio.file.Path path :
                    files.filter(file -> file.toString().endsWith(".csv")).toList()) {
                TransferFile file = TransferFile.read(path, DIRECTORY);
                assertThat(file.rejected()).as(path.toString()).isEmpty();
                assertThat(file.news()).hasSizeGreaterThan(20_000);
            }
        }
    }

    private static TransferFile read(String lines) {
        return TransferFile.read("made.csv", (HEADER + lines).getBytes(UTF_8), DIRECTORY);
    }
}
