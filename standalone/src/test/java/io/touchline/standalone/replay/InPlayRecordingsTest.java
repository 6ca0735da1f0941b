package io.touchline.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.bench.path.StraightPath;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.identity.FixtureLinks;
import io.touchline.platform.identity.FixtureMatcher;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.recording.Recordings;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import io.touchline.schema.Topics;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What vendors recorded of running matches, through the adapters and normalisers of the live services into vectors in play. */
class InPlayRecordingsTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-08-01T00:00:00Z"));

    @TempDir
    private Path folder;

    /** What came of a recording. */
    private record Played(
            List<FeatureVector> vectors,
            Set<String> fixtures,
            Map<String, MatchState> last,
            Map<String, Map<String, Shot>> shots) {

        List<FeatureVector> inPlay(String id) {
            return vectors.stream()
                    .filter(vector -> vector.getFixtureId().equals(id)
                            && vector.getCutoff().equals("IN_PLAY"))
                    .toList();
        }
    }

    @Test
    void snapshotsOfScores_becomeVectors_thatEndWithTheScore() throws IOException, InterruptedException {
        List<Path> files = files("espn", "soccer.fifa.world.scoreboard");
        Played played = play("espn", files);

        assertThat(played.last()).isNotEmpty();
        int compared = 0;
        for (Map.Entry<String, MatchState> match : played.last().entrySet()) {
            List<FeatureVector> vectors = played.inPlay(match.getKey());
            assertThat(vectors).as(match.getKey()).isNotEmpty();
            FeatureVector last = vectors.getLast();
            MatchState state = match.getValue();
            assertThat(value(last, "goals_home")).isEqualTo(state.getHomeGoals());
            assertThat(value(last, "goals_away")).isEqualTo(state.getAwayGoals());
            if (state.getStatus().equals("FINISHED")) {
                assertThat(value(last, "period")).isEqualTo(7);
                assertThat(value(last, "minute")).isIn(90f, 120f);
            }
            assertThat(vectors).extracting(FeatureVector::getAsOf).isSorted();
            compared++;
        }
        assertThat(compared).isPositive();
        assertThat(InPlayAnswers.check(played.vectors(), NOW))
                .as("answered while the 90 minutes run")
                .isPositive();
        assertThat(play("espn", files).vectors()).as("the same again").isEqualTo(played.vectors());
    }

    @Test
    void eventsOfAMatch_becomeVectors_withItsShots() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>(files("statsbomb", "events."));
        int matches = files.size();
        files.addFirst(matches());
        Played played = play("statsbomb", files);

        assertThat(played.last()).hasSize(matches);
        // such a file is one moment: its vectors are those of a match whose 90 minutes are over
        long waiting = played.vectors().stream()
                .filter(vector -> vector.getCutoff().equals("IN_PLAY") && value(vector, "period") == 4)
                .count();
        assertThat(InPlayAnswers.check(played.vectors(), NOW)).isEqualTo((int) waiting);
        played.last().forEach((id, state) -> {
            FeatureVector last = played.inPlay(id).getLast();
            assertThat(value(last, "goals_home")).isEqualTo(state.getHomeGoals());
            assertThat(value(last, "goals_away")).isEqualTo(state.getAwayGoals());
            // an own goal is on the board and no shot
            assertThat(state.getHomeGoals() - goals(played, id, "HOME")).isZero();
            assertThat(state.getAwayGoals() - goals(played, id, "AWAY")).isEqualTo(id.endsWith("alaves") ? 1 : 0);
            for (String side : List.of("HOME", "AWAY")) {
                List<Shot> shots = played.shots().getOrDefault(id, Map.of()).values().stream()
                        .filter(shot ->
                                shot.getSide().equals(side) && !shot.getResult().equals("OWN_GOAL"))
                        .toList();
                String name = side.toLowerCase(java.util.Locale.ROOT);
                assertThat(shots).isNotEmpty();
                assertThat(value(last, "shots_" + name)).isEqualTo(shots.size());
                assertThat((double) value(last, "xg_" + name))
                        .isCloseTo(
                                shots.stream().mapToDouble(Shot::getXg).sum(),
                                org.assertj.core.data.Offset.offset(1e-5));
            }
        });
        assertThat(play("statsbomb", files).vectors()).as("the same again").isEqualTo(played.vectors());
    }

    @Test
    void everyMinuteOfAMatch_withItsOwnGoalAndItsRedCard_isAnswered() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>(files("statsbomb", "events."));
        files.addFirst(matches());
        FeatureVector like = play("statsbomb", files).vectors().getLast();
        JsonMapper json = new JsonMapper();
        for (Path file : files.subList(1, files.size())) {
            JsonNode events = json.readTree(Files.readAllBytes(file));
            double[] ends = InPlayAnswers.checkMinutes(events, "Barcelona", like, NOW);
            assertThat(ends[1]).as("a draw at the end of " + file).isIn(0.0, 1.0);
        }
    }

    private static long goals(Played played, String id, String side) {
        return played.shots().getOrDefault(id, Map.of()).values().stream()
                .filter(shot -> shot.getSide().equals(side) && shot.getResult().equals("GOAL"))
                .count();
    }

    /** Who played, in the vendor's form: files of events tell neither day nor competition. */
    private Path matches() throws IOException {
        Path file = folder.resolve("matches").resolve("11").resolve("4.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "[%s,%s]"
                        .formatted(
                                matched(15946, "2018-08-18", 206, "Deportivo Alavés", 3, 0),
                                matched(15986, "2018-09-23", 211, "Girona", 2, 2)));
        // told before the events: a recording's time is that of its file
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2019-01-01T00:00:00Z")));
        return file;
    }

    private static String matched(int id, String day, int awayId, String away, int home, int guest) {
        return """
                {"match_id":%d,"match_date":"%s","kick_off":"20:45:00.000","competition":{"competition_id":11,"country_name":"Spain","competition_name":"La Liga"},
                 "season":{"season_id":4,"season_name":"2018/2019"},"home_team":{"home_team_id":217,"home_team_name":"Barcelona","home_team_gender":"male"},
                 "away_team":{"away_team_id":%d,"away_team_name":"%s","away_team_gender":"male"},"home_score":%d,"away_score":%d}""".formatted(id, day, awayId, away, home, guest);
    }

    private static float value(FeatureVector vector, String name) {
        return FeatureCatalogue.value(vector, "in_play_" + name);
    }

    private static List<Path> files(String vendor, String beginning) throws IOException {
        try (Stream<Path> all = Files.list(SharedData.path("feeds/" + vendor))) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(beginning))
                    .sorted()
                    .toList();
        }
    }

    private static Played play(String name, List<Path> files) throws IOException, InterruptedException {
        // Avro builds records only after Topics has said which classes are ours
        Topics.list();
        Played played = new Played(new ArrayList<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
        Vendor vendor = VendorReplay.find(name).orElseThrow();
        FixtureBook book = new FixtureBook();
        TeamDirectory teams = TeamDirectory.shipped();
        Rejections rejections = new Rejections(NOW, rejection -> {});
        try (StraightPath path = new StraightPath(Map.of(), rejection -> {}, played.vectors()::add)) {
            Outlet outlet = new Outlet() {
                @Override
                public void accept(Normalised event) {
                    tell(event, played, book, path);
                }

                @Override
                public void flush() {
                    // nothing waits here
                }
            };
            Intake intake = new Intake(
                    vendor,
                    new Intake.Parts(
                            new FixtureMatcher(teams, book, new FixtureLinks()),
                            new ScoreNormaliser(
                                    NOW, outlet, rejections, teams, (source, known, seen, payload) -> {}, true),
                            rejections,
                            Recorder.NONE,
                            new VendorCounts(),
                            true));
            for (Path file : files) {
                new Recordings(vendor, payload -> take(intake, payload)).read(file);
            }
        }
        return played;
    }

    private static void tell(Normalised event, Played played, FixtureBook book, StraightPath path) {
        if (event.known() == null || event.known().match() == null) {
            return;
        }
        switch (event.value()) {
            case Fixture fixture -> {
                book.take(fixture);
                if (played.fixtures().add(fixture.getFixtureId())) {
                    // the recordings begin after kickoff
                    Instant before = fixture.getKickoffAt().minusSeconds(3_600);
                    Fixture scheduled = Fixture.newBuilder(fixture)
                            .setStatus("SCHEDULED")
                            .setObservedAt(before)
                            .build();
                    path.fixture(scheduled, before);
                }
                path.fixture(fixture, event.at());
            }
            case MatchState state -> {
                if (state.getPeriod() != null) {
                    played.last().put(state.getFixtureId(), state);
                }
                path.state(state, event.at());
            }
            case Shot shot -> {
                played.shots()
                        .computeIfAbsent(shot.getFixtureId(), id -> new HashMap<>())
                        .put(shot.getShotId(), shot);
                path.shot(shot, event.at());
            }
            default -> {
                // results are of no use while the match runs
            }
        }
    }

    private static void take(Intake intake, Payload payload) {
        try {
            intake.take(payload);
        } catch (PayloadChanged e) {
            throw new AssertionError(e);
        }
    }
}
