package io.touchline.feature.catalogue;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.OpenFixture;
import io.touchline.schema.FeatureCatalogue;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes all features of a fixture that come from results, in the catalogue's order. Made once a service; safe for many threads. */
public final class TeamFeatures {

    /**
     * The team-level values of one fixture.
     *
     * @param asOf time of the newest thing in them, milliseconds since 1970
     * @param values in the catalogue's order, NaN where unknown and at the market's places
     */
    public record Values(long asOf, float[] values) {

        /** Whether the values are equal, NaN to NaN; when they were taken does not count. */
        public boolean sameValues(float[] others) {
            return Arrays.equals(values, others);
        }
    }

    private final Map<String, ToDoubleFunction<FixtureView>> byName;
    private final @Nullable ToDoubleFunction<FixtureView>[] byPosition;

    /** Throws {@link IllegalStateException} where the catalogue does not name a formula of this class. */
    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    public TeamFeatures(FeatureCatalogue catalogue, EloRating elo, PiRating pi) {
        Formulas formulas = new Formulas();
        new RatingFormulas(elo, pi).addTo(formulas);
        FormFormulas.addTo(formulas);
        ScheduleFormulas.addTo(formulas);
        PlayFormulas.addTo(formulas);
        MeetingFormulas.addTo(formulas);
        this.byName = formulas.byName();
        this.byPosition = new ToDoubleFunction[catalogue.size()];
        Names.requireAll(catalogue, byName.keySet());
        for (int at = 0; at < catalogue.size(); at++) {
            byPosition[at] = byName.get(catalogue.features().get(at).name());
        }
    }

    /** Names of the features that it computes. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** A fixture's values from what was known strictly before its kickoff; the state must be settled. */
    public Values of(AssociationState state, OpenFixture fixture) {
        FixtureView view = FixtureView.of(state, fixture);
        float[] values = new float[byPosition.length];
        for (int at = 0; at < values.length; at++) {
            ToDoubleFunction<FixtureView> formula = byPosition[at];
            values[at] = formula == null ? Float.NaN : (float) formula.applyAsDouble(view);
        }
        return new Values(view.asOf(), values);
    }
}
