package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.TeamView;
import java.util.concurrent.TimeUnit;

/**
 * One side of a fixture with the windows that the formulas share: its last 5, 10 and 20 matches, and its last 5 and 10 at home and away. Matches whose result was known more
 * than {@link #DAYS} days before kickoff are form no more.
 */
final class TeamPart {

    /** What is older is no form. */
    static final int DAYS = 400;

    private static final int LONGEST = 20;

    private final TeamView view;
    private final OpenFixture fixture;
    private final boolean atHome;
    private final int recent;
    private final Window last5;
    private final Window last10;
    private final Window last20;
    private final Window[] home;
    private final Window[] away;

    TeamPart(TeamView view, OpenFixture fixture, boolean atHome) {
        this.view = view;
        this.fixture = fixture;
        this.atHome = atHome;
        long oldest = fixture.kickoffAt() - TimeUnit.DAYS.toMillis(DAYS);
        Window window = new Window(LONGEST);
        Window five = null;
        Window ten = null;
        int at = 0;
        for (; at < Math.min(LONGEST, view.count()) && view.back(at).result().resultAt() >= oldest; at++) {
            if (at == 5) {
                five = window.copy(5);
            } else if (at == 10) {
                ten = window.copy(10);
            }
            window.add(view.back(at));
        }
        this.recent = at;
        this.last5 = five == null ? window.copy(5) : five;
        this.last10 = ten == null ? window.copy(10) : ten;
        this.last20 = window;
        this.home = venue(true, oldest);
        this.away = venue(false, oldest);
    }

    private Window[] venue(boolean venueHome, long oldest) {
        Window window = new Window(10);
        Window five = null;
        for (int at = 0;
                window.matches() < 10
                        && at < view.count()
                        && view.back(at).result().resultAt() >= oldest;
                at++) {
            if (view.back(at).atHome() == venueHome) {
                if (window.matches() == 5) {
                    five = window.copy(5);
                }
                window.add(view.back(at));
            }
        }
        return new Window[] {five == null ? window.copy(5) : five, window};
    }

    TeamView view() {
        return view;
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
        return matches == 5 ? last5 : matches == 10 ? last10 : last20;
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

    /** Mean of a stat over the last 20, weighted by 0.5 ^ (age / half-life); NaN with fewer than 10 matches. */
    double decayed(Stat stat, double halfLifeDays) {
        if (recent < LONGEST / 2) {
            return Double.NaN;
        }
        double sum = 0;
        double weights = 0;
        for (int at = 0; at < recent; at++) {
            double weight = Math.pow(0.5, daysSince(view.back(at).result().kickoffAt()) / halfLifeDays);
            sum += weight * stat.of(view.back(at));
            weights += weight;
        }
        return sum / weights;
    }
}
