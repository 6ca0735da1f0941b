package io.touchline.ingest.connector.espn;

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

/** The connector where it is switched on; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EspnProperties.class)
public class EspnConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("ingest.connectors.espn.enabled")
    EspnConnector espnConnector(
            EspnProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            Rejections rejections,
            ObjectProvider<MeterRegistry> meters) {
        return new EspnConnector(
                properties,
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new EspnVendor()),
                rejections);
    }
}
