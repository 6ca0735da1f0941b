package io.touchline.prediction.model.line;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.schema.FeatureCatalogue;
import java.util.List;
import java.util.Optional;

/**
 * Where the prices will close, by a ridge regression from the prices now, what the strength model says against them, and how prices of these teams have moved before. Votes before the close alone: at the
 * close there is nothing left to predict.
 */
public final class LineModel implements Model {

    public static final String NAME = "line";

    /** What {@link #numbers} gives, by name. */
    public static final List<String> NAMES = List.of(
            "line_supremacy",
            "line_draw",
            "line_over",
            "line_supremacy_squared",
            "line_supremacy_over",
            "line_consensus_gap_supremacy",
            "line_consensus_gap_draw",
            "line_strength_gap_supremacy",
            "line_strength_gap_draw",
            "line_move_slow",
            "line_move_middle",
            "line_move_fast",
            "line_surprise_goals",
            "line_surprise_on_target",
            "line_competition_move_supremacy",
            "line_competition_move_draw",
            "line_common_move_supremacy",
            "line_common_move_draw",
            "line_handicap_gap",
            "line_handicap_home",
            "line_has_handicap");

    /** How many numbers {@link #numbers} gives. */
    public static final int NUMBERS = NAMES.size();

    /** Goals of handicap that go with a unit of supremacy. */
    private static final double HANDICAP_A_UNIT = 0.8;

    private static final int SHARP_HOME = FeatureCatalogue.position("market_sharp_home");
    private static final int SHARP_DRAW = FeatureCatalogue.position("market_sharp_draw");
    private static final int SHARP_AWAY = FeatureCatalogue.position("market_sharp_away");
    private static final int HANDICAP_LINE = FeatureCatalogue.position("market_handicap_line");
    private static final int HANDICAP_HOME = FeatureCatalogue.position("market_handicap_home");

    private final StrengthModel strength;
    private final LineState state;
    private final double[][] coefficients;

    /**
     * A model.
     *
     * @param strength whose opinion is one of the numbers
     * @param state of the market
     * @param coefficients of the move of supremacy and of the draw: intercept, then one a number; empty where nothing was learned
     */
    public LineModel(StrengthModel strength, LineState state, double[][] coefficients) {
        this.strength = strength;
        this.state = state;
        this.coefficients = new double[coefficients.length][];
        for (int k = 0; k < coefficients.length; k++) {
            if (coefficients.length != 2 || coefficients[k].length != NUMBERS + 1) {
                throw new IllegalArgumentException("the line is made of 2 times " + (NUMBERS + 1) + " coefficients");
            }
            this.coefficients[k] = coefficients[k].clone();
        }
    }

    /** Has learned nothing. */
    public static LineModel untrained() {
        return new LineModel(StrengthModel.untrained(), LineState.empty(), new double[0][]);
    }

    public LineState state() {
        return state;
    }

    /** Whose opinion is one of the numbers. */
    public StrengthModel strength() {
        return strength;
    }

    /** Copies. */
    public double[][] coefficients() {
        double[][] copy = new double[coefficients.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = coefficients[k].clone();
        }
        return copy;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Supremacy and draw by the sharp bookmakers, by all where there is no sharp one; empty where nobody quotes. */
    public static Optional<double[]> line(MatchInput match) {
        return price(match).map(found -> new double[] {found.supremacy(), found.draw()});
    }

    /** The same as the {@link #numbers} have it. */
    public static double[] line(double[] numbers) {
        return new double[] {numbers[0], numbers[1]};
    }

    private static Optional<LogRatios> price(MatchInput match) {
        FeatureValues features = match.features();
        double home = features.value(SHARP_HOME);
        double draw = features.value(SHARP_DRAW);
        double away = features.value(SHARP_AWAY);
        if (home > 0 && draw > 0 && away > 0) {
            return Optional.of(LogRatios.of(home, draw, away));
        }
        return consensus(match);
    }

    private static Optional<LogRatios> consensus(MatchInput match) {
        return match.marketHome() > 0 && match.marketDraw() > 0 && match.marketAway() > 0
                ? Optional.of(LogRatios.of(match.marketHome(), match.marketDraw(), match.marketAway()))
                : Optional.empty();
    }

    /** Key of a team in the {@link LineState}. */
    public static String key(String competition, String team) {
        return DixonColesModel.group(competition) + "/" + team;
    }

    /** What the regression sees of a match; empty where nobody quotes it. */
    public Optional<double[]> numbers(MatchInput match) {
        return numbers(match, strength.forecast(match));
    }

    /** The same where the strength model's opinion is at hand. */
    public Optional<double[]> numbers(MatchInput match, Optional<Forecast> strengthOpinion) {
        Optional<LogRatios> found = price(match);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        LogRatios now = found.get();
        LogRatios all = consensus(match).orElse(now);
        LogRatios opinion = strengthOpinion.map(LogRatios::of).orElse(now);
        double over = match.marketOver25();
        double overLogit = over > 0 && over < 1 ? Math.log(over / (1 - over)) : 0;
        double[] home = state.ofTeam(key(match.competition(), match.homeTeam()));
        double[] away = state.ofTeam(key(match.competition(), match.awayTeam()));
        double[] competition = state.ofCompetition(match.competition());
        double[] everywhere = state.ofCompetition(LineState.EVERYWHERE);
        double handicap = match.features().value(HANDICAP_LINE);
        double handicapHome = match.features().value(HANDICAP_HOME);
        boolean isHandicap = Double.isFinite(handicap) && handicapHome > 0 && handicapHome < 1;
        return Optional.of(new double[] {
            now.supremacy(),
            now.draw(),
            overLogit,
            now.supremacy() * now.supremacy(),
            now.supremacy() * overLogit,
            all.supremacy() - now.supremacy(),
            all.draw() - now.draw(),
            opinion.supremacy() - now.supremacy(),
            opinion.draw() - now.draw(),
            home[0] - away[0],
            home[1] - away[1],
            home[2] - away[2],
            home[LineState.GOALS] - away[LineState.GOALS],
            home[LineState.ON_TARGET] - away[LineState.ON_TARGET],
            competition[0],
            competition[1],
            everywhere[0],
            everywhere[1],
            isHandicap ? -handicap - HANDICAP_A_UNIT * now.supremacy() : 0,
            isHandicap ? Math.log(handicapHome / (1 - handicapHome)) : 0,
            isHandicap ? 1 : 0
        });
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        return isSilent(match) ? Optional.empty() : forecast(match, numbers(match));
    }

    private boolean isSilent(MatchInput match) {
        return coefficients.length == 0 || match.cutoff() == Cutoff.CLOSING || match.cutoff() == Cutoff.IN_PLAY;
    }

    /** The same where {@link #numbers} are at hand. */
    public Optional<Forecast> forecast(MatchInput match, Optional<double[]> numbers) {
        if (isSilent(match) || numbers.isEmpty()) {
            return Optional.empty();
        }
        double[] x = numbers.get();
        double over = match.marketOver25();
        double[] now = line(x);
        return Optional.of(new LogRatios(now[0] + moved(coefficients[0], x), now[1] + moved(coefficients[1], x))
                .forecast(over > 0 && over < 1 ? over : Double.NaN));
    }

    private static double moved(double[] coefficients, double[] x) {
        double sum = coefficients[0];
        for (int c = 0; c < x.length; c++) {
            sum += coefficients[c + 1] * x[c];
        }
        return sum;
    }
}
