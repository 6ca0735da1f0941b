package io.touchline.standalone.service;

import java.util.Locale;

/** The services, in the order of the way of the data. */
public enum Stage {
    INGEST("io.touchline.ingest.IngestConfiguration", false),
    ODDS("io.touchline.odds.OddsConfiguration", false),
    FEATURE("io.touchline.feature.FeatureConfiguration", false),
    PREDICTION("io.touchline.prediction.PredictionConfiguration", false),
    ALERT("io.touchline.alert.AlertConfiguration", true),
    GATEWAY("io.touchline.gateway.GatewayConfiguration", true);

    private final String configuration;
    private final boolean web;

    Stage(String configuration, boolean web) {
        this.configuration = configuration;
        this.web = web;
    }

    /** The one word of the stage: folder, configuration prefix, database schema and meter prefix. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isWeb() {
        return web;
    }

    Class<?> configuration() {
        try {
            return Class.forName(configuration);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the " + word() + " service is not on the class path", e);
        }
    }
}
