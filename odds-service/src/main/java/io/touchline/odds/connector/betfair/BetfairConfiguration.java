package io.touchline.odds.connector.betfair;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The connector where its application key is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BetfairProperties.class)
public class BetfairConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(KeyIsSet.class)
    BetfairConnector betfairConnector(
            BetfairProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            Rejections rejections,
            ObjectProvider<MeterRegistry> meters) {
        return new BetfairConnector(
                properties,
                new BetfairSession.Account(
                        secret("app-key", properties.appKey()),
                        secret("username", properties.username()),
                        secret("password", properties.password())),
                ConnectorContext.of("odds", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new BetfairVendor()),
                rejections);
    }

    private static Secret secret(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("odds.connectors.betfair." + setting + " must be set with the app-key");
        }
        return new Secret(value);
    }

    /** An empty key, as an unset variable of the environment gives, is no key. */
    static final class KeyIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String key = context.getEnvironment().getProperty("odds.connectors.betfair.app-key");
            return key != null && !key.isBlank();
        }
    }
}
