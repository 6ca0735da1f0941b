package io.touchline.simulator.league;

import io.touchline.simulator.league.MatchEvent.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Everything that happens in one match, drawn beforehand. Goals are a Poisson process with the true rates, slightly more of
 * them late in the match; a red card lowers its side's rate and lifts the other's for the rest. Shots, corners, fouls and cards
 * are Poisson processes as well.
 *
 * @param clock the lengths of the halves
 * @param events in order of time
 */
public record MatchScript(MatchClock clock, List<MatchEvent> events) {

    /** Rate of goals after a red card: of the side that got it, and of the other. */
    public static final double SHORT_HANDED = 0.72;

    public static final double MAN_MORE = 1.18;

    /** Goals come at (1 - TILT) of the mean rate at the start and (1 + TILT) at the end: 55 of 100 after half-time, as in the major leagues. */
    private static final double TILT = 0.2;

    private static final double YELLOWS = 1.9;
    private static final double REDS = 0.05;
    private static final double FOULS = 10.5;
    private static final double OVERRULED_GOALS = 0.06;
    private static final int SECONDS_UNTIL_OVERRULED = 110;
    private static final int SQUAD = 14;

    /**
     * Share of a match's goals that is still to come, cards aside.
     *
     * @param played share of the time of play that is over, 0 to 1
     */
    public static double goalsLeft(double played) {
        return (1 - played) * (1 + TILT * played);
    }

    static MatchScript of(Match match, TrueRates rates) {
        return new Writer(match, rates).write();
    }

    private static final class Writer {

        private final Match match;
        private final TrueRates rates;
        private final MatchClock clock;
        private final SplittableRandom random;
        private final List<MatchEvent> events = new ArrayList<>();
        private final int[] redAt = {Integer.MAX_VALUE, Integer.MAX_VALUE};

        Writer(Match match, TrueRates rates) {
            this.match = match;
            this.rates = rates;
            this.random = match.seed().with("script").random();
            this.clock = new MatchClock(30 + random.nextInt(180), 120 + random.nextInt(300));
        }

        MatchScript write() {
            for (int side = 0; side < 2; side++) {
                double attack = side == 0 ? rates.home() : rates.away();
                for (int at : moments(REDS)) {
                    if (at < redAt[side]) {
                        redAt[side] = at;
                        add(at, Kind.RED_CARD, side);
                    }
                }
                scatter(YELLOWS, Kind.YELLOW_CARD, side);
                scatter(FOULS, Kind.FOUL, side);
                scatter(1.2 + 0.9 * attack, Kind.SHOT_ON_TARGET, side);
                scatter(3.5 + 2.6 * attack, Kind.SHOT_OFF_TARGET, side);
                scatter(2.0 + 2.1 * attack, Kind.CORNER, side);
            }
            for (int side = 0; side < 2; side++) {
                goals(side);
            }
            events.sort(Comparator.comparingInt(MatchEvent::elapsed).thenComparing(MatchEvent::kind));
            return new MatchScript(clock, List.copyOf(events));
        }

        private void goals(int side) {
            double mean = side == 0 ? rates.home() : rates.away();
            double ceiling = mean * (1 + TILT) * MAN_MORE;
            for (int at : moments(ceiling)) {
                if (random.nextDouble() * ceiling < mean * factor(side, at)) {
                    add(at, goalKind(), side);
                }
            }
            for (int at : moments(OVERRULED_GOALS)) {
                int elapsed = clock.elapsedAt(at);
                events.add(event(at, Kind.GOAL, side, elapsed + SECONDS_UNTIL_OVERRULED));
            }
        }

        private double factor(int side, int at) {
            double tilt = 1 - TILT + 2 * TILT * at / clock.playSeconds();
            double own = at > redAt[side] ? SHORT_HANDED : 1;
            double other = at > redAt[1 - side] ? MAN_MORE : 1;
            return tilt * own * other;
        }

        private Kind goalKind() {
            double u = random.nextDouble();
            if (u < 0.17) {
                return Kind.HEADER;
            } else if (u < 0.25) {
                return Kind.PENALTY;
            }
            return u < 0.28 ? Kind.OWN_GOAL : Kind.GOAL;
        }

        private void scatter(double mean, Kind kind, int side) {
            for (int at : moments(mean)) {
                add(at, kind, side);
            }
        }

        /** Seconds of play of a Poisson process with that mean over the match. */
        private List<Integer> moments(double mean) {
            List<Integer> moments = new ArrayList<>();
            int length = clock.playSeconds();
            double at = 0;
            while (true) {
                at += -Math.log1p(-random.nextDouble()) / mean * length;
                if (at >= length) {
                    return moments;
                }
                moments.add((int) at);
            }
        }

        private void add(int played, Kind kind, int side) {
            events.add(event(played, kind, side, MatchEvent.STANDS));
        }

        private MatchEvent event(int played, Kind kind, int side, int takenBackAt) {
            Club club = (side == 0) == (kind != Kind.OWN_GOAL) ? match.home() : match.away();
            String player = "Player " + club.abbreviation() + " " + (1 + random.nextInt(SQUAD));
            return new MatchEvent(
                    clock.elapsedAt(played),
                    clock.clockAt(played),
                    clock.stoppageAt(played),
                    kind,
                    side == 0,
                    player,
                    takenBackAt);
        }
    }
}
