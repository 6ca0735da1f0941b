package io.touchline.platform.identity;

import static io.touchline.platform.identity.References.fixture;
import static io.touchline.platform.identity.References.idAlone;
import static io.touchline.platform.identity.References.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Resolution.Unmatched;
import io.touchline.platform.reject.RejectReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureMatcherTest {

    private static final String KICKOFF = "2023-04-01T14:00:00Z";

    private static final TeamDirectory DIRECTORY = TeamDirectory.shipped();

    private final FixtureBook book = new FixtureBook();
    private final FixtureLinks links = new FixtureLinks();
    private final FixtureMatcher matcher = new FixtureMatcher(DIRECTORY, book, links);

    private String id(References reference) {
        return id(reference.ref());
    }

    private String id(FixtureRef ref) {
        return switch (matcher.resolve(ref)) {
            case Matched match -> match.id().value();
            case Unmatched none -> none.reason().name();
        };
    }

    @Test
    void sixVendorsWords_areOneFixture_inWhateverOrder() {
        List<References> references = List.of(
                of("espn", "1", "eng.1", "Wolverhampton Wanderers", "Brighton & Hove Albion", KICKOFF),
                of("theoddsapi", "a", "eng.1", "Wolverhampton Wanderers", "Brighton and Hove Albion", KICKOFF),
                of("understat", "9", "eng.1", "Wolverhampton Wanderers", "Brighton", "2023-04-01T15:00:00Z"),
                of(
                        "footballdataorg",
                        "77",
                        "eng.1",
                        "Wolverhampton Wanderers FC",
                        "Brighton & Hove Albion FC",
                        KICKOFF),
                of("betfair", "3", null, "Wolves", "Brighton", KICKOFF).named("English Premier League", "GB"),
                of("pinnacle", "4", null, "Wolverhampton Wanderers", "Brighton and Hove Albion", KICKOFF)
                        .named("England - Premier League", null));
        for (int seed = 0; seed < 20; seed++) {
            List<References> shuffled = new ArrayList<>(references);
            Collections.shuffle(shuffled, new Random(seed));
            FixtureMatcher fresh = new FixtureMatcher(DIRECTORY, new FixtureBook(), new FixtureLinks());
            for (References each : shuffled) {
                assertThat(fresh.resolve(each.ref()))
                        .as(each.ref().shown())
                        .isInstanceOfSatisfying(Matched.class, match -> {
                            assertThat(match.id().value()).isEqualTo("soccer:eng.1:2022-23:wolves:brighton");
                            assertThat(match.confidence()).isEqualTo(1.0);
                        });
            }
        }
    }

    @Test
    void doubleHeaders_inWhateverOrder_areTwoGames() {
        List<References> references = List.of(
                of("mlb", "1", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T17:10:00Z")
                        .game(1),
                of("mlb", "2", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T23:10:00Z")
                        .game(2),
                of("espn", "a", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T17:10:00Z")
                        .game(1),
                of("espn", "b", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T23:10:00Z")
                        .game(2),
                of("espn", "c", "mlb", "New York Mets", "Atlanta Braves", "2022-08-07T20:10:00Z")
                        .game(1));
        for (int seed = 0; seed < 20; seed++) {
            List<References> shuffled = new ArrayList<>(references);
            Collections.shuffle(shuffled, new Random(seed));
            FixtureMatcher fresh = new FixtureMatcher(DIRECTORY, new FixtureBook(), new FixtureLinks());
            Map<String, String> ids = new HashMap<>();
            shuffled.forEach(each -> ids.put(
                    each.ref().key(), ((Matched) fresh.resolve(each.ref())).id().value()));
            assertThat(ids)
                    .containsEntry("mlb:1", "baseball:mlb:2022:new-york-mets:atlanta-braves:8061")
                    .containsEntry("espn:a", "baseball:mlb:2022:new-york-mets:atlanta-braves:8061")
                    .containsEntry("mlb:2", "baseball:mlb:2022:new-york-mets:atlanta-braves:8062")
                    .containsEntry("espn:b", "baseball:mlb:2022:new-york-mets:atlanta-braves:8062")
                    .containsEntry("espn:c", "baseball:mlb:2022:new-york-mets:atlanta-braves:8071");
        }
    }

    @Test
    void aVendorWithoutGameNumbers_findsTheGameByTheClock() {
        id(of("mlb", "1", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T17:10:00Z")
                .game(1));
        id(of("mlb", "2", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T23:10:00Z")
                .game(2));

        assertThat(id(of("theoddsapi", "x", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T23:11:00Z")))
                .endsWith(":8062");
        assertThat(id(of("theoddsapi", "y", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T17:11:00Z")))
                .endsWith(":8061");
        assertThat(id(of("oddsportal", "z", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T20:10:00Z")))
                .isEqualTo("AMBIGUOUS_FIXTURE");
        assertThat(id(of("oddsportal", "w", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T00:00:00Z")
                        .dayOnly()))
                .isEqualTo("AMBIGUOUS_FIXTURE");
    }

    @Test
    void aSecondGameWithoutNumbers_isAnotherGame() {
        String first = id(of("theoddsapi", "x", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T17:10:00Z"));
        String second = id(of("theoddsapi", "y", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T23:10:00Z"));

        assertThat(first).endsWith(":8061");
        assertThat(second).endsWith(":8062");
        assertThat(id(of("mlb", "1", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T17:10:00Z")
                        .game(1)))
                .isEqualTo(first);
        assertThat(id(of("mlb", "2", "mlb", "New York Mets", "Atlanta Braves", "2022-08-06T23:10:00Z")
                        .game(2)))
                .isEqualTo(second);
    }

    @Test
    void aPostponedMatch_keepsItsId() {
        assertThat(id(of("espn", "1", "sco.1", "Celtic", "Rangers", KICKOFF)))
                .isEqualTo("soccer:sco.1:2022-23:celtic:rangers");
        assertThat(id(of("espn", "1", "sco.1", "Celtic", "Rangers", "2023-05-10T18:45:00Z")))
                .isEqualTo("soccer:sco.1:2022-23:celtic:rangers");
        assertThat(id(of("betfair", "1", "sco.1", "Celtic", "Rangers", "2023-05-10T18:45:00Z")))
                .isEqualTo("soccer:sco.1:2022-23:celtic:rangers");
        assertThat(id(of("espn", "5", "eng.1", "Arsenal", "Chelsea", KICKOFF)))
                .isEqualTo(id(of("betfair", "6", "eng.1", "Arsenal", "Chelsea", "2023-05-24T18:45:00Z")));
        assertThat(id(of("mlb", "7", "mlb", "Boston Red Sox", "New York Yankees", "2022-08-06T17:10:00Z")
                        .game(1)))
                .isEqualTo(id(of("mlb", "7", "mlb", "Boston Red Sox", "New York Yankees", "2022-08-12T17:10:00Z")
                        .game(2)));
    }

    @Test
    void aMeetingAfterAPlayedOne_isTheNext() {
        book.take(fixture("soccer:sco.1:2022-23:celtic:rangers", "2022-09-03T11:30:00Z", "FINISHED", Map.of()));

        assertThat(id(of("betfair", "2", "sco.1", "Celtic", "Rangers", "2023-04-08T11:30:00Z")))
                .isEqualTo("soccer:sco.1:2022-23:celtic:rangers:2");
        assertThat(id(of("theoddsapi", "2", "sco.1", "Celtic", "Rangers", "2023-04-08T12:30:00Z")))
                .isEqualTo("soccer:sco.1:2022-23:celtic:rangers:2");
    }

    @Test
    void aMeetingFarFromTheKnownOne_isNotGuessed() {
        book.take(fixture("soccer:sco.1:2022-23:celtic:rangers", "2022-09-03T11:30:00Z", "SCHEDULED", Map.of()));

        assertThat(matcher.resolve(of("betfair", "2", "sco.1", "Celtic", "Rangers", "2023-04-08T11:30:00Z")
                        .ref()))
                .isInstanceOfSatisfying(Unmatched.class, none -> {
                    assertThat(none.reason()).isEqualTo(RejectReason.AMBIGUOUS_FIXTURE);
                    assertThat(none.candidates()).containsExactly("soccer:sco.1:2022-23:celtic:rangers");
                });
    }

    @Test
    void sidesTheOtherWayRound_areNotTheSame() {
        id(of("espn", "1", "fifa.world", "Spain", "Germany", "2026-07-01T19:00:00Z"));

        assertThat(id(of("theoddsapi", "a", "fifa.world", "Germany", "Spain", "2026-07-01T19:00:00Z")))
                .isEqualTo("AMBIGUOUS_FIXTURE");
        assertThat(id(of("theoddsapi", "b", "fifa.world", "Germany", "Spain", "2026-07-09T19:00:00Z")))
                .isEqualTo("soccer:fifa.world:2026:germany:spain");
    }

    @Test
    void aPersonsLink_wins() {
        links.link("betfair", "33", new FixtureId("soccer:eng.1:2022-23:arsenal:wolves"));

        assertThat(matcher.resolve(of("betfair", "33", "eng.1", "Everton", "Fulham", KICKOFF)
                        .ref()))
                .isInstanceOfSatisfying(Matched.class, match -> {
                    assertThat(match.id().value()).isEqualTo("soccer:eng.1:2022-23:arsenal:wolves");
                    assertThat(match.home().name()).isEqualTo("Arsenal");
                    assertThat(match.confidence()).isEqualTo(1.0);
                });
        assertThat(id(idAlone("betfair", "33"))).isEqualTo("soccer:eng.1:2022-23:arsenal:wolves");
    }

    @Test
    void anIdAlone_isKnownFromBefore_orNotAtAll() {
        assertThat(id(idAlone("betfair", "1"))).isEqualTo("UNKNOWN_FIXTURE");

        String id = id(of("betfair", "1", "eng.1", "Everton", "Fulham", KICKOFF));
        book.take(fixture("soccer:eng.1:2022-23:leeds:leicester", KICKOFF, "SCHEDULED", Map.of("opta", "g7")));

        assertThat(id(idAlone("betfair", "1"))).isEqualTo(id);
        assertThat(id(idAlone("opta", "g7"))).isEqualTo("soccer:eng.1:2022-23:leeds:leicester");
    }

    @ParameterizedTest
    @CsvSource({
        "eng.1, Arsenal Women, Chelsea",
        "eng.1, Arsenal (W), Chelsea (W)",
        "eng.1, Arsenal U21, Chelsea U21",
        "eng.1, Arsenal U23, Chelsea",
        "eng.1, Manchester United II, Chelsea",
        "esp.1, Sevilla Femenino, Valencia",
        "esp.1, Real Madrid C, Valencia",
        "ned.1, Jong Sparta, Ajax",
        "ger.1, Wolfsburg Frauen, Bayern Munich",
        "fra.1, Lyon Feminines, Paris Saint-Germain",
        "eng.1, Arsenal SRL, Chelsea SRL",
        "nor.1, Viking Fk (Corners), Mjondalen (Corners)",
        "eng.1, Manchester, Chelsea",
        "eng.1, United of Manchester, Everton",
        "swe.1, BK Malmö, AIK",
        "fra.1, Paris, Lyon",
        "eng.1, Sheffield, Chelsea",
        "eng.3, Bristol, Chelsea",
        "mlb, New York, Boston Red Sox",
        "nba, Los Angeles, Boston Celtics",
    })
    void othersOfTheSameClubOrCity_areNotTheFirstTeam(String competition, String home, String away) {
        book.take(fixture("soccer:eng.1:2022-23:arsenal:chelsea", KICKOFF, "SCHEDULED", Map.of()));
        book.take(fixture("soccer:eng.1:2022-23:man-united:chelsea", KICKOFF, "SCHEDULED", Map.of()));

        assertThat(id(of("x", "1", competition, home, away, KICKOFF))).isEqualTo("UNKNOWN_TEAM");
    }

    @Test
    void womens_areTheirOwnFixtures() {
        assertThat(id(of("espn", "1", "eng.w.1", "Arsenal", "Manchester United", KICKOFF)))
                .isEqualTo("soccer:eng.w.1:2022-23:arsenal:man-united");
        assertThat(id(of("betfair", "2", null, "Arsenal (W)", "Man Utd (W)", KICKOFF)
                        .named("English FA Women's Super League", "GB")))
                .isEqualTo("soccer:eng.w.1:2022-23:arsenal:man-united");
        assertThat(id(of("espn", "3", "eng.w.1", "Arsenal U21 Women", "Manchester United", KICKOFF)))
                .isEqualTo("UNKNOWN_TEAM");
    }

    @Test
    void anUnknownSpelling_isMatched_whereTheOtherSideSupportsIt() {
        book.take(fixture("soccer:eng.1:2022-23:wolves:brighton", KICKOFF, "SCHEDULED", Map.of()));

        assertThat(matcher.resolve(of("x", "1", "eng.1", "Wolverhamton Wand.", "Brighton", KICKOFF)
                        .ref()))
                .isInstanceOfSatisfying(Matched.class, match -> {
                    assertThat(match.id().value()).isEqualTo("soccer:eng.1:2022-23:wolves:brighton");
                    assertThat(match.confidence()).isBetween(0.45, 0.99);
                });
        assertThat(id(of("x", "2", "eng.1", "Wolverhamton Wand.", "Everton", KICKOFF)))
                .isEqualTo("UNKNOWN_TEAM");
    }

    @Test
    void withoutACompetition_onlyTheOneKnownFixtureWillDo() {
        References reference = of("betfair", "1", null, "Middlesbrough", "Man City", "2017-04-30T13:05:00Z")
                .named(null, "GB");
        assertThat(id(reference)).isEqualTo("UNKNOWN_COMPETITION");

        book.take(
                fixture("soccer:eng.1:2016-17:middlesbrough:man-city", "2017-04-30T13:05:00Z", "SCHEDULED", Map.of()));

        assertThat(id(reference)).isEqualTo("soccer:eng.1:2016-17:middlesbrough:man-city");
        assertThat(id(of("betfair", "2", null, "Middlesbrough", "Man City", "2017-04-30T13:05:00Z")
                        .named("English U23 Premier League", "GB")))
                .isEqualTo("UNKNOWN_COMPETITION");
    }

    @Test
    void cupsOfAConfederation_knowTheClubsOfAllItsCountries() {
        assertThat(id(of("espn", "1", "uefa.champions", "Liverpool", "Real Madrid", KICKOFF)))
                .isEqualTo("soccer:uefa.champions:2022-23:liverpool:real-madrid");
        assertThat(id(of("espn", "2", "conmebol.libertadores", "Boca Juniors", "Flamengo RJ", KICKOFF)))
                .isEqualTo("soccer:conmebol.libertadores:2023:boca-juniors:flamengo-rj");
        assertThat(id(of("espn", "3", "uefa.champions", "Boca Juniors", "Real Madrid", KICKOFF)))
                .isEqualTo("UNKNOWN_TEAM");
    }

    @Test
    void missingSides_areNamed() {
        FixtureRef whole = of("x", "1", "eng.1", "Arsenal", "Chelsea", KICKOFF).ref();
        FixtureRef half = new FixtureRef(
                "x", "1", "soccer", "eng.1", null, null, null, whole.home(), null, whole.kickoffAt(), true, null);

        assertThat(id(half)).isEqualTo("MISSING_FIELD");
        assertThat(id(of("x", "2", "eng.1", "Arsenal", "Arsenal FC", KICKOFF))).isEqualTo("SAME_TEAM_TWICE");
    }
}
