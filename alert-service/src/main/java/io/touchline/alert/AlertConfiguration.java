package io.touchline.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.alert.life.AlertLife;
import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.stake.FixtureStakes;
import io.touchline.alert.stake.LedgerTopology;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.PlatformProperties;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All beans of the alert service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
@Import(PlatformConfiguration.class)
public class AlertConfiguration {

    /** Cached changes of books go to the changelog once a commit instead of once an update, and after the events that they caused. */
    private static final long CACHE_BYTES = 32L << 20;

    @Bean
    PlatformConfiguration.Stage stage() {
        return new PlatformConfiguration.Stage("alert");
    }

    @Bean
    AlertRules alertRules(AlertProperties properties) {
        return properties.rules();
    }

    @Bean
    AlertLife alertLife(
            AlertProperties properties,
            AlertRules rules,
            PlatformConfiguration.Clocks clocks,
            ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        Map<String, Counter> counters = new ConcurrentHashMap<>();
        return new AlertLife(
                rules,
                new FixtureStakes(properties.kelly()),
                properties.edge().step(),
                properties.closing().window(),
                clocks.clock(),
                outcome -> counters.computeIfAbsent(
                                outcome, name -> registry.counter("alert.judgements", "outcome", name))
                        .increment());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner alertStreams(
            AlertProperties properties,
            KafkaSettings kafka,
            AlertLife life,
            AlertRules rules,
            PlatformConfiguration.Clocks clocks,
            Rejections rejections,
            PlatformProperties platform) {
        Duration watch = kafka.namespace().isLive() ? properties.watch().interval() : Duration.ZERO;
        return new StreamsRunner(
                AlertTopology.APPLICATION,
                new AlertTopology(kafka, life, rules.fresh(), rejections, watch, clocks.clock()).build(),
                kafka,
                Guarantee.AT_LEAST_ONCE,
                rejections,
                platform.data().resolve("streams"),
                platform.kafka().threads(),
                Map.of(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner ledgerStreams(
            AlertProperties properties,
            KafkaSettings kafka,
            PlatformConfiguration.Clocks clocks,
            Rejections rejections,
            PlatformProperties platform) {
        return new StreamsRunner(
                LedgerTopology.APPLICATION,
                LedgerTopology.of(kafka, properties.stake().exposure(), clocks.clock()),
                kafka,
                Guarantee.EXACTLY_ONCE,
                rejections,
                platform.data().resolve("streams"),
                1,
                Map.of());
    }

    @Bean
    HealthIndicator alertHealth(
            @Qualifier("alertStreams") StreamsRunner alerts, @Qualifier("ledgerStreams") StreamsRunner ledger) {
        return () -> {
            Health.Builder health = alerts.isRunning() && ledger.isRunning() ? Health.up() : Health.down();
            return health.withDetail("alerts", alerts.health())
                    .withDetail("ledger", ledger.health())
                    .build();
        };
    }
}
