package io.touchline.odds;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.odds.arbitrage.ArbitrageFinder;
import io.touchline.odds.connector.betfair.BetfairConfiguration;
import io.touchline.odds.connector.footballdata.FootballDataConfiguration;
import io.touchline.odds.connector.pinnacle.PinnacleConfiguration;
import io.touchline.odds.connector.sportradar.SportradarConfiguration;
import io.touchline.odds.connector.theoddsapi.TheOddsApiConfiguration;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.odds.consensus.Consensus;
import io.touchline.odds.history.OddsHistory;
import io.touchline.odds.normalise.OddsNormaliser;
import io.touchline.odds.quality.PriceQuality;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.PlatformProperties;
import io.touchline.platform.health.Sources;
import io.touchline.platform.health.SourcesConfiguration;
import io.touchline.platform.identity.LiveFixtureIdentity;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.quality.Patrol;
import io.touchline.platform.quality.Trust;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.TopicOutlet;
import io.touchline.platform.vendor.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All beans of the odds service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OddsProperties.class)
@Import({
    PlatformConfiguration.class,
    SourcesConfiguration.class,
    BetfairConfiguration.class,
    FootballDataConfiguration.class,
    PinnacleConfiguration.class,
    SportradarConfiguration.class,
    TheOddsApiConfiguration.class
})
public class OddsConfiguration {

    private static final Duration PATROL = Duration.ofMinutes(1);

    /** Cached changes of books go to the changelog once a commit instead of once an update. */
    private static final long CACHE_BYTES = 32L << 20;

    @Bean
    PlatformConfiguration.Stage stage() {
        return new PlatformConfiguration.Stage("odds");
    }

    @Bean
    Sources sources(PlatformConfiguration.Clocks clocks) {
        return new Sources("odds", clocks.clock(), OddsVendors.list());
    }

    @Bean
    Bookmakers bookmakers() {
        return Bookmakers.shipped();
    }

    @Bean
    KeepLatestQuote.Parts oddsParts(
            OddsProperties properties,
            Bookmakers bookmakers,
            KafkaSettings kafka,
            PlatformConfiguration.Clocks clocks,
            Rejections rejections,
            ObjectProvider<MeterRegistry> meters) {
        Consensus consensus = new Consensus(bookmakers, properties.devig().methods(), properties.weights());
        return new KeepLatestQuote.Parts(
                properties.bookRules(),
                properties.book().keptAfterKickoff(),
                new Snapshots(consensus, new ArbitrageFinder(bookmakers), clocks.clock()),
                properties.snapshot().pace(kafka.namespace().isLive()),
                rejections,
                new OddsMeters(meters.getIfAvailable(SimpleMeterRegistry::new)));
    }

    @Bean
    TeamDirectory teamDirectory(OddsProperties properties) throws IOException {
        Path users = properties.teams();
        return users == null ? TeamDirectory.shipped() : TeamDirectory.shippedWith(users);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LiveFixtureIdentity fixtureIdentity(KafkaSettings kafka, TeamDirectory teams, Rejections rejections) {
        return new LiveFixtureIdentity("odds", teams, kafka, rejections);
    }

    @Bean
    PriceQuality priceQuality(Findings findings) {
        return new PriceQuality(
                findings,
                Trust.of(OddsVendors.list().stream().map(Vendor::descriptor).toList()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Patrol qualityPatrol(PlatformConfiguration.Clocks clocks, Findings findings, PriceQuality quality) {
        return new Patrol("odds", clocks.clock(), PATROL, findings, List.of(quality::missing));
    }

    @Bean
    Intakes intakes(
            OddsProperties properties,
            LiveFixtureIdentity identity,
            PlatformConfiguration.Clocks clocks,
            RecordSender sender,
            PriceQuality quality,
            Rejections rejections,
            PlatformConfiguration.Recording recording) {
        OddsNormaliser normaliser = new OddsNormaliser(
                clocks.clock(),
                new TopicOutlet(sender),
                quality,
                new OddsNormaliser.Settings(identity::isAnnounced, properties.fixtureWait(), false));
        Intakes intakes = new Intakes(identity, normaliser, rejections, recording.recorder());
        identity.links().listen((source, vendorId, fixture) -> intakes.linked(source, vendorId));
        return intakes;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner oddsStreams(
            KafkaSettings kafka, KeepLatestQuote.Parts parts, Rejections rejections, PlatformProperties platform) {
        Map<String, Object> settings = platform.kafka().hotPath();
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        if (!parts.pace().eachChange()) {
            // what is due is looked for between two polls
            settings.put(StreamsConfig.POLL_MS_CONFIG, KeepLatestQuote.LOOK.toMillis());
        }
        return new StreamsRunner(
                OddsTopology.APPLICATION,
                OddsTopology.of(kafka, parts),
                kafka,
                Guarantee.AT_LEAST_ONCE,
                rejections,
                platform.data().resolve("streams"),
                platform.kafka().threads(),
                settings);
    }

    @Bean(destroyMethod = "close")
    HistorySink oddsHistory(
            OddsProperties properties,
            KafkaSettings kafka,
            PlatformConfiguration.Storage storage,
            Bookmakers bookmakers,
            Rejections rejections,
            StreamsRunner streamsMakesTopicsFirst) {
        boolean wanted = kafka.namespace().isLive() || properties.history().outsideLive();
        return new HistorySink(
                wanted
                        ? storage.database()
                                .map(database -> new OddsHistory(kafka, database, bookmakers, rejections).start())
                        : Optional.empty());
    }

    @Bean
    HealthIndicator oddsHealth(StreamsRunner streams, HistorySink history) {
        return () -> {
            String problem = history.sink().map(OddsHistory::problem).orElse("");
            Health.Builder health = streams.isRunning() ? Health.up() : Health.down();
            return health.withDetail("priceBooks", streams.health())
                    .withDetail("history", history.sink().isEmpty() ? "off" : problem.isEmpty() ? "up" : problem)
                    .build();
        };
    }

    /** The sink where there is one. */
    record HistorySink(Optional<OddsHistory> sink) implements AutoCloseable {
        @Override
        public void close() {
            sink.ifPresent(OddsHistory::close);
        }
    }
}
