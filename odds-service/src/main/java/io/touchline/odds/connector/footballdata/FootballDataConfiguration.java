package io.touchline.odds.connector.footballdata;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connector where it is switched on; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FootballDataProperties.class)
public class FootballDataConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("odds.connectors.footballdata.enabled")
    FootballDataConnector footballDataConnector(
            FootballDataProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        return new FootballDataConnector(
                properties,
                ConnectorContext.of("odds", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(FootballDataVendor.ofFixtures()));
    }
}
