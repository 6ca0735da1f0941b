package io.touchline.ingest.connector.clubelo;

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
@EnableConfigurationProperties(ClubEloProperties.class)
public class ClubEloConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("ingest.connectors.clubelo.enabled")
    ClubEloConnector clubEloConnector(
            ClubEloProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        return new ClubEloConnector(
                properties,
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new ClubEloVendor()));
    }
}
