package io.touchline.bench;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.prediction.train.PlayedMatch;
import io.touchline.prediction.train.TrainingSettings;
import io.touchline.prediction.train.WalkForward;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Made seasons with given vectors, and an ensemble whose every model has learned from them: what is timed must be whole, not right. */
final class ScoredSeason {

    /** So many that all trees have all their leaves, as the shipped ones have. */
    private static final int MATCHES = 3_200;

    private static final long HOURS_BETWEEN = 4;
    /** Matches of a kind. */
    private static final int TREES_FROM = 2_000;

    private static final int TEAMS = 20;
    private static final Instant FIRST = Instant.parse("2019-08-03T14:00:00Z");
    private static final long SEED = 41;

    private ScoredSeason() {}

    /** The release after the last match. */
    static Ensemble trained(float[][] rows) {
        TrainingSettings settings = new TrainingSettings(
                Duration.ofDays(7),
                Duration.ofDays(1461),
                new DixonColesSettings(390, 5, true),
                100,
                1_000,
                500,
                Duration.ofDays(28),
                10,
                new TrainingSettings.Trees(Duration.ofDays(10_000), 15_000, TREES_FROM, 1));
        WalkForward walk = new WalkForward(settings);
        walk.beginAt(FIRST);
        Random random = new Random(SEED);
        for (int i = 0; i < MATCHES; i++) {
            Instant kickoff = FIRST.plus(Duration.ofHours(HOURS_BETWEEN * i));
            int home = random.nextInt(TEAMS);
            int away = (home + 1 + random.nextInt(TEAMS - 1)) % TEAMS;
            // another vector at the close, so that prices move
            for (Cutoff cutoff : new Cutoff[] {Cutoff.OPENING, Cutoff.CLOSING}) {
                boolean opening = cutoff == Cutoff.OPENING;
                walk.add(
                        "match-" + i,
                        input(rows[(2 * i + (opening ? 0 : 1)) % rows.length], home, away, cutoff, kickoff),
                        kickoff.minus(Duration.ofHours(opening ? 48 : 1)));
            }
            Instant result = kickoff.plus(Duration.ofHours(3));
            for (Optional<Instant> moment = walk.due(result); moment.isPresent(); moment = walk.due(result)) {
                walk.trainAt(moment.get());
            }
            walk.add(new PlayedMatch(
                    "match-" + i,
                    "eng.1",
                    "team-" + home,
                    "team-" + away,
                    kickoff,
                    result,
                    new Score(random.nextInt(4), random.nextInt(3)),
                    new MatchStatistics(
                            8 + random.nextInt(9),
                            6 + random.nextInt(8),
                            2 + random.nextInt(5),
                            1 + random.nextInt(5),
                            random.nextInt(9),
                            random.nextInt(8))));
        }
        return walk.inForceAt(Instant.MAX);
    }

    /** What is asked: every vector at its opening, both teams known. */
    static MatchInput[] inputs(float[][] rows) {
        Random random = new Random(SEED + 1);
        MatchInput[] inputs = new MatchInput[rows.length];
        for (int i = 0; i < inputs.length; i++) {
            int home = random.nextInt(TEAMS);
            int away = (home + 1 + random.nextInt(TEAMS - 1)) % TEAMS;
            inputs[i] =
                    input(rows[i], home, away, Cutoff.OPENING, FIRST.plus(Duration.ofHours(HOURS_BETWEEN * MATCHES)));
        }
        return inputs;
    }

    private static MatchInput input(float[] row, int home, int away, Cutoff cutoff, Instant kickoff) {
        return MatchInput.of("eng.1", "team-" + home, "team-" + away, cutoff, kickoff, FeatureValues.of(row));
    }
}
