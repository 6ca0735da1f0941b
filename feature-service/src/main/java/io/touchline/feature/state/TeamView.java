package io.touchline.feature.state;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.state.Appearance.SeasonTotals;
import java.util.Optional;
import java.util.function.Function;

/** A team as it was known before a moment. Good until the state changes. */
public final class TeamView {

    private final String team;
    private final TeamHistory history;
    private final int count;

    TeamView(String team, long before, TeamHistory history) {
        this.team = team;
        this.history = history;
        this.count = history.countBefore(before);
    }

    public String team() {
        return team;
    }

    /** How many appearances are known. */
    public int count() {
        return count;
    }

    /** The n-th last appearance, 0 the last. */
    public Appearance back(int n) {
        return history.at(count - 1 - n);
    }

    /** What is worked out of the n-th last appearance, always by the same function; not to be written to. */
    public double[] remembered(int n, Function<Appearance, double[]> workOut) {
        return history.remembered(count - 1 - n, workOut);
    }

    /** The last appearance; empty for a new team. */
    public Optional<Appearance> last() {
        return count == 0 ? Optional.empty() : Optional.of(back(0));
    }

    /** Elo rating after the last appearance, {@link EloRating#START} for a new team. */
    public double elo() {
        return count == 0 ? EloRating.START : back(0).eloAfter();
    }

    /** Odds-fed rating after the last appearance; NaN before the first match with closing odds. */
    public double oddsElo() {
        return count == 0 ? Double.NaN : back(0).oddsEloAfter();
    }

    /** Pi-rating after the last appearance. */
    public PiRating.Team pi() {
        return count == 0 ? PiRating.Team.START : new PiRating.Team(back(0).piAtHomeAfter(), back(0).piAwayAfter());
    }

    /** Elo rating before a moment, milliseconds since 1970; NaN where no match was known then. */
    public double eloBefore(long moment) {
        int then = Math.min(count, history.countBefore(moment));
        return then == 0 ? Double.NaN : history.at(then - 1).eloAfter();
    }

    /** Running totals of a competition's season. */
    public SeasonTotals totals(String competition, String season) {
        return history.totals(competition, season, count);
    }
}
