package io.touchline.feature.state;

import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import io.touchline.schema.TeamStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One match as it runs: last values only, so that a record that comes again or late spoils nothing. The board is the newest state's; a goal is at the minute of the first state from which on the
 * board never showed fewer, so one that is taken back was none; a shot is known by its id, and of several sources the one that told most shots counts.
 *
 * <p>At most {@link #MOST_STEPS} changes of the board, {@link #MOST_SHOTS} shots and {@link #MOST_FAIR} prices: under 7 KB a match, about 1.5 KB at its end.
 */
public final class LiveMatch {

    /** Before the first whistle, or where the source does not tell. */
    public static final int BEFORE = 0;

    public static final int FIRST_HALF = 1;
    public static final int HALF_TIME = 2;
    public static final int SECOND_HALF = 3;
    public static final int WAITING = 4;
    public static final int EXTRA_TIME = 5;
    public static final int PENALTIES = 6;
    public static final int OVER = 7;

    /** Stands for a number that the source does not tell. */
    public static final int UNKNOWN = -1;

    static final int MOST_STEPS = 64;
    static final int MOST_SHOTS = 160;
    static final int MOST_FAIR = 30;

    /** A price that moves less than this, one half of a point, is the same. */
    private static final double FAIR_STEP = 0.005;

    /** The board from a moment on. */
    record Step(long at, int minute, int home, int away, int homeRed, int awayRed) {
        boolean sameBoard(Step other) {
            return home == other.home && away == other.away && homeRed == other.homeRed && awayRed == other.awayRed;
        }
    }

    /** What a side did by the source's own count; {@link #UNKNOWN} or NaN where not told. */
    public record Count(int yellow, int red, int shots, int shotsOnTarget, int corners, double xg, double possession) {

        static final Count NONE = new Count(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Double.NaN, Double.NaN);

        static Count of(@Nullable Integer yellow, @Nullable Integer red, @Nullable TeamStatistics from) {
            return from == null
                    ? new Count(or(yellow), or(red), UNKNOWN, UNKNOWN, UNKNOWN, Double.NaN, Double.NaN)
                    : new Count(
                            or(yellow),
                            or(red),
                            or(from.getShots()),
                            or(from.getShotsOnTarget()),
                            or(from.getCorners()),
                            from.getXg() == null ? Double.NaN : from.getXg(),
                            from.getPossession() == null ? Double.NaN : from.getPossession());
        }

        private static int or(@Nullable Integer number) {
            return number == null ? UNKNOWN : number;
        }
    }

    /** One shot; xg NaN where not told. */
    record Taken(String id, String source, boolean home, int minute, float xg, boolean onTarget, long at) {}

    /** A fair price from a moment on. */
    public record Fair(long at, float home, float draw, float away) {}

    long stateAt = Long.MIN_VALUE;
    long stateOffset = Long.MIN_VALUE;
    long newestAt = Long.MIN_VALUE;
    int period;
    int minute = UNKNOWN;
    boolean extraTime;
    Count home = Count.NONE;
    Count away = Count.NONE;
    final List<Step> steps = new ArrayList<>();
    final List<Taken> shots = new ArrayList<>();
    final List<Fair> fair = new ArrayList<>();

    /**
     * The match as it stands.
     *
     * @param offset of the record, which tells those of one moment apart
     * @return whether anything changed
     */
    public boolean state(MatchState state, long offset) {
        long at = state.getObservedAt().toEpochMilli();
        boolean runs = state.getStatus().equals("IN_PLAY") || state.getStatus().equals("FINISHED");
        if (!runs || state.getPeriod() == null) {
            return false;
        }
        Integer told = state.getMinute();
        Count nowHome = Count.of(state.getHomeYellow(), state.getHomeRed(), state.getHomeStatistics());
        Count nowAway = Count.of(state.getAwayYellow(), state.getAwayRed(), state.getAwayStatistics());
        boolean newer = at > stateAt || (at == stateAt && offset > stateOffset);
        if (!newer && at == stateAt) {
            return false;
        }
        int then = told != null ? told : newer ? minute : UNKNOWN;
        boolean stepped = step(new Step(
                at,
                then,
                state.getHomeGoals(),
                state.getAwayGoals(),
                Math.max(0, nowHome.red()),
                Math.max(0, nowAway.red())));
        if (!newer) {
            return stepped;
        }
        stateAt = at;
        stateOffset = offset;
        int nowPeriod = period(state);
        boolean changed =
                stepped || nowPeriod != period || then != minute || !nowHome.equals(home) || !nowAway.equals(away);
        period = nowPeriod;
        minute = then;
        home = nowHome;
        away = nowAway;
        extraTime |= nowPeriod == EXTRA_TIME || nowPeriod == PENALTIES;
        newestAt = changed ? Math.max(newestAt, at) : newestAt;
        return changed;
    }

    private static int period(MatchState state) {
        boolean over = state.getStatus().equals("FINISHED");
        return switch (Objects.requireNonNull(state.getPeriod())) {
            case "FIRST_HALF" -> FIRST_HALF;
            case "HALF_TIME" -> HALF_TIME;
            case "SECOND_HALF" -> SECOND_HALF;
            case "EXTRA_TIME" -> EXTRA_TIME;
            case "PENALTIES" -> PENALTIES;
            case "FULL_TIME" -> over ? OVER : WAITING;
            default -> over ? OVER : BEFORE;
        };
    }

    /** Puts a board at its place in time; false where the one before it shows the same. */
    private boolean step(Step step) {
        int place = steps.size();
        while (place > 0 && steps.get(place - 1).at() > step.at()) {
            place--;
        }
        if (place > 0 && steps.get(place - 1).sameBoard(step)) {
            return false;
        }
        steps.add(place, step);
        if (place + 1 < steps.size() && steps.get(place + 1).sameBoard(step)) {
            steps.remove(place + 1);
        }
        if (steps.size() > MOST_STEPS) {
            steps.removeFirst();
        }
        return true;
    }

    /** A shot, or what became of it; false where it is known so. */
    public boolean shot(Shot shot) {
        if (shot.getResult().equals("OWN_GOAL")) {
            return false;
        }
        Taken taken = new Taken(
                shot.getShotId(),
                shot.getSource(),
                shot.getSide().equals("HOME"),
                shot.getMinute(),
                shot.getXg() == null ? Float.NaN : shot.getXg().floatValue(),
                shot.getResult().equals("GOAL") || shot.getResult().equals("SAVED"),
                shot.getObservedAt().toEpochMilli());
        int known = -1;
        for (int at = 0; at < shots.size(); at++) {
            if (shots.get(at).id().equals(taken.id()) && shots.get(at).source().equals(taken.source())) {
                known = at;
            }
        }
        if (known < 0) {
            if (shots.size() >= MOST_SHOTS) {
                return false;
            }
            shots.add(taken);
        } else {
            Taken before = shots.get(known);
            Taken same = new Taken(
                    taken.id(),
                    taken.source(),
                    taken.home(),
                    taken.minute(),
                    taken.xg(),
                    taken.onTarget(),
                    before.at());
            if (before.at() > taken.at() || before.equals(same)) {
                return false;
            }
            shots.set(known, taken);
        }
        newestAt = Math.max(newestAt, taken.at());
        return true;
    }

    /** A fair price in play; false where it moved less than half a point, or is older than the one that is known. */
    public boolean fair(Fair price) {
        if (!fair.isEmpty()) {
            Fair last = fair.getLast();
            double moved = Math.max(
                    Math.abs(price.home() - last.home()),
                    Math.max(Math.abs(price.draw() - last.draw()), Math.abs(price.away() - last.away())));
            if (price.at() <= last.at() || moved < FAIR_STEP) {
                return false;
            }
        }
        fair.add(price);
        if (fair.size() > MOST_FAIR) {
            fair.removeFirst();
        }
        newestAt = Math.max(newestAt, price.at());
        return true;
    }

    /** When the newest thing in it was observed, milliseconds since 1970. */
    public long newestAt() {
        return newestAt;
    }

    /** Whether the match has begun. */
    public boolean hasBegun() {
        return period != BEFORE;
    }

    /** One of the constants of this class. */
    public int period() {
        return period;
    }

    /** Minute as the source told it last; {@link #UNKNOWN} where it did not. */
    public int minute() {
        return minute;
    }

    /** Whether extra time was played. */
    public boolean hadExtraTime() {
        return extraTime;
    }

    /** A side by the source's own count. */
    public Count count(boolean ofHome) {
        return ofHome ? home : away;
    }

    /** What can be asked of the course of the match. */
    public LiveCourse course() {
        return new LiveCourse(this);
    }
}
