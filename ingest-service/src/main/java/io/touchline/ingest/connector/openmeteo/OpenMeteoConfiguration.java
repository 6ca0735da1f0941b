package io.touchline.ingest.connector.openmeteo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connector where it is switched on; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenMeteoProperties.class)
public class OpenMeteoConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("ingest.connectors.openmeteo.enabled")
    TopicFixtures weatherFixtures(KafkaSettings kafka, Rejections rejections) {
        return new TopicFixtures(kafka, rejections);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("ingest.connectors.openmeteo.enabled")
    OpenMeteoConnector openMeteoConnector(
            OpenMeteoProperties properties,
            TopicFixtures weatherFixtures,
            PlatformConfiguration.Clocks clocks,
            Intakes intakes,
            ObjectProvider<MeterRegistry> meters)
            throws IOException {
        Path users = properties.grounds();
        AskedPlaces asked = new AskedPlaces();
        return new OpenMeteoConnector(
                properties,
                ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                weatherFixtures,
                users == null ? Grounds.shipped() : Grounds.shippedWith(users),
                asked,
                intakes.of(new OpenMeteoVendor(asked)));
    }
}
