package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.SquadView;
import io.touchline.feature.state.TeamView;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One side of a fixture with the windows that the formulas share: its last 5, 10 and 20 matches, and its last 5 and 10 at home and away. Matches whose result was known more
 * than {@link #DAYS} days before kickoff are form no more.
 */
final class TeamPart {

    /** What is older is no form. */
    static final int DAYS = 400;

    private static final int LONGEST = 20;

    private static final double HALF_LIFE_DAYS = 60;

    private final TeamView view;
    private final SquadView squad;
    private final OpenFixture fixture;
    private final boolean atHome;
    private final int recent;
    private final Window[] last;
    private final Window[] home;
    private final Window[] away;
    private double @Nullable [] weights;

    TeamPart(TeamView view, SquadView squad, OpenFixture fixture, boolean atHome) {
        this.view = view;
        this.squad = squad;
        this.fixture = fixture;
        this.atHome = atHome;
        long oldest = fixture.kickoffAt() - TimeUnit.DAYS.toMillis(DAYS);
        Windows all = new Windows(Window.STATS, 5, 10, LONGEST);
        Windows atHomeGround = new Windows(Window.STATS_OF_VENUE, 5, 10);
        Windows onTheRoad = new Windows(Window.STATS_OF_VENUE, 5, 10);
        int at = 0;
        while (at < view.count()
                && view.back(at).result().resultAt() >= oldest
                && !(all.isFull() && atHomeGround.isFull() && onTheRoad.isFull())) {
            double[] stats = view.remembered(at, Window::stats);
            all.add(stats);
            (view.back(at).atHome() ? atHomeGround : onTheRoad).add(stats);
            at++;
        }
        this.recent = Math.min(at, LONGEST);
        this.last = all.windows();
        this.home = atHomeGround.windows();
        this.away = onTheRoad.windows();
    }

    /** Windows of growing length over the same matches, newest first: each is what the next had when it was as long. */
    private static final class Windows {

        private final int[] lengths;
        private final @Nullable Window[] done;
        private final Window longest;

        Windows(int stats, int... lengths) {
            this.lengths = lengths;
            this.done = new Window[lengths.length];
            this.longest = new Window(lengths[lengths.length - 1], stats);
        }

        boolean isFull() {
            return longest.matches() == longest.length();
        }

        void add(double[] stats) {
            if (isFull()) {
                return;
            }
            longest.add(stats);
            for (int i = 0; i < lengths.length - 1; i++) {
                if (lengths[i] == longest.matches()) {
                    done[i] = longest.copy(lengths[i]);
                }
            }
        }

        Window[] windows() {
            Window[] windows = new Window[lengths.length];
            for (int i = 0; i < windows.length; i++) {
                Window there = done[i];
                windows[i] = i == windows.length - 1 ? longest : there == null ? longest.copy(lengths[i]) : there;
            }
            return windows;
        }
    }

    TeamView view() {
        return view;
    }

    SquadView squad() {
        return squad;
    }

    boolean atHome() {
        return atHome;
    }

    /** How many of the last 20 matches are recent enough to be form. */
    int recent() {
        return recent;
    }

    Appearance back(int n) {
        return view.back(n);
    }

    /** The last 5, 10 or 20 matches. */
    Window last(int matches) {
        return last[matches == 5 ? 0 : matches == 10 ? 1 : 2];
    }

    /** The last 5 or 10 matches where the side plays this time: at home for the home side, away for the away side. */
    Window here(int matches) {
        return (atHome ? home : away)[matches == 5 ? 0 : 1];
    }

    /** The last 5 or 10 matches at the other venue side. */
    Window elsewhere(int matches) {
        return (atHome ? away : home)[matches == 5 ? 0 : 1];
    }

    /** Days from a moment to this kickoff. */
    double daysSince(long moment) {
        return (fixture.kickoffAt() - moment) / (double) TimeUnit.DAYS.toMillis(1);
    }

    /** Matches in a row, the last first, that fulfil something; NaN without a recent match. */
    double streak(java.util.function.Predicate<Appearance> fulfils) {
        if (recent == 0) {
            return Double.NaN;
        }
        int length = 0;
        while (length < recent && fulfils.test(view.back(length))) {
            length++;
        }
        return length;
    }

    /** The rating at this kickoff over the rating so many matches ago; NaN with fewer recent matches. */
    double eloChange(int matches) {
        return recent < matches
                ? Double.NaN
                : view.elo() - view.back(matches - 1).eloBefore();
    }

    /** Mean of a stat over the last 20, weighted by 0.5 ^ (age / 60 days); NaN where fewer than 10 matches tell it. */
    double decayed(Stat stat) {
        return weighted(stat, false);
    }

    /** The same with half the half-life, 30 days. */
    double decayedFast(Stat stat) {
        return weighted(stat, true);
    }

    private double weighted(Stat stat, boolean twice) {
        double[] ages = weights();
        double sum = 0;
        double whole = 0;
        int known = 0;
        for (int at = 0; at < recent; at++) {
            double value = view.remembered(at, Window::stats)[stat.ordinal()];
            if (!Double.isNaN(value)) {
                // half the half-life is the square of the weight
                double weight = twice ? ages[at] * ages[at] : ages[at];
                sum += weight * value;
                whole += weight;
                known++;
            }
        }
        return known < LONGEST / 2 ? Double.NaN : sum / whole;
    }

    private double[] weights() {
        double[] made = weights;
        if (made == null) {
            made = new double[recent];
            for (int at = 0; at < recent; at++) {
                made[at] = Math.pow(0.5, daysSince(view.back(at).result().kickoffAt()) / HALF_LIFE_DAYS);
            }
            weights = made;
        }
        return made;
    }
}
