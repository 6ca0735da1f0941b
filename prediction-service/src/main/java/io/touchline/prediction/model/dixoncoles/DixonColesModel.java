package io.touchline.prediction.model.dixoncoles;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.goals.DixonColesFit;
import io.touchline.domain.grid.GridSums;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Attack and defence of every team, fitted per association so that promoted teams bring their strength along. A match with a team that
 * it knows from fewer than {@link #FEWEST_MATCHES} matches is not voted on.
 */
public final class DixonColesModel implements Model {

    public static final String NAME = "dixon_coles";

    /** Below this the shrinkage says more than the goals do. */
    public static final int FEWEST_MATCHES = 5;

    /**
     * One association's fit.
     *
     * @param matchesByTeam how many matches of the window each team has
     */
    public record Fitted(DixonColesFit fit, Map<String, Integer> matchesByTeam) {
        public Fitted {
            matchesByTeam = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(matchesByTeam)));
        }

        int knownMatches(MatchInput match) {
            return Math.min(
                    matchesByTeam.getOrDefault(match.homeTeam(), 0), matchesByTeam.getOrDefault(match.awayTeam(), 0));
        }

        Optional<DixonColesFit.Rates> rates(MatchInput match) {
            return knownMatches(match) < FEWEST_MATCHES
                    ? Optional.empty()
                    : fit.rates(match.homeTeam(), match.awayTeam());
        }
    }

    private final Map<String, Fitted> byAssociation;

    public DixonColesModel(Map<String, Fitted> byAssociation) {
        this.byAssociation = Collections.unmodifiableMap(new TreeMap<>(byAssociation));
    }

    /** Knows nobody. */
    public static DixonColesModel untrained() {
        return new DixonColesModel(Map.of());
    }

    /** The group whose teams are fitted together: the competition's association, or itself where we do not know it. */
    public static String group(String competition) {
        return Competitions.find(competition).map(each -> each.association()).orElse(competition);
    }

    public Map<String, Fitted> byAssociation() {
        return byAssociation;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** How many matches of the window it knows of the team of which it knows fewer; 0 where one is unknown. */
    public int knownMatches(MatchInput match) {
        Fitted fitted = byAssociation.get(group(match.competition()));
        return fitted == null ? 0 : fitted.knownMatches(match);
    }

    /** Its grid of scores; empty where it does not vote. */
    public Optional<ScoreGrid> grid(MatchInput match) {
        Fitted fitted = byAssociation.get(group(match.competition()));
        return fitted == null
                ? Optional.empty()
                : fitted.rates(match)
                        .map(rates -> ScoreGrid.dixonColes(
                                rates.home(), rates.away(), fitted.fit().rho()));
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        Fitted fitted = byAssociation.get(group(match.competition()));
        return fitted == null
                ? Optional.empty()
                : fitted.rates(match).map(rates -> {
                    double[] said =
                            GridSums.of(rates.home(), rates.away(), fitted.fit().rho());
                    return new Forecast(said[0], said[1], said[2], said[3]);
                });
    }
}
