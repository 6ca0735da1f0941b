package io.touchline.ingest.connector.opta;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connector where its folder is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OptaProperties.class)
public class OptaConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("ingest.connectors.opta.dir")
    OptaConnector optaConnector(
            OptaProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        return new OptaConnector(
                properties,
                Objects.requireNonNull(properties.dir()),
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new OptaVendor()));
    }
}
