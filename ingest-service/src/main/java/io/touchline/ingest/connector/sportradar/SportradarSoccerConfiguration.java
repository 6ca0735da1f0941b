package io.touchline.ingest.connector.sportradar;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
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

/** The connector where its key is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SportradarSoccerProperties.class)
public class SportradarSoccerConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(KeyIsSet.class)
    SportradarSoccerConnector sportradarSoccerConnector(
            SportradarSoccerProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        return new SportradarSoccerConnector(
                properties,
                new Secret(Objects.requireNonNull(properties.key(), "ingest.connectors.sportradar-soccer.key")),
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new SportradarSoccerVendor()));
    }

    /** An empty key, as an unset variable of the environment gives, is no key. */
    static final class KeyIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String key = context.getEnvironment().getProperty("ingest.connectors.sportradar-soccer.key");
            return key != null && !key.isBlank();
        }
    }
}
