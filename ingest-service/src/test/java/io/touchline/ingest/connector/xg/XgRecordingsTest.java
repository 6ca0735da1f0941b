package io.touchline.ingest.connector.xg;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.ingest.connector.clubelo.ClubEloVendor;
import io.touchline.ingest.connector.openmeteo.OpenMeteoVendor;
import io.touchline.ingest.connector.opta.OptaVendor;
import io.touchline.ingest.connector.statsbomb.StatsBombVendor;
import io.touchline.ingest.connector.understat.UnderstatVendor;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.RatingSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real payloads tell what a plain count of their text says is in them, and nothing is rejected. */
class XgRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static byte[] bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return file.toString().endsWith(".gz")
                ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                : bytes;
    }

    private static CollectedEvents read(Vendor vendor, String file) throws Exception {
        CollectedEvents collected = new CollectedEvents();
        vendor.adapter()
                .read(
                        new Payload(
                                bytes(SharedData.path(file)),
                                NOW,
                                NOW,
                                SharedData.path(file).toString()),
                        collected);
        return collected;
    }

    private static Map<String, Long> incidents(MatchSeen match) {
        return match.incidents().stream()
                .map(event -> event.getType() + " " + event.getSide())
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }

    private static List<String> goals(MatchSeen match) {
        return match.incidents().stream()
                .filter(event -> event.getType().equals("GOAL"))
                .map(XgRecordingsTest::shown)
                .toList();
    }

    private static String shown(MatchEvent event) {
        return event.getMinute() + " " + event.getSide() + " " + event.getPlayer()
                + (event.getDetail() == null ? "" : " " + event.getDetail());
    }

    private static int count(String file, String pattern) throws IOException {
        String text = new String(bytes(SharedData.path(file)), StandardCharsets.UTF_8);
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @ParameterizedTest
    @CsvSource({
        "feeds/understat/league.EPL.2020.html, \\\\x22isResult\\\\x22",
        "feeds/understat/getLeagueData.EPL.2020.json, \"isResult\"",
        "xg/understat_EPL_2022.json, \"isResult\"",
        "xg/understat_La_liga_2022.json, \"isResult\"",
        "xg/understat_Bundesliga_2022.json, \"isResult\"",
        "xg/understat_Serie_A_2022.json, \"isResult\"",
        "xg/understat_Ligue_1_2022.json, \"isResult\"",
    })
    void understat_everyFixtureOfALeague(String file, String pattern) throws Exception {
        CollectedEvents told = read(new UnderstatVendor(), file);
        List<MatchSeen> matches = told.events(MatchSeen.class);
        assertThat(told.rejections()).isEmpty();
        assertThat(matches).hasSize(count(file, pattern));
        assertThat(told.events()).hasSameSizeAs(matches);
        assertThat(matches).allSatisfy(match -> {
            assertThat(match.fixture().competition()).isNotNull();
            assertThat(match.fixture().seasonYear()).isNotNull();
            assertThat(match.goals() == null).isEqualTo(match.home().getXg() == null);
        });
        assertThat(matches.stream()
                        .filter(match -> match.status().equals("FINISHED"))
                        .count())
                .isEqualTo(count(file, pattern + "\\s*(\\\\x3A|:)\\s*true"));
    }

    @Test
    void understat_theFirstFixtureOf2020() throws Exception {
        MatchSeen match = read(new UnderstatVendor(), "feeds/understat/league.EPL.2020.html")
                .events(MatchSeen.class)
                .getFirst();
        assertThat(match.fixture().shown()).isEqualTo("Fulham - Arsenal (14086) at 2020-09-12T11:30:00Z in eng.1");
        assertThat(match.fixture().kickoffKnown()).isFalse();
        assertThat(match.goals().home() + "-" + match.goals().away()).isEqualTo("0-3");
        assertThat(match.home().getXg()).isEqualTo(0.126327);
        assertThat(match.away().getXg()).isEqualTo(2.16287);
    }

    @ParameterizedTest
    @CsvSource({"match.14717.html", "getMatchData.14717.json"})
    void understat_aMatch(String file) throws Exception {
        CollectedEvents told = read(new UnderstatVendor(), "feeds/understat/" + file);
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(ShotSeen.class)).hasSize(8 + 11);
        assertThat(told.events(MatchSeen.class)).singleElement().satisfies(match -> {
            assertThat(match.fixture().shown()).contains("Crystal Palace - Manchester United (14717)");
            assertThat(incidents(match)).containsOnlyKeys("YELLOW_CARD HOME");
        });
    }

    @Test
    void understat_theHomePage_hasNothingOfAFixture() throws Exception {
        CollectedEvents told = read(new UnderstatVendor(), "feeds/understat/home.html");
        assertThat(told.events()).isEmpty();
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void understat_everyShotOfEveryFile() throws Exception {
        List<String> off = new ArrayList<>();
        try (var files = Files.list(SharedData.path("xg/shots"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList()) {
                CollectedEvents told = read(new UnderstatVendor(), "xg/shots/" + file.getFileName());
                String text = new String(bytes(file), StandardCharsets.UTF_8);
                long rows = text.lines().count() - 1;
                long goals = Pattern.compile(",(Goal|OwnGoal),")
                        .matcher(text)
                        .results()
                        .count();
                List<ShotSeen> shots = told.events(ShotSeen.class);
                long scored = shots.stream()
                        .filter(each -> each.shot().getResult().endsWith("GOAL"))
                        .count();
                if (shots.size() != rows
                        || scored != goals
                        || !told.rejections().isEmpty()) {
                    off.add(file.getFileName() + ": " + shots.size() + " of " + rows + ", goals " + scored + " of "
                            + goals + ", " + told.rejections().stream().limit(3).toList());
                }
                assertThat(shots)
                        .allSatisfy(
                                each -> assertThat(each.fixture().competition()).isNotNull());
            }
        }
        assertThat(off).isEmpty();
    }

    @Test
    void statsBomb_shotsGoalsAndCards() throws Exception {
        CollectedEvents barcelona = read(new StatsBombVendor(), "feeds/statsbomb/events.15946.json");
        CollectedEvents girona = read(new StatsBombVendor(), "feeds/statsbomb/events.15986.json");
        assertThat(barcelona.rejections()).isEmpty();
        assertThat(girona.rejections()).isEmpty();
        assertThat(barcelona.events(ShotSeen.class)).hasSize(28);
        assertThat(girona.events(ShotSeen.class)).hasSize(27);
        MatchSeen first = barcelona.events(MatchSeen.class).getFirst();
        assertThat(first.fixture().shown()).isEqualTo("Barcelona - Deportivo Alavés (15946)");
        assertThat(goals(first))
                .containsExactly(
                        "44 AWAY Fernando Pacheco Flores Own Goal",
                        "63 HOME Lionel Andrés Messi Cuccittini",
                        "82 HOME Philippe Coutinho Correia",
                        "91 HOME Lionel Andrés Messi Cuccittini");
        assertThat(incidents(first)).containsEntry("YELLOW_CARD AWAY", 2L).containsEntry("SUBSTITUTION HOME", 3L);
        MatchSeen second = girona.events(MatchSeen.class).getFirst();
        assertThat(second.goals().home() + "-" + second.goals().away()).isEqualTo("2-2");
        assertThat(incidents(second)).containsEntry("RED_CARD HOME", 1L).containsEntry("YELLOW_CARD HOME", 3L);
        assertThat(second.status()).isEqualTo("FINISHED");
        assertThat(read(new StatsBombVendor(), "feeds/statsbomb/lineups.15946.json")
                        .events())
                .isEmpty();
    }

    @Test
    void opta_packedF9AndF24() throws Exception {
        CollectedEvents told = read(new OptaVendor(), "feeds/opta/f9+f24.packed.918893.json");
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(ShotSeen.class)).hasSize(12 + 14 + 7);
        assertThat(told.events(MatchSeen.class)).hasSize(2).allSatisfy(match -> {
            assertThat(match.fixture().shown())
                    .isEqualTo("Arsenal - Leicester City (918893) at 2017-08-11T18:45:00Z in eng.1");
            assertThat(match.goals().home() + "-" + match.goals().away()).isEqualTo("4-3");
            assertThat(match.status()).isEqualTo("FINISHED");
            assertThat(match.incidentsTold()).isTrue();
            assertThat(goals(match)).hasSize(7);
            assertThat(incidents(match)).containsEntry("YELLOW_CARD AWAY", 1L).containsEntry("SUBSTITUTION HOME", 3L);
        });
        MatchSeen sheet = told.events(MatchSeen.class).getFirst();
        assertThat(sheet.home().getShots()).isEqualTo(27);
        assertThat(sheet.facts().referee()).isEqualTo("Mike Dean");
    }

    @Test
    void opta_f1() throws Exception {
        CollectedEvents told = read(new OptaVendor(), "feeds/opta/f1.tournament-2017-8.json");
        assertThat(told.rejections()).isEmpty();
        MatchSeen match = told.events(MatchSeen.class).getFirst();
        assertThat(told.events()).hasSize(1);
        assertThat(match.fixture().shown())
                .isEqualTo("Arsenal - Leicester City (918893) at 2017-08-11T18:45:00Z in eng.1");
        assertThat(match.fixture().seasonYear()).isEqualTo(2017);
        assertThat(match.home().getHalfTimeGoals()).isEqualTo(2);
    }

    @Test
    void opta_f24AndF7AsXml() throws Exception {
        CollectedEvents events = read(new OptaVendor(), "feeds/opta/f24.test.xml");
        assertThat(events.rejections()).isEmpty();
        assertThat(events.events(ShotSeen.class)).hasSize(3);
        MatchSeen match = events.events(MatchSeen.class).getFirst();
        assertThat(goals(match)).containsExactly("22 AWAY null Penalty", "47 AWAY null", "49 HOME null Own Goal");
        assertThat(incidents(match)).containsEntry("SHOOT_OUT_KICK AWAY", 1L).containsEntry("RED_CARD AWAY", 1L);
        CollectedEvents sheet = read(new OptaVendor(), "feeds/opta/f7.test.xml");
        assertThat(sheet.rejections()).isEmpty();
        MatchSeen result = sheet.events(MatchSeen.class).getFirst();
        assertThat(result.fixture().shown()).startsWith("FC København - FC Nordsjælland");
        assertThat(result.goals().home() + "-" + result.goals().away()).isEqualTo("2-1");
        assertThat(result.incidentsTold()).isFalse();
        assertThat(result.regular()).isNull();
    }

    @Test
    void opta_ma1AndMa3() throws Exception {
        CollectedEvents sheet = read(new OptaVendor(), "feeds/opta/sdapi.ma1.hamburg-sandhausen.json");
        CollectedEvents events = read(new OptaVendor(), "feeds/opta/sdapi.ma3.hamburg-sandhausen.json");
        assertThat(sheet.rejections()).isEmpty();
        assertThat(events.rejections()).isEmpty();
        assertThat(events.events(ShotSeen.class)).hasSize(15 + 15 + 3);
        for (CollectedEvents told : List.of(sheet, events)) {
            MatchSeen match = told.events(MatchSeen.class).getFirst();
            assertThat(match.fixture().shown())
                    .isEqualTo(
                            "Hamburger SV - Sandhausen (71pif9hi2vwzp6q0xzilyxst0) at 2021-09-11T18:30:00Z in ger.2");
            assertThat(goals(match))
                    .containsExactly("73 HOME D. Kinsombi Penalty", "86 AWAY J. Bachmann", "95 HOME M. Heyer");
            assertThat(incidents(match)).containsEntry("RED_CARD AWAY", 1L).containsEntry("YELLOW_CARD AWAY", 4L);
            assertThat(match.incidentsTold()).isTrue();
            assertThat(match.regular().home()).isEqualTo(2);
        }
    }

    @Test
    void clubElo_everyRow() throws Exception {
        CollectedEvents told = read(new ClubEloVendor(), "feeds/clubelo/2025-11-23.csv");
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(RatingSeen.class)).hasSize(count("feeds/clubelo/2025-11-23.csv", "(?m)^([0-9]+|None),"));
        RatingSeen first = told.events(RatingSeen.class).getFirst();
        assertThat(first.team().name() + " " + first.country() + " " + first.rating())
                .isEqualTo("Arsenal ENG 2038.40759277");
        assertThat(first.untilAt()).isEqualTo(Instant.parse("2025-11-24T00:00:00Z"));
    }

    @Test
    void openMeteo_everyHour() throws Exception {
        CollectedEvents york = read(new OpenMeteoVendor(), "feeds/open-meteo/v1.forecast.new-york.2025-12-28.json");
        CollectedEvents toronto = read(new OpenMeteoVendor(), "feeds/open-meteo/v1.forecast.toronto.2026-03-05.json");
        assertThat(york.rejections()).isEmpty();
        assertThat(toronto.rejections()).isEmpty();
        assertThat(york.events(WeatherSeen.class).size() % 24).isZero();
        WeatherSeen first = toronto.events(WeatherSeen.class).getFirst();
        assertThat(first.observedAt()).isEqualTo(Instant.parse("2026-03-04T05:00:00Z"));
        assertThat(first.fixture().vendorId()).isEqualTo("43.70455,-79.404625");
        assertThat(first.temperatureC()).isBetween(-20.0, 15.0);
    }
}
