package io.touchline.prediction.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Assessment;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.blend.Vote;
import io.touchline.prediction.model.trees.TreeModel;
import io.touchline.schema.FeatureCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trees in the walk: prices move until the close as one feature of the vector says, and the trees are to find out. */
class TreeLedgerTest {

    private static final String TELLING = "elo_above_table_home";
    private static final int MATCHES = 900;
    private static final int TEAMS = 16;
    private static final Instant FIRST = Instant.parse("2019-08-03T14:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofHours(12L * MATCHES));

    private static Ensemble ensemble = Ensemble.untrained();

    @BeforeAll
    static void train() {
        WalkForward walk = new WalkForward(new TrainingSettings(
                Duration.ofDays(28),
                Duration.ofDays(1461),
                new DixonColesSettings(390, 5, true),
                100,
                1_000,
                500,
                Duration.ofDays(28),
                10,
                new TrainingSettings.Trees(Duration.ofDays(364), 5_000, 400, 2)));
        walk.beginAt(FIRST.minus(Duration.ofDays(7)));
        Random random = new Random(12);
        for (int i = 0; i < MATCHES; i++) {
            Instant kickoff = FIRST.plus(Duration.ofHours(12L * i));
            for (Optional<Instant> moment = walk.due(kickoff); moment.isPresent(); moment = walk.due(kickoff)) {
                walk.trainAt(moment.get());
            }
            int home = random.nextInt(TEAMS);
            int away = (home + 1 + random.nextInt(TEAMS - 1)) % TEAMS;
            float telling = (float) random.nextGaussian();
            walk.add(
                    "match-" + i,
                    input(home, away, Cutoff.OPENING, kickoff, telling, 0),
                    kickoff.minus(Duration.ofHours(5)));
            walk.add(
                    "match-" + i,
                    input(home, away, Cutoff.CLOSING, kickoff, telling, telling > 0 ? 0.04 : -0.04),
                    kickoff.minus(Duration.ofMinutes(1)));
            walk.add(new PlayedMatch(
                    "match-" + i,
                    "eng.1",
                    "team-" + home,
                    "team-" + away,
                    kickoff,
                    kickoff.plus(Duration.ofHours(2)),
                    new Score(random.nextInt(4), random.nextInt(3))));
        }
        for (Optional<Instant> moment = walk.due(LATER); moment.isPresent(); moment = walk.due(LATER)) {
            walk.trainAt(moment.get());
        }
        ensemble = walk.inForceAt(LATER);
    }

    @Test
    void allFamilies_vote_andSayWherePricesMove() {
        for (String family : TreeModel.NAMES) {
            double up = vote(family, input(1, 2, Cutoff.OPENING, LATER, 1.5f, 0));
            double down = vote(family, input(1, 2, Cutoff.OPENING, LATER, -1.5f, 0));
            // a forest takes the mean of trees of which most cannot look at the one number that tells
            double least = family.equals(TreeModel.RANDOM_FOREST) ? 0.003 : 0.02;
            assertThat(up - down).as(family).isGreaterThan(least);
        }
    }

    @Test
    void reasons_nameTheFeatureThatTells() {
        Assessment assessed =
                ensemble.assess(input(1, 2, Cutoff.OPENING, LATER, 1.5f, 0)).orElseThrow();
        assertThat(assessed.reasons()).extracting(Assessment.Effect::name).contains(TELLING);
        Assessment.Effect telling = assessed.reasons().stream()
                .filter(each -> each.name().equals(TELLING))
                .findFirst()
                .orElseThrow();
        assertThat(telling.value()).isEqualTo(1.5);
        assertThat(telling.effect()).isPositive();
        assertThat(ensemble.blended(input(1, 2, Cutoff.OPENING, LATER, 1.5f, 0))
                        .orElseThrow()
                        .reasons())
                .isEmpty();
    }

    @Test
    void withoutOdds_treesCorrectTheStrengths_andSeeNoPrice() {
        MatchInput quoted = input(1, 2, Cutoff.OPENING, LATER, 1.5f, 0);
        MatchInput quotedOtherwise = input(1, 2, Cutoff.OPENING, LATER, 1.5f, 0.2);
        for (String family : TreeModel.NAMES) {
            assertThat(vote(family, quoted.withoutMarket())).isEqualTo(vote(family, quotedOtherwise.withoutMarket()));
            assertThat(vote(family, input(1, 2, Cutoff.CLOSING, LATER, 1.5f, 0)))
                    .isEqualTo(vote(family, input(1, 2, Cutoff.CLOSING, LATER, 1.5f, 0.2)));
        }
    }

    @Test
    void release_saysTheSameAfterItWasWrittenAndRead() {
        byte[] content = EnsembleContent.write(ensemble);
        Ensemble again = EnsembleContent.read(content);
        MatchInput input = input(3, 4, Cutoff.OPENING, LATER, 0.3f, 0);
        assertThat(again.assess(input).orElseThrow().reasons())
                .isEqualTo(ensemble.assess(input).orElseThrow().reasons());
        assertThat(again.votes(input)).isEqualTo(ensemble.votes(input));
        assertThat(EnsembleContent.write(again)).isEqualTo(content);
    }

    private static double vote(String family, MatchInput input) {
        return ensemble.votes(input).stream()
                .filter(vote -> vote.model().equals(family))
                .map(Vote::forecast)
                .findFirst()
                .orElseThrow()
                .home();
    }

    private static MatchInput input(int home, int away, Cutoff cutoff, Instant kickoff, float telling, double moved) {
        List<FeatureCatalogue.Feature> features = FeatureCatalogue.shipped().features();
        float[] values = new float[features.size()];
        Arrays.fill(values, Float.NaN);
        values[FeatureCatalogue.position(TELLING)] = telling;
        values[FeatureCatalogue.position("market_fair_home")] = (float) (0.45 + moved);
        values[FeatureCatalogue.position("market_fair_draw")] = 0.27f;
        values[FeatureCatalogue.position("market_fair_away")] = (float) (0.28 - moved);
        return new MatchInput(
                "eng.1",
                "team-" + home,
                "team-" + away,
                cutoff,
                Double.NaN,
                0.45 + moved,
                0.27,
                0.28 - moved,
                Double.NaN,
                kickoff,
                FeatureValues.of(values));
    }
}
