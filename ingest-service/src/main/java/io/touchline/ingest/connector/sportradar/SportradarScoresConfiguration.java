package io.touchline.ingest.connector.sportradar;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.sportradar.UofConnector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Secret;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** This service's session of the Unified Odds Feed where its token is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SportradarScoresProperties.class)
public class SportradarScoresConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(TokenIsSet.class)
    UofConnector sportradarScoresConnector(
            SportradarScoresProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        Secret token = new Secret(Objects.requireNonNull(properties.token(), "ingest.connectors.sportradar.token"));
        return new UofConnector(
                properties.settings(token),
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new SportradarScoresVendor()));
    }

    /** An empty token, as an unset variable of the environment gives, is none. */
    static final class TokenIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String token = context.getEnvironment().getProperty("ingest.connectors.sportradar.token");
            return token != null && !token.isBlank();
        }
    }
}
