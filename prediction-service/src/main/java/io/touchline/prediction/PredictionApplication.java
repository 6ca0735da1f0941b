package io.touchline.prediction;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The prediction service as a process of its own. */
@EnableAutoConfiguration
@Import(PredictionConfiguration.class)
public class PredictionApplication {

    /** Overridden by any property, environment variable or argument. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "prediction-service",
            "server.port", "8104",
            "management.endpoints.web.exposure.include", "health,metrics,prometheus",
            "management.endpoint.health.show-details", "always");

    /** Starts it. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(PredictionApplication.class)
                .properties(DEFAULTS)
                .run(args);
    }
}
