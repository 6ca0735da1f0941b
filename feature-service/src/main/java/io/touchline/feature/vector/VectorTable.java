package io.touchline.feature.vector;

import io.touchline.platform.store.CopyRows;
import io.touchline.platform.store.Database;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import io.touchline.schema.FeatureVector;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The table {@code feature.feature_vectors}, written in bulk, and {@code feature.catalogue} with the names of its values. For one thread. */
public final class VectorTable {

    private static final String COLUMNS =
            "fixture_id, cutoff, as_of, competition, season, home_team, away_team, kickoff_at, catalogue_version, known_values, features, emitted_at";

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_vectors (LIKE feature_vectors) ON COMMIT DROP""";

    private static final String KEEP = """
            INSERT INTO feature_vectors (%1$s) SELECT %1$s FROM staged_vectors
            ON CONFLICT (fixture_id, cutoff, as_of) DO UPDATE SET
                competition = excluded.competition, season = excluded.season, home_team = excluded.home_team,
                away_team = excluded.away_team, kickoff_at = excluded.kickoff_at,
                catalogue_version = excluded.catalogue_version, known_values = excluded.known_values,
                features = excluded.features, emitted_at = excluded.emitted_at""".formatted(COLUMNS);

    private static final String STAGE_CATALOGUE = """
            CREATE TEMPORARY TABLE staged_catalogue (LIKE catalogue) ON COMMIT DROP""";

    private static final String KEEP_CATALOGUE = """
            INSERT INTO catalogue SELECT * FROM staged_catalogue ON CONFLICT (version, place) DO UPDATE SET
                feature = excluded.feature, feature_group = excluded.feature_group""";

    private final FeatureCatalogue catalogue;
    private final Database database;
    private boolean catalogueWritten;

    /** @param database of the schema {@code feature}, migrated before the first vector */
    public VectorTable(FeatureCatalogue catalogue, Database database) {
        this.catalogue = catalogue;
        this.database = database;
    }

    /** Puts vectors into the table in one transaction; one of the same fixture, cut-off and asOf takes the place of the other. */
    public void keep(Collection<FeatureVector> vectors) throws SQLException, IOException {
        if (vectors.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows();
        vectors.forEach(vector -> add(rows, vector));
        database.inTransaction(connection -> {
            if (!catalogueWritten) {
                writeCatalogue(connection);
            }
            Database.execute(connection, STAGE);
            Database.copy(connection, "staged_vectors (" + COLUMNS + ")", rows);
            return Database.execute(connection, KEEP);
        });
        catalogueWritten = true;
    }

    private void writeCatalogue(Connection connection) throws SQLException, IOException {
        CopyRows rows = new CopyRows();
        List<Feature> features = catalogue.features();
        for (int at = 0; at < features.size(); at++) {
            rows.add(
                    catalogue.version(),
                    at + 1,
                    features.get(at).name(),
                    features.get(at).group());
        }
        Database.execute(connection, STAGE_CATALOGUE);
        Database.copy(connection, "staged_catalogue (version, place, feature, feature_group)", rows);
        Database.execute(connection, KEEP_CATALOGUE);
    }

    private static void add(CopyRows rows, FeatureVector vector) {
        float[] values = new float[vector.getValues().size()];
        int known = 0;
        for (int at = 0; at < values.length; at++) {
            values[at] = vector.getValues().get(at);
            known += Float.isNaN(values[at]) ? 0 : 1;
        }
        rows.add(
                vector.getFixtureId(),
                vector.getCutoff(),
                vector.getAsOf(),
                vector.getCompetition(),
                vector.getSeason(),
                vector.getHomeTeam(),
                vector.getAwayTeam(),
                vector.getKickoffAt(),
                vector.getCatalogueVersion(),
                known,
                values,
                vector.getEmittedAt());
    }
}
