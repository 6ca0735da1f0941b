package io.touchline.feature.state;

import io.touchline.domain.rating.EloRating;
import io.touchline.feature.state.Appearance.SeasonTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A competition as it was known before a moment. Good until the state changes. */
public final class LeagueView {

    /** Over how many days averages are taken. */
    public static final int DAYS = 365;

    /** Fewer matches than this make no average. */
    public static final int FEWEST_MATCHES = 30;

    private final String competition;
    private final long before;
    private final CompetitionHistory history;
    private final AssociationState state;
    private final CompetitionHistory.Sums now;
    private final CompetitionHistory.Sums then;
    private @Nullable Table table;

    /** Totals of every team that has played in a season. */
    private record Table(String season, List<SeasonTotals> totals, double meanElo) {}

    LeagueView(String competition, long before, CompetitionHistory history, AssociationState state) {
        this.competition = competition;
        this.before = before;
        this.history = history;
        this.state = state;
        this.now = history.before(before);
        this.then = history.before(before - TimeUnit.DAYS.toMillis(DAYS));
    }

    /** When the newest result in it was known; {@link Long#MIN_VALUE} where there is none. */
    public long newestAt() {
        return now.resultAt();
    }

    /** Matches in the averages. */
    public int matches() {
        return now.matches() - then.matches();
    }

    public double homeWinShare() {
        return share(now.homeWins() - then.homeWins());
    }

    public double drawShare() {
        return share(now.draws() - then.draws());
    }

    public double awayWinShare() {
        return share(matches() - (now.homeWins() - then.homeWins()) - (now.draws() - then.draws()));
    }

    /** Mean goals of home sides; NaN with fewer than {@link #FEWEST_MATCHES}. */
    public double homeGoals() {
        return share(now.homeGoals() - then.homeGoals());
    }

    /** Mean goals of away sides; NaN with fewer than {@link #FEWEST_MATCHES}. */
    public double awayGoals() {
        return share(now.awayGoals() - then.awayGoals());
    }

    private double share(int sum) {
        return matches() < FEWEST_MATCHES ? Double.NaN : (double) sum / matches();
    }

    /** A team's place in the season's table, 1 the first; NaN where it has not played in it. */
    public double position(TeamView team, String season) {
        SeasonTotals own = team.totals(competition, season);
        if (own.matches() == 0) {
            return Double.NaN;
        }
        int above = 0;
        for (SeasonTotals totals : table(season).totals()) {
            if (totals.above(own)) {
                above++;
            }
        }
        return above + 1;
    }

    /** Mean Elo rating of the teams in the season's table; NaN where nobody has played in it. */
    public double meanElo(String season) {
        return table(season).meanElo();
    }

    private Table table(String season) {
        Table known = table;
        if (known == null || !known.season().equals(season)) {
            known = read(season);
            table = known;
        }
        return known;
    }

    private Table read(String season) {
        List<SeasonTotals> all = new ArrayList<>();
        double sum = 0;
        for (String team : history.teams(season)) {
            TeamHistory of = state.history(team);
            int count = of.countBefore(before);
            SeasonTotals totals = of.totals(competition, season, count);
            if (totals.matches() > 0) {
                all.add(totals);
                sum += count == 0 ? EloRating.START : of.at(count - 1).eloAfter();
            }
        }
        return new Table(season, all, all.isEmpty() ? Double.NaN : sum / all.size());
    }
}
