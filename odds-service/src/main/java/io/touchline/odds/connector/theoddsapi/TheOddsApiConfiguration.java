package io.touchline.odds.connector.theoddsapi;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Secret;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The connector where its key is set; nothing otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TheOddsApiProperties.class)
public class TheOddsApiConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(KeyIsSet.class)
    KnownFixtures knownFixtures(KafkaSettings kafka, Rejections rejections) {
        return new KnownFixtures(kafka, rejections).start();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Conditional(KeyIsSet.class)
    TheOddsApiConnector theOddsApiConnector(
            TheOddsApiProperties properties,
            PlatformConfiguration.Clocks clocks,
            KnownFixtures fixtures,
            Rejections rejections,
            RecordSender sender,
            ObjectProvider<MeterRegistry> meters)
            throws IOException {
        Path users = properties.teams();
        TeamDirectory teams = users == null ? TeamDirectory.shipped() : TeamDirectory.shippedWith(users);
        return new TheOddsApiConnector(
                properties,
                new Secret(Objects.requireNonNull(properties.key(), "odds.connectors.theoddsapi.key")),
                ConnectorContext.of("odds", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new)),
                teams,
                fixtures,
                rejections,
                feed(sender));
    }

    /** An empty key, as an unset variable of the environment gives, is no key. */
    static final class KeyIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String key = context.getEnvironment().getProperty("odds.connectors.theoddsapi.key");
            return key != null && !key.isBlank();
        }
    }

    private static OddsFeed feed(RecordSender sender) {
        return new OddsFeed() {
            @Override
            public void update(OddsUpdate update) {
                sender.send(Topics.LIVE_ODDS, update.getFixtureId(), update, update.getObservedAt());
            }

            @Override
            public void flush() {
                sender.flush();
            }
        };
    }
}
