package io.touchline.ingest.connector.statsbomb;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The connector where it is switched on or a folder is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatsBombProperties.class)
public class StatsBombConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(Wanted.class)
    StatsBombConnector statsBombConnector(
            StatsBombProperties properties,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters) {
        return new StatsBombConnector(
                properties,
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                intakes.of(new StatsBombVendor()));
    }

    /** Either setting. */
    static final class Wanted extends AnyNestedCondition {

        Wanted() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("ingest.connectors.statsbomb.enabled")
        static final class ByUrl {}

        @ConditionalOnProperty("ingest.connectors.statsbomb.dir")
        static final class ByFolder {}
    }
}
