package io.touchline.ingest;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The ingest service as a process of its own. */
@EnableAutoConfiguration
@Import(IngestConfiguration.class)
public class IngestApplication {

    /** Overridden by any property, environment variable or argument. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "spring.application.name", "ingest-service",
            "server.port", "8101",
            "management.endpoints.web.exposure.include", "health,metrics,prometheus",
            "management.endpoint.health.show-details", "always");

    /** Starts it. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(IngestApplication.class)
                .properties(DEFAULTS)
                .run(args);
    }
}
