package io.touchline.feature.catalogue;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.OpenFixture;
import io.touchline.schema.FeatureCatalogue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes all features of a fixture that come from results, in the catalogue's order. Made once a service; safe for many threads. */
public final class TeamFeatures {

    private static final int NO_DIFFERENCE = -1;

    /**
     * The team-level values of one fixture.
     *
     * @param asOf time of the newest thing in them, milliseconds since 1970
     * @param values in the catalogue's order, NaN where unknown and at the market's places; not to be written to
     * @param memory for {@link TeamFeatures#of(AssociationState, OpenFixture, Values)}
     */
    public record Values(long asOf, float[] values, Memory memory) {

        /** Whether the values are equal, NaN to NaN; when they were taken does not count. */
        public boolean sameValues(float[] others) {
            return Arrays.equals(values, others);
        }
    }

    /** What values were made from: about 8 kB. */
    public static final class Memory {

        private final FixtureView view;
        private final double[] exact;
        private final BitSet ofLeague;

        private Memory(FixtureView view, double[] exact, BitSet ofLeague) {
            this.view = view;
            this.exact = exact;
            this.ofLeague = ofLeague;
        }
    }

    private final Map<String, ToDoubleFunction<FixtureView>> byName;
    private final @Nullable ToDoubleFunction<FixtureView>[] byPosition;
    /** Of a difference the places of both sides, elsewhere -1. */
    private final int[] homeOf;

    private final int[] awayOf;

    /** Throws {@link IllegalStateException} where the catalogue does not name a formula of this class. */
    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    public TeamFeatures(FeatureCatalogue catalogue, EloRating elo, PiRating pi) {
        Formulas formulas = new Formulas();
        new RatingFormulas(elo, pi).addTo(formulas);
        FormFormulas.addTo(formulas);
        ScheduleFormulas.addTo(formulas);
        PlayFormulas.addTo(formulas);
        XgFormulas.addTo(formulas);
        MeetingFormulas.addTo(formulas);
        AroundFormulas.addTo(formulas);
        this.byName = formulas.byName();
        this.byPosition = new ToDoubleFunction[catalogue.size()];
        this.homeOf = new int[catalogue.size()];
        this.awayOf = new int[catalogue.size()];
        Names.requireAll(catalogue, byName.keySet());
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < catalogue.size(); at++) {
            places.put(catalogue.features().get(at).name(), at);
        }
        for (int at = 0; at < catalogue.size(); at++) {
            String name = catalogue.features().get(at).name();
            byPosition[at] = byName.get(name);
            String stem = formulas.stemOfDifference(name);
            homeOf[at] = stem == null ? NO_DIFFERENCE : places.getOrDefault(stem + "_home", NO_DIFFERENCE);
            awayOf[at] = stem == null ? NO_DIFFERENCE : places.getOrDefault(stem + "_away", NO_DIFFERENCE);
        }
    }

    /** Names of the features that it computes. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** A fixture's values from what was known strictly before its kickoff; the state must be settled. */
    public Values of(AssociationState state, OpenFixture fixture) {
        return of(state, fixture, null);
    }

    /**
     * The same, given what was made of the fixture before: where neither of its teams has played since, only the formulas that looked at the league are asked again.
     *
     * @param before of the same state; null where there is none
     */
    public Values of(AssociationState state, OpenFixture fixture, @Nullable Values before) {
        FixtureView again = before == null ? null : before.memory().view.again(state, fixture);
        FixtureView view = again == null ? FixtureView.of(state, fixture) : again;
        double[] exact = new double[byPosition.length];
        BitSet ofLeague = new BitSet(byPosition.length);
        for (int at = 0; at < exact.length; at++) {
            ToDoubleFunction<FixtureView> formula = byPosition[at];
            if (formula == null) {
                exact[at] = Double.NaN;
            } else if (again != null
                    && before != null
                    && !before.memory().ofLeague.get(at)) {
                exact[at] = before.memory().exact[at];
            } else if (!isDifference(at)) {
                exact[at] = formula.applyAsDouble(view);
                ofLeague.set(at, view.takeLeagueSeen());
            }
        }
        float[] values = new float[exact.length];
        for (int at = 0; at < values.length; at++) {
            if (isDifference(at)) {
                exact[at] = exact[homeOf[at]] - exact[awayOf[at]];
                ofLeague.set(at, ofLeague.get(homeOf[at]) || ofLeague.get(awayOf[at]));
            }
            values[at] = (float) exact[at];
        }
        return new Values(view.asOf(), values, new Memory(view, exact, ofLeague));
    }

    private boolean isDifference(int at) {
        return homeOf[at] != NO_DIFFERENCE && awayOf[at] != NO_DIFFERENCE;
    }
}
