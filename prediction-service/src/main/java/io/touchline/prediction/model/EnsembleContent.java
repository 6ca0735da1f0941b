package io.touchline.prediction.model;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.DixonColesFit;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.calibrate.Calibration;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.line.LineState;
import io.touchline.prediction.model.rating.OddsEloModel;
import io.touchline.prediction.model.rating.OddsRatings;
import io.touchline.prediction.model.rating.PiModel;
import io.touchline.prediction.model.strength.StrengthContent;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.trees.TreeModels;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a release is written into a record and read again: JSON with sorted keys and numbers in the shortest form that reads back to the same
 * bits, so that one model is always the same bytes.
 */
public final class EnsembleContent {

    /** Changes whenever older content can no longer be read. */
    public static final int FORMAT = 3;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EnsembleContent() {}

    /** One association's goal model. */
    record Goals(
            double base,
            double home,
            double rho,
            double logLikelihood,
            int matches,
            int steps,
            Map<String, Double> attack,
            Map<String, Double> defence,
            Map<String, Integer> matchesByTeam) {}

    /** The whole. */
    record Written(
            int format,
            String version,
            double[] eloThresholds,
            double eloSlope,
            double homeShare,
            Map<String, Goals> dixonColes,
            StrengthContent.Written strength,
            Line line,
            @Nullable Logit pi,
            Map<String, double[]> oddsElo,
            Map<String, Double> oddsEloHome,
            @Nullable Logit oddsEloLogit,
            Map<String, TreeModels.Written> trees,
            Map<Cutoff, Map<String, Double>> weights,
            @Nullable Map<Cutoff, Map<String, Double>> unquotedWeights,
            Map<Cutoff, Map<String, Double>> overWeights,
            Calibration calibration) {}

    /** An ordered logit. */
    @SuppressWarnings("ArrayRecordComponent") // written and read at once
    record Logit(double[] thresholds, double slope) {
        static @Nullable Logit of(@Nullable OrderedLogit logit) {
            return logit == null ? null : new Logit(logit.thresholds(), logit.slope());
        }

        static @Nullable OrderedLogit read(@Nullable Logit logit) {
            return logit == null ? null : new OrderedLogit(logit.thresholds(), logit.slope());
        }
    }

    /** The line model beside the strength model. */
    @SuppressWarnings("ArrayRecordComponent") // written and read at once
    record Line(Map<String, double[]> byTeam, Map<String, double[]> byCompetition, double[][] coefficients) {}

    /** The bytes. */
    public static byte[] write(Ensemble ensemble) {
        Map<String, Goals> goals = new TreeMap<>();
        ensemble.dixonColes().byAssociation().forEach((association, fitted) -> {
            DixonColesFit fit = fitted.fit();
            goals.put(
                    association,
                    new Goals(
                            fit.base(),
                            fit.home(),
                            fit.rho(),
                            fit.logLikelihood(),
                            fit.matches(),
                            fit.steps(),
                            fit.attack(),
                            fit.defence(),
                            fitted.matchesByTeam()));
        });
        OrderedLogit logit = ensemble.elo().logit();
        return JSON.writeValueAsBytes(new Written(
                FORMAT,
                ensemble.version(),
                logit.thresholds(),
                logit.slope(),
                ensemble.homeShare(),
                goals,
                StrengthContent.written(ensemble.strength()),
                new Line(
                        ensemble.line().state().byTeam(),
                        ensemble.line().state().byCompetition(),
                        ensemble.line().coefficients()),
                Logit.of(ensemble.pi().logit()),
                ensemble.oddsElo().ratings().byTeam(),
                ensemble.oddsElo().ratings().homeAdvantage(),
                Logit.of(ensemble.oddsElo().logit()),
                ensemble.trees().written(),
                ensemble.weights().byCutoff(),
                ensemble.weights().unquotedByCutoff(),
                ensemble.weights().overByCutoff(),
                ensemble.calibration()));
    }

    /** The release in a record's field; the buffer stays as it was. */
    public static Ensemble read(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return read(bytes);
    }

    /** The release; throws {@link IllegalArgumentException} where the bytes are none that this version can read. */
    public static Ensemble read(byte[] bytes) {
        Written written;
        try {
            written = JSON.readValue(bytes, Written.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the content of a release cannot be read: " + e.getOriginalMessage(), e);
        }
        if (written.format() != FORMAT) {
            throw new IllegalArgumentException(
                    "the content of a release has format " + written.format() + ", not " + FORMAT);
        }
        Map<String, DixonColesModel.Fitted> fitted = new TreeMap<>();
        written.dixonColes()
                .forEach((association, goals) -> fitted.put(
                        association,
                        new DixonColesModel.Fitted(
                                new DixonColesFit(
                                        goals.attack(),
                                        goals.defence(),
                                        goals.base(),
                                        goals.home(),
                                        goals.rho(),
                                        goals.logLikelihood(),
                                        goals.matches(),
                                        goals.steps()),
                                goals.matchesByTeam())));
        StrengthModel strength = StrengthContent.read(written.strength());
        LineModel line = new LineModel(
                strength,
                new LineState(written.line().byTeam(), written.line().byCompetition()),
                written.line().coefficients());
        return new Ensemble(
                written.version(),
                new EloModel(new OrderedLogit(written.eloThresholds(), written.eloSlope())),
                new DixonColesModel(fitted),
                strength,
                line,
                new PiModel(Logit.read(written.pi())),
                new OddsEloModel(
                        new OddsRatings(written.oddsElo(), written.oddsEloHome()), Logit.read(written.oddsEloLogit())),
                TreeModels.read(written.trees()),
                new BlendWeights(
                        written.weights(),
                        Objects.requireNonNullElse(written.unquotedWeights(), Map.of()),
                        written.overWeights()),
                written.calibration(),
                written.homeShare());
    }
}
