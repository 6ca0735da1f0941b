package io.touchline.alert.rule;

import static io.touchline.alert.life.Records.KICKOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchline.alert.life.Records;
import io.touchline.schema.ModelVote;
import io.touchline.schema.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {

    private static final Instant NOW = KICKOFF.minus(Duration.ofHours(1));
    private static final AlertRules RULES = AlertRules.of(
            0.042,
            0.5,
            Duration.ofSeconds(90),
            Map.of("history", Duration.ofDays(7)),
            Duration.ofSeconds(30),
            0.5,
            2,
            SourceTrust.OF_ALL);

    @Test
    void acceptsAFreshPriceWithEdge() {
        assertThat(refusal(offer(2.10, NOW, false), situation(prediction(0.52), null, true)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.80, NO_EDGE", "2.00, NO_EDGE", "2.004, ", "2.80, ", "2.90, BEYOND_BELIEF"})
    void edge_betweenTheLeastAndTheLargest(double odds, @Nullable Refusal expected) {
        assertThat(refusal(offer(odds, NOW, false), situation(prediction(0.52), null, true)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void freshPrice_bySource() {
        Situation situation = situation(prediction(0.52), null, true);
        assertThat(refusal(offer(2.10, NOW.minusSeconds(90), false), situation)).isEmpty();
        assertThat(refusal(offer(2.10, NOW.minusSeconds(91), false), situation)).contains(Refusal.PRICE_STALE);
        Offer historic = new Offer(
                "MATCH_RESULT",
                null,
                "HOME",
                "bet365",
                "history",
                2.10,
                NOW.minusSeconds(86_400),
                NOW.minusSeconds(86_400),
                false);
        assertThat(refusal(historic, situation)).isEmpty();
        assertThat(RULES.fresh().freshUntil("history", NOW, false)).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(RULES.fresh().freshUntil("history", NOW, true)).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void phase_ofPriceAndPredictionMustMatch() {
        Prediction before = prediction(0.52);
        Prediction running = Records.prediction(NOW, true, 0.52, 0.26, 0.22);
        assertThat(refusal(offer(2.10, NOW, true), situation(before, null, true)))
                .contains(Refusal.WRONG_PHASE);
        assertThat(refusal(offer(2.10, NOW, false), situation(running, null, true)))
                .contains(Refusal.WRONG_PHASE);
        assertThat(refusal(
                        offer(2.10, KICKOFF, false),
                        new Situation(
                                before, KICKOFF, KICKOFF, null, true, "scores", null, null, Situation.Market.UNKNOWN)))
                .contains(Refusal.WRONG_PHASE);
        assertThat(refusal(offer(2.10, NOW, false), situation(before, null, false)))
                .contains(Refusal.NOT_PLAYED);
    }

    @Test
    void pause_afterAnEventOfTheMatch() {
        Prediction prediction = prediction(0.52);
        assertThat(refusal(offer(2.10, NOW, false), situation(prediction, NOW.minusSeconds(29), true)))
                .contains(Refusal.PAUSED);
        assertThat(refusal(offer(2.10, NOW, false), situation(prediction, NOW.minusSeconds(30), true)))
                .isEmpty();
        assertThat(refusal(offer(2.10, NOW.minusSeconds(41), false), situation(prediction, NOW.minusSeconds(40), true)))
                .contains(Refusal.OLDER_THAN_EVENT);
        assertThat(refusal(offer(2.10, NOW, false), situation(prediction, NOW.plusSeconds(1), true)))
                .contains(Refusal.OLDER_THAN_EVENT);
    }

    @Test
    void confidence_hasALeast() {
        Prediction unsure = prediction(0.52);
        unsure.setConfidence(0.49);
        assertThat(refusal(offer(2.10, NOW, false), situation(unsure, null, true)))
                .contains(Refusal.UNSURE);
    }

    @Test
    void models_mustAgreeEachForItself() {
        Prediction one = votes(vote(0.52, 0.26), vote(0.45, 0.28), vote(0.40, 0.30));
        assertThat(refusal(offer(2.10, NOW, false), situation(one, null, true))).contains(Refusal.MODELS_DISAGREE);
        Prediction two = votes(vote(0.52, 0.26), vote(0.48, 0.28), vote(0.40, 0.30));
        assertThat(refusal(offer(2.10, NOW, false), situation(two, null, true))).isEmpty();
        assertThat(refusal(offer(2.10, NOW, false), situation(votes(vote(0.6, 0.2)), null, true)))
                .contains(Refusal.MODELS_DISAGREE);
    }

    @ParameterizedTest
    @CsvSource({
        // votes 0.50 0.27 0.23: value needs odds above those that a sure draw's share allows
        "DOUBLE_CHANCE, , HOME_OR_DRAW, 1.31, true",
        "DOUBLE_CHANCE, , HOME_OR_DRAW, 1.29, false",
        "DOUBLE_CHANCE, , DRAW_OR_AWAY, 2.01, true",
        "DOUBLE_CHANCE, , HOME_OR_AWAY, 1.36, false",
        "DRAW_NO_BET, , HOME, 1.47, true",
        "DRAW_NO_BET, , HOME, 1.45, false",
        "ASIAN_HANDICAP, -0.5, HOME, 2.01, true",
        "ASIAN_HANDICAP, -0.5, AWAY, 2.01, true",
        "ASIAN_HANDICAP, -0.25, HOME, 1.74, true",
        "ASIAN_HANDICAP, -0.25, HOME, 1.72, false",
        "ASIAN_HANDICAP, 0.25, HOME, 1.37, true",
        "ASIAN_HANDICAP, 0.25, HOME, 1.36, false",
        "ASIAN_HANDICAP, -1.5, HOME, 1.01, true",
        "TOTAL_GOALS, 2.5, OVER, 1.01, true",
    })
    void votes_countWhereTheResultSettlesTheBet(
            String market, @Nullable Double line, String selection, double odds, boolean accepted) {
        Offer offer = new Offer(market, line, selection, "bet365", "feed", odds, NOW, NOW, false);
        Situation situation = situation(votes(vote(0.50, 0.27), vote(0.50, 0.27)), null, true);
        Valuation valuation =
                Valuation.of(prediction(0.52), offer(2.10, NOW, false)).orElseThrow();
        assertThat(new ModelAgreementRule(2)
                        .refusal(offer, valuation, situation)
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void votesWithoutWeight_areNoVotes() {
        Offer offer = offer(2.10, NOW, false);
        Valuation valuation = Valuation.of(prediction(0.52), offer).orElseThrow();
        ModelVote against = vote(0.40, 0.30);
        ModelVote beforeTheMatch = vote(0.60, 0.22);
        beforeTheMatch.setWeight(0.0);
        ModelAgreementRule rule = new ModelAgreementRule(2);
        assertThat(rule.refusal(
                        offer, valuation, situation(votes(vote(0.52, 0.26), against, beforeTheMatch), null, true)))
                .contains(Refusal.MODELS_DISAGREE);
        assertThat(rule.refusal(
                        offer,
                        valuation,
                        situation(votes(vote(0.52, 0.26), vote(0.5, 0.27), beforeTheMatch), null, true)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.48, true", "0.47, false", ", false"})
    void inPlay_theMarketIsTheSecondVoice(@Nullable Double fair, boolean accepted) {
        Prediction running = Records.prediction(NOW, true, 0.52, 0.26, 0.22, List.of(vote(0.52, 0.26)));
        Offer offer = offer(2.10, NOW, true);
        Valuation valuation = Valuation.of(running, offer).orElseThrow();
        Situation situation = new Situation(running, NOW, KICKOFF, null, true, "scores", null, null, asked -> fair);
        assertThat(new ModelAgreementRule(2)
                        .refusal(offer, valuation, situation)
                        .isEmpty())
                .isEqualTo(accepted);
        assertThat(new ModelAgreementRule(1).refusal(offer, valuation, situation))
                .isEmpty();
    }

    @Test
    void inPlay_theSourceOfTheMatchMustBeUpToo() {
        SourceUpRule rule = new SourceUpRule(source -> source.equals("scores") ? NOW : null);
        Prediction running = Records.prediction(NOW, true, 0.52, 0.26, 0.22);
        Valuation valuation = Valuation.of(running, offer(2.10, NOW, true)).orElseThrow();
        assertThat(rule.refusal(offer(2.10, NOW, true), valuation, situation(running, null, true)))
                .contains(Refusal.SOURCE_DOWN);
        assertThat(rule.refusal(offer(2.10, NOW, false), valuation, situation(prediction(0.52), null, true)))
                .isEmpty();
    }

    @Test
    void valuation_countsPushesAndHalves() {
        Prediction prediction = Records.prediction(NOW, false, 0.50, 0.27, 0.23);
        Offer quarter = new Offer("ASIAN_HANDICAP", -0.25, "HOME", "bet365", "feed", 1.90, NOW, NOW, false);
        assertThat(Valuation.of(prediction, quarter).orElseThrow().edge())
                .isCloseTo(0.50 * 0.90 - 0.27 / 2 - 0.23, within(1e-6));
        Offer level = new Offer("ASIAN_HANDICAP", -0.0, "HOME", "bet365", "feed", 1.60, NOW, NOW, false);
        assertThat(Valuation.of(prediction, level).orElseThrow().edge()).isCloseTo(0.50 * 0.60 - 0.23, within(1e-6));
    }

    @Test
    void valuation_isEmpty_whereTheMarketIsNotPredictedOrTheNumberIsNone() {
        Offer unknown = new Offer("TOTAL_GOALS", 9.5, "OVER", "bet365", "feed", 2.10, NOW, NOW, false);
        assertThat(Valuation.of(prediction(0.52), unknown)).isEmpty();
        Prediction broken = prediction(0.52);
        broken.getMarkets().getFirst().getSelections().getFirst().setWin(Double.NaN);
        assertThat(Valuation.of(broken, offer(2.10, NOW, false))).isEmpty();
    }

    @Test
    void rejects_oddsOfOne() {
        assertThatThrownBy(() -> offer(1.0, NOW, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0");
    }

    private static Optional<Refusal> refusal(Offer offer, Situation situation) {
        Valuation valuation = Valuation.of(situation.prediction(), offer).orElseThrow();
        return RULES.refusal(offer, valuation, situation);
    }

    private static Offer offer(double odds, Instant observedAt, boolean inPlay) {
        return new Offer("MATCH_RESULT", null, "HOME", "bet365", "feed", odds, observedAt, observedAt, inPlay);
    }

    private static Situation situation(Prediction prediction, @Nullable Instant event, boolean playing) {
        return new Situation(prediction, NOW, KICKOFF, event, playing, "scores", null, null, Situation.Market.UNKNOWN);
    }

    private static Prediction prediction(double home) {
        return Records.prediction(NOW, false, home, 0.26, 0.74 - home);
    }

    private static Prediction votes(ModelVote... votes) {
        return Records.prediction(NOW, false, 0.52, 0.26, 0.22, List.of(votes));
    }

    private static ModelVote vote(double home, double draw) {
        return Records.vote("model", home, draw, 1 - home - draw);
    }
}
