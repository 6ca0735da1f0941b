package io.touchline.prediction.model.strength;

import io.touchline.domain.goals.LinearLogit;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Two regressions on the {@link StrengthRatings} of both teams: of the result, and of more than two goals. It knows no odds. A team that was never seen is taken for one that came from the tier below.
 */
public final class StrengthModel implements Model {

    public static final String NAME = "strength";

    /** Matches of an association below which its strengths say nothing. */
    private static final int FEWEST_MATCHES = 100;

    private final Map<String, StrengthRatings> byAssociation;
    private final Map<String, LinearLogit> regressions;

    /** Names of the regressions: from all numbers or from goals alone, of the result or of over 2.5. */
    public static final String RESULT = "result";

    public static final String OVER = "over25";
    public static final String RESULT_OF_GOALS = "result_of_goals";
    public static final String OVER_OF_GOALS = "over25_of_goals";

    /**
     * A model.
     *
     * @param byAssociation released ratings
     * @param regressions by name; where one is missing it does not vote on what that one says
     */
    public StrengthModel(Map<String, StrengthRatings> byAssociation, Map<String, LinearLogit> regressions) {
        this.byAssociation = Collections.unmodifiableMap(new TreeMap<>(byAssociation));
        this.regressions = Collections.unmodifiableMap(new TreeMap<>(regressions));
    }

    /** Knows nobody. */
    public static StrengthModel untrained() {
        return new StrengthModel(Map.of(), Map.of());
    }

    public Map<String, StrengthRatings> byAssociation() {
        return byAssociation;
    }

    public Map<String, LinearLogit> regressions() {
        return regressions;
    }

    /** Days since 1970. */
    public static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), TimeUnit.DAYS.toSeconds(1));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** How many matches it knows of the team of which it knows fewer. */
    public int knownMatches(MatchInput match) {
        StrengthRatings ratings = byAssociation.get(DixonColesModel.group(match.competition()));
        return ratings == null ? 0 : Math.min(ratings.matchesOf(match.homeTeam()), ratings.matchesOf(match.awayTeam()));
    }

    /** The numbers of a match; empty where the association is unknown. */
    public static Optional<StrengthFeatures> features(
            Map<String, StrengthRatings> byAssociation, String competition, String home, String away, long day) {
        StrengthRatings ratings = byAssociation.get(DixonColesModel.group(competition));
        return ratings == null || ratings.matches() < FEWEST_MATCHES
                ? Optional.empty()
                : Optional.of(StrengthFeatures.of(ratings.expectation(competition, home, away, day)));
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        Instant kickoff = match.kickoffAt();
        if (kickoff == null) {
            return Optional.empty();
        }
        StrengthRatings ratings = byAssociation.get(DixonColesModel.group(match.competition()));
        if (ratings == null || ratings.matches() < FEWEST_MATCHES) {
            return Optional.empty();
        }
        StrengthRatings.Expectation expected =
                ratings.expectation(match.competition(), match.homeTeam(), match.awayTeam(), day(kickoff));
        boolean statistics = StrengthFeatures.hasStatistics(expected) && regressions.containsKey(RESULT);
        double[] x = StrengthFeatures.numbers(expected, statistics);
        LinearLogit result = regressions.get(statistics ? RESULT : RESULT_OF_GOALS);
        LinearLogit over = regressions.get(statistics ? OVER : OVER_OF_GOALS);
        if (result == null) {
            return Optional.empty();
        }
        double[] p = result.probabilities(x);
        return Optional.of(new Forecast(p[0], p[1], p[2], over == null ? Double.NaN : over.probabilities(x)[0]));
    }
}
