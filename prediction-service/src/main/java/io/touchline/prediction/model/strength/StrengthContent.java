package io.touchline.prediction.model.strength;

import io.touchline.domain.goals.LinearLogit;
import io.touchline.prediction.model.strength.StrengthRatings.League;
import io.touchline.prediction.model.strength.StrengthRatings.Team;
import java.util.Map;
import java.util.TreeMap;

/** How a strength model stands in a release. */
public final class StrengthContent {

    private StrengthContent() {}

    /**
     * A model.
     *
     * @param byAssociation ratings
     * @param regressions coefficients by name
     */
    public record Written(Map<String, Association> byAssociation, Map<String, double[][]> regressions) {}

    /** One association's ratings. */
    @SuppressWarnings("ArrayRecordComponent") // written and read at once
    public record Association(
            int matches, double[] commonHome, Map<String, double[][]> leagues, Map<String, Strengths> teams) {}

    /** One team's. */
    @SuppressWarnings("ArrayRecordComponent") // written and read at once
    public record Strengths(int[] counts, double[] attack, double[] defence) {}

    /** For writing. */
    public static Written written(StrengthModel model) {
        Map<String, Association> associations = new TreeMap<>();
        model.byAssociation().forEach((name, ratings) -> {
            Map<String, double[][]> leagues = new TreeMap<>();
            ratings.leagues()
                    .forEach((code, league) -> leagues.put(code, new double[][] {league.base(), league.home()}));
            Map<String, Strengths> teams = new TreeMap<>();
            ratings.teams()
                    .forEach((id, team) -> teams.put(id, new Strengths(team.counts(), team.attack(), team.defence())));
            associations.put(name, new Association(ratings.matches(), ratings.commonHome(), leagues, teams));
        });
        Map<String, double[][]> regressions = new TreeMap<>();
        model.regressions().forEach((name, regression) -> regressions.put(name, regression.coefficients()));
        return new Written(associations, regressions);
    }

    /** What was written; throws {@link IllegalArgumentException} where it is of other series than this version's. */
    public static StrengthModel read(Written written) {
        int series = Series.ALL.size();
        Map<String, StrengthRatings> associations = new TreeMap<>();
        written.byAssociation().forEach((name, association) -> {
            Map<String, League> leagues = new TreeMap<>();
            association.leagues().forEach((code, league) -> leagues.put(code, new League(league[0], league[1])));
            Map<String, Team> teams = new TreeMap<>();
            association.teams().forEach((id, team) -> {
                if (team.attack().length != series) {
                    throw new IllegalArgumentException(
                            "the strengths of a release are of " + team.attack().length + " series, not of " + series);
                }
                teams.put(
                        id,
                        new Team(
                                team.attack(),
                                team.defence(),
                                StrengthRatings.NO_VARIANCE,
                                StrengthRatings.NO_VARIANCE,
                                team.counts()));
            });
            associations.put(name, StrengthRatings.of(teams, leagues, association.commonHome(), association.matches()));
        });
        Map<String, LinearLogit> regressions = new TreeMap<>();
        written.regressions().forEach((name, rows) -> regressions.put(name, new LinearLogit(rows)));
        return new StrengthModel(associations, regressions);
    }
}
