package io.touchline.feature.state;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A competition as it was known before a moment. Good until the state changes. */
public final class LeagueView {

    /** Over how many days averages are taken. */
    public static final int DAYS = 365;

    /** Fewer matches than this make no average. */
    public static final int FEWEST_MATCHES = 30;

    private @Nullable SeasonTable table;
    private final String competition;
    private final long before;
    private final CompetitionHistory history;
    private final AssociationState state;
    private final CompetitionHistory.Sums now;
    private final CompetitionHistory.Sums then;

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

    /** The season's table, made once. */
    public SeasonTable table(String season) {
        SeasonTable known = table;
        if (known == null || !known.season().equals(season)) {
            known = SeasonTable.of(competition, season, before, history.teams(season), state);
            table = known;
        }
        return known;
    }
}
