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
import io.touchline.schema.FeatureCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Made seasons with vectors and prices, and an ensemble whose every model has learned from them: what is timed must be whole, not right. */
final class ScoredSeason {

    private static final int MATCHES = 1_600;
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
                new TrainingSettings.Trees(Duration.ofDays(364), 15_000, 500, 1));
        WalkForward walk = new WalkForward(settings);
        walk.beginAt(FIRST);
        Random random = new Random(SEED);
        for (int i = 0; i < MATCHES; i++) {
            Instant kickoff = FIRST.plus(Duration.ofHours(8L * i));
            int home = random.nextInt(TEAMS);
            int away = (home + 1 + random.nextInt(TEAMS - 1)) % TEAMS;
            for (Cutoff cutoff : new Cutoff[] {Cutoff.OPENING, Cutoff.CLOSING}) {
                walk.add(
                        "match-" + i,
                        input(rows[i % rows.length], home, away, cutoff, kickoff, random),
                        kickoff.minus(Duration.ofHours(cutoff == Cutoff.OPENING ? 48 : 1)));
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
            inputs[i] = input(rows[i], home, away, Cutoff.OPENING, FIRST.plus(Duration.ofHours(8L * MATCHES)), random);
        }
        return inputs;
    }

    private static MatchInput input(float[] row, int home, int away, Cutoff cutoff, Instant kickoff, Random random) {
        float[] values = row.clone();
        float homeWin = 0.25f + 0.4f * random.nextFloat();
        float draw = 0.22f + 0.08f * random.nextFloat();
        set(values, "market_fair_home", homeWin);
        set(values, "market_fair_draw", draw);
        set(values, "market_fair_away", 1 - homeWin - draw);
        set(values, "market_fair_over25", 0.45f + 0.1f * random.nextFloat());
        set(values, "market_sharp_home", homeWin);
        set(values, "market_sharp_draw", draw);
        set(values, "market_sharp_away", 1 - homeWin - draw);
        set(values, "elo_difference", 400 * random.nextFloat() - 150);
        set(values, "pi_rating_difference", 2 * random.nextFloat() - 0.8f);
        return new MatchInput(
                "eng.1",
                "team-" + home,
                "team-" + away,
                cutoff,
                values[FeatureCatalogue.position("elo_difference")],
                homeWin,
                draw,
                1 - homeWin - draw,
                values[FeatureCatalogue.position("market_fair_over25")],
                kickoff,
                FeatureValues.of(values));
    }

    private static void set(float[] values, String name, float value) {
        values[FeatureCatalogue.position(name)] = value;
    }
}
