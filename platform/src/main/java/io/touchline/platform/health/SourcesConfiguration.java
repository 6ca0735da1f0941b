package io.touchline.platform.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration.Clocks;
import io.touchline.platform.PlatformConfiguration.Stage;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.vendor.Connector;
import io.touchline.schema.Topics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health of a service's sources and what is odd about their data. Needs a bean of {@link Sources}; every {@link Connector} that is a bean is registered with it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourcesProperties.class)
public class SourcesConfiguration {

    @Bean
    Findings findings(Stage stage, Clocks clocks, RecordSender sender, ObjectProvider<MeterRegistry> meters) {
        return new Findings(
                stage.name(),
                clocks.clock(),
                meters.getIfAvailable(SimpleMeterRegistry::new),
                found -> sender.send(Topics.QUALITY_FINDINGS, found.getSource(), found, found.getEmittedAt()));
    }

    @Bean(destroyMethod = "close")
    SourceHealthSender sourceHealthSender(Sources sources, Findings findings, Clocks clocks, RecordSender sender) {
        return new SourceHealthSender(
                sources,
                clocks.clock(),
                state -> sender.send(Topics.SOURCE_HEALTH, state.getSource(), state, state.getEmittedAt()),
                findings);
    }

    /** Once all connectors are there. */
    @Bean
    SmartInitializingSingleton sourcesAreRegistered(
            Sources sources,
            SourceHealthSender sender,
            SourcesProperties properties,
            ObjectProvider<Connector> connectors) {
        return () -> {
            sources.allow(properties.staleness());
            connectors.orderedStream().forEach(sources::register);
            sender.start();
        };
    }
}
