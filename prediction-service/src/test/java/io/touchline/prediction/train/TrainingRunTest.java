package io.touchline.prediction.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.SampleSeason;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.train.TrainingRun.Lesson;
import io.touchline.prediction.train.TrainingRun.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingRunTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(
            Duration.ofDays(7),
            Duration.ofDays(1461),
            new DixonColesSettings(390, 2, true),
            40,
            500,
            200,
            Duration.ofDays(28),
            0.05,
            TrainingSettings.Trees.none());

    @Test
    void runThatWasCutOff_goesOnBehindItsLastWholeSeason(@TempDir Path folder) throws IOException {
        List<Lesson> lessons = lessons(70);
        TrainedRelease whole = trained(lessons, TrainingRun.NO_STORE, new ArrayList<>());
        // the first season and a half, as far as the run came
        trained(lessons.subList(0, 4 * 60), new SeasonFiles(folder), new ArrayList<>());
        List<Boolean> resumed = new ArrayList<>();
        TrainedRelease again = trained(lessons, new SeasonFiles(folder), resumed);
        assertThat(resumed).contains(true, false);
        assertThat(resumed.lastIndexOf(true)).isLessThan(resumed.indexOf(false));
        assertThat(again.validFrom()).isEqualTo(whole.validFrom());
        assertThat(again.metrics()).isEqualTo(whole.metrics());
        assertThat(EnsembleContent.write(again.ensemble())).isEqualTo(EnsembleContent.write(whole.ensemble()));
    }

    @Test
    void seasonThatWasTaughtOtherwise_isTrainedAnew(@TempDir Path folder) throws IOException {
        trained(lessons(60), new SeasonFiles(folder), new ArrayList<>());
        List<Lesson> other = new ArrayList<>(lessons(60));
        other.remove(3);
        List<Boolean> resumed = new ArrayList<>();
        trained(other, new SeasonFiles(folder), resumed);
        assertThat(resumed).doesNotContain(true);
        Files.writeString(folder.resolve("season-2021.bin.gz"), "no season");
        trained(other, new SeasonFiles(folder), resumed);
        assertThat(resumed).hasSizeGreaterThan(1);
    }

    @Test
    void releaseFile_saysWhatItIs(@TempDir Path folder) throws IOException {
        TrainedRelease release = trained(lessons(30), TrainingRun.NO_STORE, new ArrayList<>());
        JsonNode about = JsonMapper.shared().readTree(Files.readString(ReleaseFile.write(release, folder)));
        byte[] content = Files.readAllBytes(folder.resolve(about.get("file").asString()));
        assertThat(about.get("sha256").asString()).isEqualTo(ReleaseFile.sha256(content));
        assertThat(about.get("bytes").asInt()).isEqualTo(content.length);
        assertThat(EnsembleContent.read(content).version())
                .isEqualTo(release.ensemble().version());
        assertThat(about.get("matches").asInt()).isEqualTo(120);
        assertThat(about.get("metrics").get("blend.log_loss").asDouble()).isPositive();
    }

    private static TrainedRelease trained(List<Lesson> lessons, TrainingRun.SeasonStore store, List<Boolean> resumed)
            throws IOException {
        return new TrainingRun(SETTINGS, store, (season, moment, kept) -> resumed.add(kept))
                .run(lessons)
                .orElseThrow();
    }

    private static List<Lesson> lessons(int weekends) {
        return SampleSeason.weekends(weekends, 8).stream()
                .map(sample -> new Lesson(
                        PlayedMatch.of(sample.result()),
                        sample.vectors().stream()
                                .map(vector -> new Told(MatchInput.of(vector), vector.getAsOf()))
                                .toList()))
                .toList();
    }
}
