package io.touchline.odds.connector.pinnacle;

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

/** The connector where its password is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PinnacleProperties.class)
public class PinnacleConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(PasswordIsSet.class)
    PinnacleConnector pinnacleConnector(
            PinnacleProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        return new PinnacleConnector(
                properties,
                new Secret(Objects.requireNonNull(properties.password(), "odds.connectors.pinnacle.password")),
                ConnectorContext.of("odds", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new PinnacleVendor()));
    }

    /** An empty password, as an unset variable of the environment gives, is none. */
    static final class PasswordIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String password = context.getEnvironment().getProperty("odds.connectors.pinnacle.password");
            return password != null && !password.isBlank();
        }
    }
}
