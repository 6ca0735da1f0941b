package io.touchline.feature;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The feature service as a process of its own. */
@EnableAutoConfiguration
@Import(FeatureConfiguration.class)
public class FeatureApplication {

    /** Overridden by any property, environment variable or argument. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "feature-service",
            "server.port", "8103",
            "management.endpoints.web.exposure.include", "health,metrics,prometheus",
            "management.endpoint.health.show-details", "always");

    /** Starts it. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(FeatureApplication.class)
                .properties(DEFAULTS)
                .run(args);
    }
}
