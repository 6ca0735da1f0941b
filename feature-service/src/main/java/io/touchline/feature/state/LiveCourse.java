package io.touchline.feature.state;

import io.touchline.feature.state.LiveMatch.Fair;
import io.touchline.feature.state.LiveMatch.Step;
import io.touchline.feature.state.LiveMatch.Taken;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Questions about the course of a running match. Good until the match changes. */
public final class LiveCourse {

    private final LiveMatch match;
    private final @Nullable String source;

    LiveCourse(LiveMatch match) {
        this.match = match;
        this.source = source(match);
    }

    /** The source that told most shots, of equal ones the first by name; null where there is no shot. */
    private static @Nullable String source(LiveMatch match) {
        Map<String, Integer> counts = new HashMap<>();
        match.shots.forEach(shot -> counts.merge(shot.source(), 1, Integer::sum));
        @Nullable String most = null;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            int best = most == null ? 0 : counts.getOrDefault(most, 0);
            if (most == null
                    || entry.getValue() > best
                    || (entry.getValue() == best && entry.getKey().compareTo(most) < 0)) {
                most = entry.getKey();
            }
        }
        return most;
    }

    /** Goals on the board. */
    public int goals(boolean home) {
        return match.steps.isEmpty() ? 0 : goals(match.steps.getLast(), home);
    }

    /** Goals after a minute of play that still count. */
    public int goalsAfter(boolean home, int minute) {
        int now = goals(home);
        int before = now;
        // from the end: the board never counted fewer later on
        for (int at = match.steps.size() - 1; at >= 0; at--) {
            Step step = match.steps.get(at);
            before = Math.min(before, goals(step, home));
            if (step.minute() <= minute) {
                return now - before;
            }
        }
        return now;
    }

    /** Minute of the last goal of either side that counts; {@link LiveMatch#UNKNOWN} where there is none. */
    public int lastGoalMinute() {
        return Math.max(lastRise(true, false), lastRise(false, false));
    }

    /** Minute of the last red card of either side; {@link LiveMatch#UNKNOWN} where there is none. */
    public int lastRedMinute() {
        return Math.max(lastRise(true, true), lastRise(false, true));
    }

    private int lastRise(boolean home, boolean red) {
        int last = match.steps.size() - 1;
        if (last < 0 || of(match.steps.get(last), home, red) == 0) {
            return LiveMatch.UNKNOWN;
        }
        int now = of(match.steps.get(last), home, red);
        int first = last;
        while (first > 0 && of(match.steps.get(first - 1), home, red) >= now) {
            first--;
        }
        return match.steps.get(first).minute();
    }

    private static int of(Step step, boolean home, boolean red) {
        return red ? (home ? step.homeRed() : step.awayRed()) : goals(step, home);
    }

    private static int goals(Step step, boolean home) {
        return home ? step.home() : step.away();
    }

    /** Whether a source tells single shots. */
    public boolean hasShots() {
        return source != null;
    }

    /** Shots of a side after a minute; {@code -1} for all. */
    public int shotsAfter(boolean home, int minute, boolean onTargetOnly) {
        int count = 0;
        for (Taken shot : match.shots) {
            if (shot.source().equals(source)
                    && shot.home() == home
                    && shot.minute() > minute
                    && (shot.onTarget() || !onTargetOnly)) {
                count++;
            }
        }
        return count;
    }

    /** Expected goals of a side after a minute, {@code -1} for all; NaN where a shot of the match has none. */
    public double xgAfter(boolean home, int minute) {
        double sum = source == null ? Double.NaN : 0;
        for (Taken shot : match.shots) {
            if (shot.source().equals(source)) {
                if (Float.isNaN(shot.xg())) {
                    return Double.NaN;
                }
                sum += shot.home() == home && shot.minute() > minute ? shot.xg() : 0;
            }
        }
        return sum;
    }

    /** Big chances of a side: shots with more than 0.3 expected goals. */
    public int bigChances(boolean home) {
        int count = 0;
        for (Taken shot : match.shots) {
            count += shot.source().equals(source) && shot.home() == home && shot.xg() > 0.3f ? 1 : 0;
        }
        return count;
    }

    /** The latest fair price in play; null where there is none. */
    public @Nullable Fair fair() {
        return match.fair.isEmpty() ? null : match.fair.getLast();
    }

    /** The fair price so many minutes before the newest thing in the match; null where none is so old. */
    public @Nullable Fair fairBefore(int minutes) {
        long moment = match.newestAt - TimeUnit.MINUTES.toMillis(minutes);
        @Nullable Fair found = null;
        for (Fair price : match.fair) {
            if (price.at() <= moment) {
                found = price;
            }
        }
        return found;
    }
}
