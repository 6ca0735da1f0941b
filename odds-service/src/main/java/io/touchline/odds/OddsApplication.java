package io.touchline.odds;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The odds service as a process of its own. */
@EnableAutoConfiguration
@Import(OddsConfiguration.class)
public class OddsApplication {

    /** Overridden by any property, environment variable or argument. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "odds-service",
            "server.port", "8102",
            "logging.level.org.apache.kafka", "warn",
            "management.endpoints.web.exposure.include", "health,metrics,prometheus",
            "management.endpoint.health.show-details", "always");

    /** Starts it. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(OddsApplication.class).properties(DEFAULTS).run(args);
    }
}
