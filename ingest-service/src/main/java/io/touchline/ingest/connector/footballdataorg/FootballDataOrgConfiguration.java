package io.touchline.ingest.connector.footballdataorg;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connector where its key is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FootballDataOrgProperties.class)
public class FootballDataOrgConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("ingest.connectors.football-data-org.key")
    FootballDataOrgConnector footballDataOrgConnector(
            FootballDataOrgProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            Rejections rejections,
            ObjectProvider<MeterRegistry> meters) {
        return new FootballDataOrgConnector(
                properties,
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new FootballDataOrgVendor()),
                rejections);
    }
}
