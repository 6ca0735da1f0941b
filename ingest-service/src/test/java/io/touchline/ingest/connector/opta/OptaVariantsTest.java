package io.touchline.ingest.connector.opta;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Opta's documents do now and then: shoot-outs, breaks before more play, goals whose details follow, names that come in another document. */
class OptaVariantsTest {

    private static final Instant NOW = Instant.parse("2026-03-21T18:30:00Z");

    private final OptaAdapter adapter = new OptaAdapter();

    private CollectedEvents read(String name, String body) throws PayloadChanged {
        CollectedEvents told = new CollectedEvents();
        adapter.read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, name), told);
        return told;
    }

    private static String f9(String info, String home, String away) {
        return """
                <SoccerFeed TimeStamp="20260321T180000+0000"><SoccerDocument Type="Latest" uID="f77001">
                <Competition uID="c369"><Name>Island Cup</Name></Competition>
                <MatchData>%s
                <TeamData Side="Home" TeamRef="t11" Score="2">%s</TeamData><TeamData Side="Away" TeamRef="t12" Score="2">%s</TeamData>
                </MatchData>
                <Team uID="t11"><Name>Upper Town</Name></Team><Team uID="t12"><Name>Lower Town</Name></Team>
                </SoccerDocument></SoccerFeed>""".formatted(info, home, away);
    }

    private static String goal(int minute, String period, String type) {
        return "<Goal Min=\"%d\" Period=\"%s\" Type=\"%s\" PlayerRef=\"p1\"/>".formatted(minute, period, type);
    }

    @Test
    void kicksOfAShootOut_areCounted_andAreNoGoals() throws Exception {
        String kicks =
                "<ShootOut FirstPenalty=\"1\"><PenaltyShot Outcome=\"Scored\" PlayerRef=\"p1\"/><PenaltyShot Outcome=\"Saved\" PlayerRef=\"p2\"/></ShootOut>";
        CollectedEvents told = read(
                "f9.xml",
                f9(
                        "<MatchInfo Period=\"FullTime\" MatchType=\"Cup\"><Date>20260321T150000+0000</Date><Result Type=\"PenaltyShootout\" Winner=\"t11\"/></MatchInfo>",
                        goal(12, "FirstHalf", "Goal") + goal(99, "ExtraFirstHalf", "Penalty") + kicks,
                        goal(13, "FirstHalf", "Goal") + goal(118, "ExtraSecondHalf", "Own") + kicks));
        assertThat(told.rejections()).isEmpty();
        MatchSeen match = told.events(MatchSeen.class).getFirst();
        assertThat(match.status()).isEqualTo("FINISHED");
        assertThat(match.goals().home() + "-" + match.goals().away()).isEqualTo("2-2");
        assertThat(match.regular().home() + "-" + match.regular().away()).isEqualTo("1-1");
        assertThat(match.incidents().stream()
                        .map(event -> event.getType() + " " + event.getSide() + " " + event.getDetail()))
                .containsExactlyInAnyOrder(
                        "GOAL HOME null",
                        "GOAL AWAY null",
                        "GOAL HOME Penalty",
                        "GOAL AWAY Own Goal",
                        "SHOOT_OUT_KICK HOME scored",
                        "SHOOT_OUT_KICK HOME missed",
                        "SHOOT_OUT_KICK AWAY scored",
                        "SHOOT_OUT_KICK AWAY missed");
    }

    @ParameterizedTest
    @CsvSource({
        "FullTime90, IN_PLAY, EXTRA_TIME",
        "FullTimePens, IN_PLAY, PENALTIES",
        "ExtraHalfTime, IN_PLAY, EXTRA_TIME",
        "FullTime, FINISHED, FULL_TIME"
    })
    void aBreakBeforeMorePlay_isNoEnd(String period, String status, String ours) throws Exception {
        MatchSeen match = read(
                        "f9.xml",
                        f9(
                                "<MatchInfo Period=\"" + period + "\"><Date>20260321T150000+0000</Date></MatchInfo>",
                                goal(12, "FirstHalf", "Goal") + goal(20, "FirstHalf", "Goal"),
                                goal(13, "FirstHalf", "Goal") + goal(90, "SecondHalf", "Goal")))
                .events(MatchSeen.class)
                .getFirst();
        assertThat(match.status()).isEqualTo(status);
        assertThat(match.period()).isEqualTo(ours);
    }

    @Test
    void fixturesAsJson_byTheTimeInUtc() throws Exception {
        CollectedEvents told = read("f1.json", """
                {"SoccerDocument":{"Type":"RESULTS Latest","competition_id":1303,"season_id":2025,"MatchData":[
                  {"uID":"g901","MatchInfo":{"Date":"2026-03-21 20:00:00","DateUtc":"2026-03-21 18:00:00","TZ":"EEST","Period":"FullTime"},
                   "Stat":[{"value":"The Ground","Type":"Venue"}],
                   "TeamData":[{"Side":"Home","TeamRef":"t11","Score":1,"HalfScore":0,"Goal":{"Period":"SecondHalf","PlayerRef":"p1","Type":"Goal"}},
                               {"Side":"Away","TeamRef":"t12","Score":0,"HalfScore":0}]}],
                 "Team":[{"uID":"t11","Name":"Upper Town"},{"uID":"t12","Name":"Lower Town"}]}}
                """);
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(MatchSeen.class)).singleElement().satisfies(match -> {
            assertThat(match.fixture().shown()).isEqualTo("Upper Town - Lower Town (901) at 2026-03-21T18:00:00Z");
            assertThat(match.incidents()).hasSize(1);
        });
    }

    @Test
    void aGoalWhoseDetailsFollow_isOneGoal_andNoneAfterItsReview() throws Exception {
        String game = """
                <Games><Game id="901" home_team_id="11" away_team_id="12" game_date="2026-03-21T15:00:00" home_team_name="Upper Town" away_team_name="Lower Town">
                <Event id="1" event_id="1" type_id="32" period_id="1" min="0" sec="0" team_id="11"/>
                <Event id="2" event_id="2" type_id="%d" period_id="1" min="12" sec="3" team_id="11" x="90" y="50" version="%d"/>
                </Game></Games>""";
        for (int type : new int[] {38, 16, 84}) {
            CollectedEvents told = read("f24.xml", game.formatted(type, type == 38 ? 1 : 2));
            assertThat(told.rejections()).isEmpty();
            assertThat(told.events(ShotSeen.class)).hasSize(type == 84 ? 0 : 1);
            assertThat(told.events(MatchSeen.class).getFirst().goals().home()).isEqualTo(type == 84 ? 0 : 1);
        }
    }

    @Test
    void goalsOfAnOlderSheet_standInTheOrderOfTheirScores() throws Exception {
        String goal =
                "{\"contestantId\":\"%s\",\"periodId\":1,\"timeMin\":%d,\"type\":\"%s\",\"homeScore\":%d,\"awayScore\":%d}";
        MatchSeen match = read(
                        "ma1.json",
                        """
                        {"match":[{"matchInfo":{"id":"abc","date":"2016-02-20Z","time":"12:00:00Z","contestant":[{"id":"x1","name":"Upper Town","position":"home"},
                          {"id":"x2","name":"Lower Town","position":"away"}]},"liveData":{"matchDetails":{"periodId":14,"matchStatus":"Played",
                          "scores":{"ft":{"home":2,"away":1},"total":{"home":2,"away":1}}},"goal":["""
                                + goal.formatted("x1", 40, "OG", 1, 1) + ',' + goal.formatted("x1", 44, "PG", 2, 1)
                                + ','
                                + goal.formatted("x1", 12, "G", 1, 0) + "]}}]}")
                .events(MatchSeen.class)
                .getFirst();
        assertThat(match.incidentsTold()).isTrue();
        assertThat(match.incidents().stream().map(event -> event.getSide() + " " + event.getDetail()))
                .containsExactly("HOME null", "AWAY Own Goal", "HOME Penalty");
    }

    @Test
    void squadsNameTheTeamsAndPlayersOfTheEvents() throws Exception {
        assertThat(read("f40.xml", """
                                <SoccerFeed><SoccerDocument Type="SQUADS Latest" competition_id="8"><Team uID="t11"><Name>Upper Town</Name>
                                <Player uID="p5"><PersonName><First>Ann</First><Last>Other</Last></PersonName></Player></Team>
                                <Team uID="t12"><Name>Lower Town</Name></Team></SoccerDocument></SoccerFeed>""").rejections()).isEmpty();
        MatchSeen match = read("f24.xml", """
                        <Games><Game id="901" home_team_id="11" away_team_id="12" game_date="2026-03-21T15:00:00">
                        <Event id="1" event_id="1" type_id="32" period_id="1" min="0" sec="0" team_id="11"/>
                        <Event id="2" event_id="2" type_id="17" period_id="1" min="12" sec="3" team_id="11" player_id="5"><Q qualifier_id="31"/></Event>
                        </Game></Games>""").events(MatchSeen.class).getFirst();
        assertThat(match.fixture().shown()).startsWith("Upper Town - Lower Town (901)");
        assertThat(match.incidents().getFirst().getPlayer()).isEqualTo("Ann Other");
    }
}
