package io.touchline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.ingest.connector.clubelo.ClubEloConfiguration;
import io.touchline.ingest.connector.espn.EspnConfiguration;
import io.touchline.ingest.connector.footballdata.FootballDataClient;
import io.touchline.ingest.connector.footballdata.FootballDataConnector;
import io.touchline.ingest.connector.footballdataorg.FootballDataOrgConfiguration;
import io.touchline.ingest.connector.mlb.MlbConfiguration;
import io.touchline.ingest.connector.openmeteo.OpenMeteoConfiguration;
import io.touchline.ingest.connector.opta.OptaConfiguration;
import io.touchline.ingest.connector.sportradar.SportradarScoresConfiguration;
import io.touchline.ingest.connector.sportradar.SportradarSoccerConfiguration;
import io.touchline.ingest.connector.statsbomb.StatsBombConfiguration;
import io.touchline.ingest.connector.understat.UnderstatConfiguration;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.ingest.publish.HistoryLoader;
import io.touchline.ingest.quality.ScoreQuality;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.health.Sources;
import io.touchline.platform.health.SourcesConfiguration;
import io.touchline.platform.identity.LiveFixtureIdentity;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.quality.Patrol;
import io.touchline.platform.quality.Trust;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.Pause;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.TopicOutlet;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorWire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All beans of the ingest service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
@Import({
    PlatformConfiguration.class,
    SourcesConfiguration.class,
    ClubEloConfiguration.class,
    EspnConfiguration.class,
    FootballDataOrgConfiguration.class,
    MlbConfiguration.class,
    OpenMeteoConfiguration.class,
    OptaConfiguration.class,
    SportradarScoresConfiguration.class,
    SportradarSoccerConfiguration.class,
    StatsBombConfiguration.class,
    UnderstatConfiguration.class
})
public class IngestConfiguration {

    private static final Duration PATROL = Duration.ofMinutes(1);

    @Bean
    PlatformConfiguration.Stage stage() {
        return new PlatformConfiguration.Stage("ingest");
    }

    @Bean
    Sources sources(PlatformConfiguration.Clocks clocks) {
        return new Sources("ingest", clocks.clock(), IngestVendors.list());
    }

    @Bean
    TeamDirectory teamDirectory(IngestProperties properties) throws IOException {
        Path users = properties.teams();
        return users == null ? TeamDirectory.shipped() : TeamDirectory.shippedWith(users);
    }

    @Bean
    HistoryLoader historyLoader(
            TeamDirectory directory,
            RecordSender sender,
            PlatformConfiguration.Storage storage,
            Rejections rejections,
            PlatformConfiguration.Clocks clocks) {
        return new HistoryLoader(directory, sender, storage.database(), rejections, clocks.clock());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LiveFixtureIdentity fixtureIdentity(KafkaSettings kafka, TeamDirectory teams, Rejections rejections) {
        return new LiveFixtureIdentity("ingest", teams, kafka, rejections);
    }

    @Bean
    ScoreQuality scoreQuality(Findings findings) {
        return new ScoreQuality(
                findings,
                Trust.of(IngestVendors.list().stream().map(Vendor::descriptor).toList()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Patrol qualityPatrol(PlatformConfiguration.Clocks clocks, Findings findings, ScoreQuality quality) {
        return new Patrol("ingest", clocks.clock(), PATROL, findings, List.of(quality::missing));
    }

    @Bean
    ScoreNormaliser scoreNormaliser(
            PlatformConfiguration.Clocks clocks,
            RecordSender sender,
            Rejections rejections,
            TeamDirectory teams,
            ScoreQuality quality) {
        return new ScoreNormaliser(clocks.clock(), new TopicOutlet(sender), rejections, teams, quality, false);
    }

    @Bean
    Intakes intakes(
            LiveFixtureIdentity identity,
            ScoreNormaliser normaliser,
            Rejections rejections,
            PlatformConfiguration.Recording recording) {
        Intakes intakes = new Intakes(identity, normaliser, rejections, recording.recorder());
        identity.links().listen((source, vendorId, fixture) -> intakes.linked(source, vendorId));
        return intakes;
    }

    /** Beans of a source that is switched on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("ingest.footballdata.enabled")
    static class FootballData {

        @Bean(destroyMethod = "close")
        VendorWire footballDataWire(IngestProperties properties, PlatformConfiguration.Clocks clocks) {
            return new VendorWire(clocks.clock(), properties.footballdata().timeout());
        }

        @Bean
        FootballDataClient footballDataClient(
                IngestProperties properties, VendorWire footballDataWire, PlatformConfiguration.Clocks clocks) {
            InstantSource clock = clocks.clock();
            IngestProperties.FootballData settings = properties.footballdata();
            return new FootballDataClient(
                    settings.baseUrl(), footballDataWire, new RateLimit(clock, Pause.by(clock), 1, settings.pause()));
        }

        @Bean(initMethod = "start", destroyMethod = "close")
        FootballDataConnector footballDataConnector(
                IngestProperties properties,
                FootballDataClient client,
                HistoryLoader loader,
                PlatformConfiguration.Clocks clocks,
                ObjectProvider<MeterRegistry> meters) {
            ConnectorContext context =
                    ConnectorContext.of("ingest", clocks.clock(), meters.getIfAvailable(SimpleMeterRegistry::new));
            return new FootballDataConnector(
                    client,
                    loader,
                    context,
                    properties.footballdata().dailyAt(),
                    properties.footballdata().codes());
        }

        @Bean
        HealthIndicator footballDataHealth(FootballDataConnector connector) {
            return () -> {
                SourceHealth.Report report = connector.health().report();
                Health.Builder health = report.state() == SourceHealth.State.DOWN ? Health.down() : Health.up();
                return health.withDetail("state", report.state())
                        .withDetail("problem", report.problem())
                        .build();
            };
        }
    }
}
