package io.touchline.standalone.service;

import io.touchline.alert.AlertConfiguration;
import io.touchline.feature.FeatureConfiguration;
import io.touchline.gateway.GatewayConfiguration;
import io.touchline.ingest.IngestConfiguration;
import io.touchline.odds.OddsConfiguration;
import io.touchline.prediction.PredictionConfiguration;
import java.util.Locale;

/** The services, in the order of the way of the data. */
public enum Stage {
    INGEST(IngestConfiguration.class),
    ODDS(OddsConfiguration.class),
    FEATURE(FeatureConfiguration.class),
    PREDICTION(PredictionConfiguration.class),
    ALERT(AlertConfiguration.class),
    GATEWAY(GatewayConfiguration.class);

    private final Class<?> configuration;

    Stage(Class<?> configuration) {
        this.configuration = configuration;
    }

    /** The one word of the stage: folder, configuration prefix, database schema and meter prefix. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<?> configuration() {
        return configuration;
    }
}
