package io.touchline.prediction.model.line;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What past matches said of the market itself: whether the prices of a team, a competition, all together have lately moved from the earlier price to the close, and whether a team did better than its
 * prices. Moving means of three speeds. Immutable.
 *
 * @param byTeam by association and team: moves of three speeds, goals and shots on target beyond what the prices let expect
 * @param byCompetition moves of supremacy and draw; the whole under {@link #EVERYWHERE}
 */
public record LineState(Map<String, double[]> byTeam, Map<String, double[]> byCompetition) {

    static final String EVERYWHERE = "";

    static final int SPEEDS = 3;
    static final int GOALS = 3;
    static final int ON_TARGET = 4;
    private static final int OF_TEAM = 5;
    private static final double[] SHARES = {0.03, 0.1, 0.3};
    private static final double SURPRISE_SHARE = 0.4;
    private static final double COMPETITION_SHARE = 0.01;
    private static final double EVERYWHERE_SHARE = 0.003;

    /** Goals and shots on target by which a unit of supremacy wins. */
    private static final double GOALS_A_UNIT = 0.75;

    private static final double ON_TARGET_A_UNIT = 2.2;
    private static final double MOST_GOALS = 4;

    private static final double ROUND = 1e7;

    public LineState {
        byTeam = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(byTeam)));
        byCompetition = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(byCompetition)));
    }

    /** Nothing is known. */
    public static LineState empty() {
        return new LineState(Map.of(), Map.of());
    }

    /**
     * A match of which the earlier and the closing prices are known.
     *
     * @param home key of the home team
     * @param away key of the away team
     * @param competition code
     * @param earlier supremacy by the earlier price
     * @param supremacyMove by which it rose to the close
     * @param drawMove the same of the draw's
     * @param goals home minus away
     * @param onTarget shots on target, home minus away; NaN where unknown
     */
    public record Moved(
            String home,
            String away,
            String competition,
            double earlier,
            double supremacyMove,
            double drawMove,
            double goals,
            double onTarget) {}

    double[] ofTeam(String key) {
        return byTeam.getOrDefault(key, new double[OF_TEAM]);
    }

    double[] ofCompetition(String key) {
        return byCompetition.getOrDefault(key, new double[2]);
    }

    /** The state after some more matches, in their order. */
    public LineState after(Iterable<Moved> matches) {
        Map<String, double[]> teams = new TreeMap<>(byTeam);
        Map<String, double[]> competitions = new TreeMap<>(byCompetition);
        for (Moved match : matches) {
            double goals = Math.clamp(match.goals(), -MOST_GOALS, MOST_GOALS) - GOALS_A_UNIT * match.earlier();
            double onTarget = match.onTarget() - ON_TARGET_A_UNIT * match.earlier();
            follow(teams, match.home(), match.supremacyMove(), goals, onTarget, 1);
            follow(teams, match.away(), match.supremacyMove(), goals, onTarget, -1);
            follow(competitions, match.competition(), match, COMPETITION_SHARE);
            follow(competitions, EVERYWHERE, match, EVERYWHERE_SHARE);
        }
        return new LineState(teams, competitions);
    }

    private static void follow(
            Map<String, double[]> teams, String key, double move, double goals, double onTarget, int sign) {
        double[] state = teams.getOrDefault(key, new double[OF_TEAM]).clone();
        for (int speed = 0; speed < SPEEDS; speed++) {
            state[speed] = rounded(state[speed] + SHARES[speed] * (sign * move - state[speed]));
        }
        state[GOALS] = rounded((1 - SURPRISE_SHARE) * state[GOALS] + SURPRISE_SHARE * sign * goals);
        double shots = Double.isFinite(onTarget) ? sign * onTarget : 0;
        state[ON_TARGET] = rounded((1 - SURPRISE_SHARE) * state[ON_TARGET] + SURPRISE_SHARE * shots);
        teams.put(key, state);
    }

    private static void follow(Map<String, double[]> competitions, String key, Moved match, double share) {
        double[] state = competitions.getOrDefault(key, new double[2]).clone();
        state[0] = rounded(state[0] + share * (match.supremacyMove() - state[0]));
        state[1] = rounded(state[1] + share * (match.drawMove() - state[1]));
        competitions.put(key, state);
    }

    private static double rounded(double value) {
        return Math.rint(value * ROUND) / ROUND;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineState that
                && Arrays.deepEquals(
                        byTeam.entrySet().stream()
                                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                                .toArray(),
                        that.byTeam.entrySet().stream()
                                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                                .toArray());
    }

    @Override
    public int hashCode() {
        return byTeam.keySet().hashCode();
    }
}
