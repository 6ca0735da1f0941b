package io.touchline.alert;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The alert service as a process of its own. */
@EnableAutoConfiguration
@Import(AlertConfiguration.class)
public class AlertApplication {

    /** Overridden by any property, environment variable or argument. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "alert-service",
            "server.port", "8105",
            "management.endpoints.web.exposure.include", "health,metrics,prometheus",
            "management.endpoint.health.show-details", "always");

    /** Starts it. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(AlertApplication.class)
                .properties(DEFAULTS)
                .run(args);
    }
}
