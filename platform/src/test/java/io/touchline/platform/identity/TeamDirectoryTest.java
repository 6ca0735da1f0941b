package io.touchline.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamDirectoryTest {

    private static final double EXACT = 1e-12;

    private final TeamDirectory directory = TeamDirectory.shipped();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    soccer/ENG, Man United, man-united
                    soccer/ENG, Manchester United, man-united
                    soccer/ENG, Wolverhampton Wanderers, wolves
                    soccer/ENG, Nottingham Forest, nottm-forest
                    soccer/ENG, Nott'm Forest, nottm-forest
                    soccer/ENG, Brighton & Hove Albion, brighton
                    soccer/GER, M'gladbach, mgladbach
                    soccer/GER, M'Gladbach, mgladbach
                    soccer/GER, Borussia Mönchengladbach, mgladbach
                    soccer/GER, Leipzig, leipzig
                    soccer/GER, RB Leipzig, rb-leipzig
                    soccer/GER, Dusseldorf, fortuna-dusseldorf
                    soccer/ESP, Villareal, villarreal
                    soccer/ESP, Atlético Madrid, ath-madrid
                    soccer/TUR, Osmanlispor, ankaraspor
                    soccer/ENG, MAN UNITED, man-united
                    """)
    void finds_theClubBehindASpelling(String association, String name, String id) {
        assertThat(directory.find(association, name).orElseThrow().id()).isEqualTo(new TeamId(id));
    }

    @Test
    void oneSpellingOfTwoClubs_isToldApartBySeason() {
        assertThat(directory
                        .find("soccer/ESP", "Lorca", new Season(2006, false))
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("lorca");
        assertThat(directory
                        .find("soccer/ESP", "Lorca", new Season(2017, false))
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("lorca-fc");
        assertThat(directory.find("soccer/ESP", "Lorca")).isEmpty();
    }

    @Test
    void anUnknownName_isNeverGuessed() {
        assertThat(directory.find("soccer/ENG", "Manchester Unitd")).isEmpty();
        assertThat(directory.find("soccer/ESP", "Arsenal")).isEmpty();
        assertThat(directory.find("soccer/XXX", "Arsenal")).isEmpty();
        assertThat(directory.find("soccer/ENG", "???")).isEmpty();
    }

    @Test
    void candidates_areMostAlikeFirst() {
        assertThat(directory.candidates("soccer/ENG", "Manchester Unitd"))
                .first()
                .satisfies(candidate -> {
                    assertThat(candidate.team().id().value()).isEqualTo("man-united");
                    assertThat(candidate.similarity()).isGreaterThan(0.85).isLessThan(1.0);
                });
        assertThat(directory.candidates("soccer/ENG", "Zzyzx")).isEmpty();
        assertThat(directory.candidates("soccer/ENG", "Rovers Town City United"))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void similarity_isDicesCoefficient() {
        assertThat(NameSimilarity.between("wolves", "wolwes")).isCloseTo(0.6, within(EXACT));
        assertThat(NameSimilarity.between("manchester-utd", "man-utd")).isCloseTo(0.5, within(EXACT));
        assertThat(NameSimilarity.between("a-b", "b-a")).isCloseTo(1.0, within(EXACT));
        assertThat(NameSimilarity.between("arsenal", "arsenal")).isEqualTo(1.0);
    }

    @Test
    void aUsersFile_addsAndWins(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("teams.txt");
        Files.writeString(file, """
                # my own
                soccer/ENG | man-united | Manchester United | The Red Devils
                soccer/ENG | fc-united | FC United of Manchester | Manchester United FC
                soccer/ENG | wolves-women | Wolves Women | Wolves
                """);

        TeamDirectory extended = TeamDirectory.shippedWith(file);

        assertThat(extended.find("soccer/ENG", "the red devils")
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("man-united");
        assertThat(extended.find("soccer/ENG", "Man United").orElseThrow().id().value())
                .isEqualTo("man-united");
        assertThat(extended.find("soccer/ENG", "FC United of Manchester")
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("fc-united");
        assertThat(extended.find("soccer/ENG", "Wolves").orElseThrow().id().value())
                .isEqualTo("wolves-women");
        assertThat(extended.find("soccer/ENG", "Wolverhampton")
                        .orElseThrow()
                        .id()
                        .value())
                .isEqualTo("wolves");
    }

    @Test
    void aBrokenLine_isNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("teams.txt");
        Files.writeString(file, "soccer/ENG | Man United\n");

        assertThatThrownBy(() -> TeamDirectory.shippedWith(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("teams.txt:1")
                .hasMessageContaining("expected association | team id | name | spellings");
    }

    @Test
    void everySpellingOfTheTable_leadsToItsClub() {
        for (Team team : directory.list()) {
            assertThat(directory.find(team.association(), team.id())).contains(team);
            for (String spelling : team.spellings()) {
                if (!spelling.contains("@")) {
                    assertThat(directory.find(team.association(), spelling).map(Team::id))
                            .as(team.association() + ' ' + spelling)
                            .contains(team.id());
                }
            }
        }
        assertThat(directory.list()).hasSizeGreaterThan(1000);
    }
}
