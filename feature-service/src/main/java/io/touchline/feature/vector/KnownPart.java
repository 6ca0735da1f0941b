package io.touchline.feature.vector;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.FixtureForm;
import io.touchline.schema.serde.FloatValues;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A fixture's team part as the hot path needs it: unpacked once, used for many snapshots.
 *
 * @param form without its values
 * @param kickoffAt that the part was made for, milliseconds since 1970
 * @param asOf time of the newest thing in it, milliseconds since 1970
 * @param values in the catalogue's order; all unknown where the part is of another catalogue. Not to be changed
 */
record KnownPart(FixtureForm form, long kickoffAt, long asOf, float[] values) {

    static KnownPart of(FixtureForm form, FeatureCatalogue catalogue) {
        float[] values = FloatValues.array(form.getValues());
        if (form.getCatalogueVersion() != catalogue.version() || values.length != catalogue.size()) {
            values = new float[catalogue.size()];
            Arrays.fill(values, Float.NaN);
        }
        // not by a builder, which copies every value before they are left out
        FixtureForm head = new FixtureForm(
                form.getFixtureId(),
                form.getCompetition(),
                form.getSeason(),
                form.getHomeTeam(),
                form.getAwayTeam(),
                form.getKickoffAt(),
                form.getAsOf(),
                catalogue.version(),
                List.of(),
                form.getEmittedAt());
        return new KnownPart(
                head, form.getKickoffAt().toEpochMilli(), form.getAsOf().toEpochMilli(), values);
    }

    /** The fixture's vector with these values, which are not to be changed any more. */
    FeatureVector vector(Cutoff cutoff, Instant at, float[] all, Instant emittedAt) {
        return new FeatureVector(
                form.getFixtureId(),
                form.getCompetition(),
                form.getSeason(),
                form.getHomeTeam(),
                form.getAwayTeam(),
                form.getKickoffAt(),
                cutoff.name(),
                at,
                form.getCatalogueVersion(),
                FloatValues.of(all),
                emittedAt);
    }
}
