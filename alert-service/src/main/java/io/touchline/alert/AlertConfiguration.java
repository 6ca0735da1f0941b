package io.touchline.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.alert.archive.AlertArchive;
import io.touchline.alert.archive.BankrollArchive;
import io.touchline.alert.channel.EdgeHub;
import io.touchline.alert.channel.EdgeServer;
import io.touchline.alert.channel.HubFeed;
import io.touchline.alert.life.AlertLife;
import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.rule.SourceTrust;
import io.touchline.alert.source.SourceStates;
import io.touchline.alert.source.SourceStatesView;
import io.touchline.alert.stake.FixtureStakes;
import io.touchline.alert.stake.LedgerTopology;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.PlatformProperties;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    private static final int REPLAY_COMMIT_MILLIS = 20;

    private static final Duration STALL_CHECK = Duration.ofSeconds(1);

    @Bean
    PlatformConfiguration.Stage stage() {
        return new PlatformConfiguration.Stage("alert");
    }

    @Bean
    SourceStates sourceStates(AlertProperties properties, PlatformConfiguration.Clocks clocks) {
        return new SourceStates(clocks.clock(), properties.sources().silence());
    }

    /** In live state alone: in a replay no source runs, and none is down. */
    @Bean(destroyMethod = "close")
    SourceWatch sourceWatch(SourceStates states, KafkaSettings kafka, Rejections rejections)
            throws InterruptedException {
        return new SourceWatch(
                kafka.namespace().isLive()
                        ? Optional.of(new SourceStatesView(states, kafka, rejections).start())
                        : Optional.empty());
    }

    @Bean
    AlertRules alertRules(AlertProperties properties, KafkaSettings kafka, SourceStates states) {
        return properties.rules(kafka.namespace().isLive() ? states : SourceTrust.OF_ALL);
    }

    @Bean
    AlertMeters alertMeters(ObjectProvider<MeterRegistry> registry) {
        return new AlertMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    AlertLife alertLife(
            AlertProperties properties, AlertRules rules, PlatformConfiguration.Clocks clocks, AlertMeters meters) {
        return new AlertLife(
                rules,
                new FixtureStakes(properties.kelly()),
                properties.edge().step(),
                properties.closing().window(),
                clocks.clock(),
                meters::judged);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner alertStreams(
            AlertProperties properties,
            KafkaSettings kafka,
            AlertLife life,
            AlertRules rules,
            AlertMeters meters,
            PlatformConfiguration.Clocks clocks,
            Rejections rejections,
            PlatformProperties platform,
            SourceStates sources,
            SourceWatch sourcesAreKnownFirst) {
        Duration watch = kafka.namespace().isLive() ? properties.watch().interval() : Duration.ZERO;
        return new StreamsRunner(
                AlertTopology.APPLICATION,
                new AlertTopology(kafka, life, rules.fresh(), rejections, meters, watch, clocks.clock(), sources::down)
                        .build(),
                kafka,
                Guarantee.AT_LEAST_ONCE,
                rejections,
                platform.data().resolve("streams"),
                platform.kafka().threads(),
                overrides(kafka, Map.of(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES)));
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
                overrides(kafka, Map.of()));
    }

    /** A replay waits at every moment until all is committed, so there commits come sooner. */
    private static Map<String, Object> overrides(KafkaSettings kafka, Map<String, Object> always) {
        Map<String, Object> all = new HashMap<>(always);
        if (!kafka.namespace().isLive()) {
            all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, REPLAY_COMMIT_MILLIS);
        }
        return all;
    }

    @Bean
    EdgeHub edgeHub(AlertProperties properties, PlatformConfiguration.Clocks clocks) {
        AlertProperties.Channel channel = properties.channel();
        return new EdgeHub(channel.history(), channel.backlog(), channel.stall(), clocks.clock());
    }

    /** After the streams, which make the topics. */
    @Bean(destroyMethod = "close")
    EdgeChannel edgeChannel(
            AlertProperties properties,
            KafkaSettings kafka,
            EdgeHub hub,
            Rejections rejections,
            PlatformConfiguration.Clocks clocks,
            @Qualifier("alertStreams") StreamsRunner streamsMakesTopicsFirst) {
        AlertProperties.Channel channel = properties.channel();
        if (!kafka.namespace().isLive() && !channel.outsideLive()) {
            return new EdgeChannel(Optional.empty(), Optional.empty());
        }
        return new EdgeChannel(
                Optional.of(new HubFeed(hub, kafka, rejections, clocks.clock()).start()),
                Optional.of(new EdgeServer(hub, channel.port(), channel.heartbeat(), STALL_CHECK).start()));
    }

    /** After the streams, which make the topics. */
    @Bean(destroyMethod = "close")
    Archive alertArchive(
            AlertProperties properties,
            KafkaSettings kafka,
            PlatformConfiguration.Storage storage,
            Rejections rejections,
            @Qualifier("alertStreams") StreamsRunner streamsMakesTopicsFirst,
            @Qualifier("ledgerStreams") StreamsRunner ledger) {
        boolean wanted = kafka.namespace().isLive() || properties.history().outsideLive();
        Optional<Database> database = wanted ? storage.database() : Optional.empty();
        return new Archive(
                database.map(each -> new AlertArchive(kafka, each, rejections).start()),
                database.map(each -> new BankrollArchive(each, () -> LedgerTopology.bankroll(ledger.streams()))
                        .start(properties.history().bankrollInterval())));
    }

    @Bean
    HealthIndicator alertHealth(
            @Qualifier("alertStreams") StreamsRunner alerts,
            @Qualifier("ledgerStreams") StreamsRunner ledger,
            EdgeChannel channel,
            Archive archive,
            SourceWatch sources) {
        return () -> {
            Health.Builder health = alerts.isRunning() && ledger.isRunning() ? Health.up() : Health.down();
            return health.withDetail("alerts", alerts.health())
                    .withDetail("ledger", ledger.health())
                    .withDetail("channel", channel.health())
                    .withDetail("archive", archive.health())
                    .withDetail("sources", sources.health())
                    .build();
        };
    }

    /**
     * The socket where it is open.
     *
     * @param feed fills the hub
     * @param server has the port
     */
    public record EdgeChannel(Optional<HubFeed> feed, Optional<EdgeServer> server) implements AutoCloseable {

        /** The port that {@code /ws/edge} is on; 0 where it is off. */
        public int port() {
            return server.map(EdgeServer::port).orElse(0);
        }

        String health() {
            return feed.map(each -> each.problem().isEmpty() ? "port " + port() : each.problem())
                    .orElse("off");
        }

        @Override
        public void close() {
            server.ifPresent(EdgeServer::close);
            feed.ifPresent(HubFeed::close);
        }
    }

    /** The view of sources where there is one. */
    record SourceWatch(Optional<SourceStatesView> view) implements AutoCloseable {

        String health() {
            return view.map(each -> each.problem().isEmpty() ? "watched" : each.problem())
                    .orElse("all trusted");
        }

        @Override
        public void close() {
            view.ifPresent(SourceStatesView::close);
        }
    }

    /** Postgres where it is set. */
    record Archive(Optional<AlertArchive> alerts, Optional<BankrollArchive> bankroll) implements AutoCloseable {

        String health() {
            return alerts.map(each -> each.problem().isEmpty() ? "up" : each.problem())
                    .orElse("off");
        }

        @Override
        public void close() {
            bankroll.ifPresent(BankrollArchive::close);
            alerts.ifPresent(AlertArchive::close);
        }
    }
}
