package io.touchline.feature.catalogue;

import io.touchline.feature.state.LiveCourse;
import io.touchline.feature.state.LiveMatch;
import io.touchline.feature.state.LiveMatch.Count;
import io.touchline.feature.state.LiveMatch.Fair;
import io.touchline.schema.FeatureCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes the features of the group in_play from a running match and puts them at their places in a vector. Made once a service; safe for many threads. */
public final class InPlayFeatures {

    /** The window of what happened lately, minutes. */
    private static final int LATELY = 10;

    private static final int ALL = -1;
    private static final int FULL = 90;
    private static final int HALF = 45;
    private static final int WITH_EXTRA_TIME = 120;

    /** Expected goals that make a match lively: less than this on either side makes little momentum. */
    private static final double LIVELY = 0.1;

    /** A match with what the formulas share, and the fair price before kickoff. */
    private record View(
            LiveMatch match, LiveCourse course, @Nullable Fair before) {

        /** From when on something is late: minutes up to and including this one are not. */
        int lately() {
            return match.minute() - LATELY;
        }

        boolean hasMinute() {
            return match.minute() != LiveMatch.UNKNOWN;
        }
    }

    private interface SideFormula {
        double value(View view, boolean home);
    }

    private final Map<String, ToDoubleFunction<View>> byName = new LinkedHashMap<>();
    private final int[] positions;
    private final ToDoubleFunction<View>[] formulas;
    private final int[] fairBefore;

    /** Throws {@link IllegalStateException} where the catalogue does not name a formula of this class. */
    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    public InPlayFeatures(FeatureCatalogue catalogue) {
        add("minute", view -> minute(view.match()));
        add("period", view -> view.match().period());
        sides("goals", (view, home) -> view.course().goals(home));
        sides("red_cards", (view, home) -> known(view.match().count(home).red()));
        sides("yellow_cards", (view, home) -> known(view.match().count(home).yellow()));
        sides("shots", InPlayFeatures::shots);
        sides("shots_on_target", InPlayFeatures::shotsOnTarget);
        sides("corners", (view, home) -> known(view.match().count(home).corners()));
        sides("xg", InPlayFeatures::xg);
        sides("big_chances", (view, home) -> hasXg(view) ? view.course().bigChances(home) : Double.NaN);
        sides("xg_10", (view, home) -> view.hasMinute() ? view.course().xgAfter(home, view.lately()) : Double.NaN);
        sides(
                "shots_10",
                (view, home) -> view.hasMinute() && view.course().hasShots()
                        ? view.course().shotsAfter(home, view.lately(), false)
                        : Double.NaN);
        sides(
                "goals_10",
                (view, home) -> view.hasMinute() ? view.course().goalsAfter(home, view.lately()) : Double.NaN);
        add("possession_home", view -> view.match().count(true).possession());
        add("goal_difference", view -> view.course().goals(true) - view.course().goals(false));
        add(
                "red_card_difference",
                view -> known(view.match().count(true).red())
                        - known(view.match().count(false).red()));
        add("xg_difference", view -> xg(view, true) - xg(view, false));
        add("momentum", InPlayFeatures::momentum);
        add("minutes_since_goal", view -> since(view, view.course().lastGoalMinute()));
        add("minutes_since_red_card", view -> since(view, view.course().lastRedMinute()));
        fair("home", Fair::home);
        fair("draw", Fair::draw);
        fair("away", Fair::away);
        Names.requireAll(catalogue, byName.keySet());
        this.positions =
                byName.keySet().stream().mapToInt(FeatureCatalogue::position).toArray();
        this.formulas = byName.values().toArray(new ToDoubleFunction[0]);
        this.fairBefore = new int[] {
            FeatureCatalogue.position("market_fair_home"),
            FeatureCatalogue.position("market_fair_draw"),
            FeatureCatalogue.position("market_fair_away")
        };
    }

    /** Names of the features that it computes. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Puts the match's values at their places; the market's values of before kickoff stand in the vector already. */
    public void fill(float[] values, LiveMatch match) {
        float home = values[fairBefore[0]];
        @Nullable Fair before = Float.isNaN(home) ? null : new Fair(0, home, values[fairBefore[1]], values[fairBefore[2]]);
        View view = new View(match, match.course(), before);
        for (int at = 0; at < positions.length; at++) {
            values[positions[at]] = (float) formulas[at].applyAsDouble(view);
        }
    }

    private void add(String name, ToDoubleFunction<View> formula) {
        byName.put("in_play_" + name, formula);
    }

    private void sides(String stem, SideFormula formula) {
        add(stem + "_home", view -> formula.value(view, true));
        add(stem + "_away", view -> formula.value(view, false));
    }

    private void fair(String name, ToDoubleFunction<Fair> of) {
        add("fair_" + name, view -> of(view.course().fair(), of));
        add("fair_" + name + "_change", view -> of(view.course().fair(), of) - of(view.before(), of));
        add(
                "fair_" + name + "_change_10",
                view -> of(view.course().fair(), of) - of(view.course().fairBefore(LATELY), of));
    }

    private static double of(@Nullable Fair fair, ToDoubleFunction<Fair> of) {
        return fair == null ? Double.NaN : of.applyAsDouble(fair);
    }

    /** Stoppage time counts as the period's last minute. */
    private static double minute(LiveMatch match) {
        int told = match.minute();
        return switch (match.period()) {
            case LiveMatch.FIRST_HALF -> told == LiveMatch.UNKNOWN ? Double.NaN : Math.min(told, HALF);
            case LiveMatch.HALF_TIME -> HALF;
            case LiveMatch.SECOND_HALF -> told == LiveMatch.UNKNOWN ? Double.NaN : Math.clamp(told, HALF, FULL);
            case LiveMatch.WAITING -> FULL;
            case LiveMatch.EXTRA_TIME ->
                told == LiveMatch.UNKNOWN ? Double.NaN : Math.clamp(told, FULL, WITH_EXTRA_TIME);
            case LiveMatch.PENALTIES -> WITH_EXTRA_TIME;
            case LiveMatch.OVER -> match.hadExtraTime() ? WITH_EXTRA_TIME : FULL;
            default -> Double.NaN;
        };
    }

    private static boolean hasXg(View view) {
        return !Double.isNaN(view.course().xgAfter(true, ALL));
    }

    private static double shots(View view, boolean home) {
        Count count = view.match().count(home);
        return view.course().hasShots() ? view.course().shotsAfter(home, ALL, false) : known(count.shots());
    }

    private static double shotsOnTarget(View view, boolean home) {
        Count count = view.match().count(home);
        return view.course().hasShots() ? view.course().shotsAfter(home, ALL, true) : known(count.shotsOnTarget());
    }

    private static double xg(View view, boolean home) {
        double summed = view.course().xgAfter(home, ALL);
        return Double.isNaN(summed) ? view.match().count(home).xg() : summed;
    }

    /** (home - away) / (home + away + 0.1) of the expected goals of the last 10 minutes: -1 away, 1 home. */
    private static double momentum(View view) {
        if (!view.hasMinute()) {
            return Double.NaN;
        }
        double home = view.course().xgAfter(true, view.lately());
        double away = view.course().xgAfter(false, view.lately());
        return (home - away) / (home + away + LIVELY);
    }

    private static double since(View view, int minute) {
        return minute == LiveMatch.UNKNOWN || !view.hasMinute()
                ? Double.NaN
                : Math.max(0, view.match().minute() - minute);
    }

    private static double known(int number) {
        return number == LiveMatch.UNKNOWN ? Double.NaN : number;
    }
}
