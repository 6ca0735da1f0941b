package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The group head_to_head: what happened when these two met, from the view of today's home side. */
final class MeetingFormulas {

    private static final double DOMINANCE_HALF_LIFE_DAYS = 730;
    private static final Predicate<Appearance> ANYWHERE = meeting -> true;

    private MeetingFormulas() {}

    static void addTo(Formulas formulas) {
        mean(formulas, "home_points", Appearance::points);
        mean(formulas, "home_win_share", MeetingFormulas::won);
        mean(formulas, "draw_share", meeting -> meeting.goalDifference() == 0 ? 1 : 0);
        mean(formulas, "away_win_share", meeting -> meeting.goalDifference() < 0 ? 1 : 0);
        mean(formulas, "home_goals", Appearance::goals);
        mean(formulas, "away_goals", Appearance::goalsAgainst);
        mean(formulas, "total_goals", Stat.TOTAL_GOALS::of);
        mean(formulas, "goal_difference", Appearance::goalDifference);
        mean(formulas, "over25_share", Stat.OVER25::of);
        mean(formulas, "both_scored_share", Stat.BOTH_SCORED::of);
        formulas.match("head_to_head_meetings", view -> view.meetings().size());
        formulas.match(
                "head_to_head_days_since",
                view -> ofLast(
                        view, meeting -> view.home().daysSince(meeting.result().kickoffAt())));
        formulas.match("head_to_head_last_goal_difference", view -> ofLast(view, Appearance::goalDifference));
        formulas.match(
                "head_to_head_venue_meetings",
                view -> view.meetings().stream().filter(Appearance::atHome).count());
        formulas.match(
                "head_to_head_venue_home_win_share",
                view -> mean(view.meetings(), Appearance::atHome, MeetingFormulas::won));
        formulas.match(
                "head_to_head_venue_goal_difference",
                view -> mean(view.meetings(), Appearance::atHome, Appearance::goalDifference));
        formulas.match("head_to_head_dominance", MeetingFormulas::dominance);
    }

    /** Mean of 1 for a win of today's home side, 0 for a draw, -1 for a loss, weighted by 0.5 ^ (age / 2 years). */
    private static double dominance(FixtureView view) {
        double sum = 0;
        double weights = 0;
        for (Appearance meeting : view.meetings()) {
            double weight =
                    Math.pow(0.5, view.home().daysSince(meeting.result().kickoffAt()) / DOMINANCE_HALF_LIFE_DAYS);
            sum += weight * Integer.signum(meeting.goalDifference());
            weights += weight;
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    private static double won(Appearance meeting) {
        return meeting.goalDifference() > 0 ? 1 : 0;
    }

    private static void mean(Formulas formulas, String name, ToDoubleFunction<Appearance> of) {
        formulas.match("head_to_head_" + name, view -> mean(view.meetings(), ANYWHERE, of));
    }

    private static double ofLast(FixtureView view, ToDoubleFunction<Appearance> of) {
        return view.meetings().isEmpty()
                ? Double.NaN
                : of.applyAsDouble(view.meetings().getFirst());
    }

    private static double mean(
            List<Appearance> meetings, Predicate<Appearance> which, ToDoubleFunction<Appearance> of) {
        double sum = 0;
        int count = 0;
        for (Appearance meeting : meetings) {
            if (which.test(meeting)) {
                sum += of.applyAsDouble(meeting);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
