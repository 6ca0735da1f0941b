package io.touchline.ingest.connector.statsbomb;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of matches of all ages, and which files of a copy are read. */
class StatsBombMatchesTest {

    private static final Instant NOW = Instant.parse("2026-03-21T18:30:00Z");

    private static final String MATCH = """
            {"match_id":%d,"match_date":"2019-02-20","kick_off":%s,"competition":{"competition_id":%d,"country_name":"England","competition_name":"%s"},
             "season":{"season_id":4,"season_name":"2018/2019"},"home_team":{"home_team_id":1,"home_team_name":"Upper Town"%s},
             "away_team":{"away_team_id":2,"away_team_name":"Lower Town WFC"%s},"home_score":3,"away_score":1,"last_updated":"2019-02-24T18:34:00.333745"%s}""";

    private static MatchSeen read(String match) throws PayloadChanged {
        CollectedEvents told = new CollectedEvents();
        new StatsBombAdapter()
                .read(
                        new Payload(
                                ("[" + match + "]").getBytes(StandardCharsets.UTF_8), NOW, NOW, "matches/37/4.json"),
                        told);
        assertThat(told.rejections()).isEmpty();
        return told.events(MatchSeen.class).getFirst();
    }

    @Test
    void anOldFile_namesNoGenderAndHasPlainNames() throws Exception {
        MatchSeen match = read(MATCH.formatted(
                1,
                "null",
                37,
                "FA Women's Super League",
                "",
                "",
                ",\"stadium_name\":\"The Ground\",\"referee_name\":\"A. Ref\""));
        assertThat(match.fixture().home().name()).isEqualTo("Upper Town Women");
        assertThat(match.fixture().away().name()).isEqualTo("Lower Town WFC");
        assertThat(match.fixture().competition()).isNull();
        assertThat(match.fixture().kickoffKnown()).isFalse();
        assertThat(match.facts().venue()).isEqualTo("The Ground");
        assertThat(match.facts().referee()).isEqualTo("A. Ref");
        assertThat(match.regular()).isNull();
    }

    @Test
    void aNewFile_saysWhoPlaysAndWhere() throws Exception {
        MatchSeen match = read(
                MATCH.formatted(
                        2,
                        "\"16:00:00.000\"",
                        2,
                        "Premier League",
                        ",\"home_team_gender\":\"male\"",
                        ",\"away_team_gender\":\"male\"",
                        ",\"competition_stage\":{\"id\":1,\"name\":\"Regular Season\"},\"stadium\":{\"id\":9,\"name\":\"The Ground\"}"));
        assertThat(match.fixture().home().name()).isEqualTo("Upper Town");
        assertThat(match.fixture().competition()).isEqualTo("eng.1");
        assertThat(match.regular().home()).isEqualTo(3);
        assertThat(match.facts().venue()).isEqualTo("The Ground");
    }

    @Test
    void ofACopy_matchesComeFirst_andOnlyWantedSeasonsAreRead() {
        StatsBombFiles files = new StatsBombFiles(List.of("37/4"));
        assertThat(files.rank("data/matches/37/4.json")).isLessThan(files.rank("data/events/15946.json"));
        assertThat(files.wants("data/matches/37/4.json")).isTrue();
        assertThat(files.wants("data/matches/37/42.json")).isFalse();
        assertThat(files.wants("data/events/19798.json")).isFalse();
        assertThat(files.remember(("[" + MATCH.formatted(19798, "null", 37, "x", "", "", "") + "]")
                        .getBytes(StandardCharsets.UTF_8)))
                .containsEntry("19798", "2019-02-24T18:34:00.333745");
        assertThat(files.wants("data/events/19798.json")).isTrue();
        assertThat(files.wants("data/lineups/19798.json")).isFalse();
        assertThat(files.wants("data/three-sixty/19798.json")).isFalse();
        StatsBombFiles all = new StatsBombFiles(List.of());
        assertThat(all.wants("data/matches/37/42.json")).isTrue();
        assertThat(all.wants("events/19798.json")).isTrue();
    }
}
