package io.touchline.feature;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.catalogue.InPlayFeatures;
import io.touchline.feature.catalogue.MarketFeatures;
import io.touchline.feature.catalogue.Names;
import io.touchline.feature.catalogue.TeamFeatures;
import io.touchline.feature.query.QueryServer;
import io.touchline.feature.vector.CutoffRule;
import io.touchline.feature.vector.FeatureStore;
import io.touchline.feature.vector.FormProcessor;
import io.touchline.feature.vector.VectorMeters;
import io.touchline.feature.vector.VectorProcessor;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.PlatformProperties;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Cache;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.FeatureCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All beans of the feature service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeatureProperties.class)
@Import(PlatformConfiguration.class)
public class FeatureConfiguration {

    /** A team part passes two transactions before the hot path sees it; a snapshot may be waiting for it. */
    private static final int FORM_COMMIT_MILLIS = 40;

    /** Cached changes of last prices go to the changelog once a commit instead of once a snapshot. */
    private static final long CACHE_BYTES = 16L << 20;

    @Bean
    PlatformConfiguration.Stage stage() {
        return new PlatformConfiguration.Stage("feature");
    }

    @Bean
    FeatureFormulas featureFormulas(FeatureProperties properties) {
        return FeatureFormulas.of(FeatureCatalogue.shipped(), properties);
    }

    @Bean(destroyMethod = "close")
    QueryServer queryServer(FeatureProperties properties) {
        return new QueryServer(properties.query().host(), properties.query().port());
    }

    @Bean
    SmartInitializingSingleton queriesAreServed(
            QueryServer server,
            @Qualifier("formStreams") StreamsRunner form,
            @Qualifier("vectorStreams") StreamsRunner vector) {
        return () -> server.serve(form, vector);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner formStreams(
            KafkaSettings kafka,
            QueryServer queries,
            FeatureFormulas formulas,
            PlatformConfiguration.Clocks clocks,
            Rejections rejections,
            PlatformProperties platform) {
        return new StreamsRunner(
                FeatureTopology.FORM,
                FeatureTopology.form(
                        kafka,
                        () -> new FormProcessor(
                                formulas.catalogue(),
                                formulas.team(),
                                formulas.elo(),
                                formulas.pi(),
                                clocks.clock(),
                                rejections)),
                kafka,
                Guarantee.EXACTLY_ONCE,
                rejections,
                platform.data().resolve("streams"),
                platform.kafka().threads(),
                Map.of(
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        FORM_COMMIT_MILLIS,
                        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                        platform.kafka().standbyReplicas(),
                        StreamsConfig.APPLICATION_SERVER_CONFIG,
                        queries.address()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner vectorStreams(
            KafkaSettings kafka,
            QueryServer queries,
            FeatureFormulas formulas,
            FeatureProperties properties,
            PlatformConfiguration.Clocks clocks,
            Rejections rejections,
            PlatformProperties platform,
            ObjectProvider<MeterRegistry> meters) {
        CutoffRule cutoffs = new CutoffRule(properties.cutoff().closingWindow());
        Map<String, Object> settings = platform.kafka().hotPath();
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, queries.address());
        // team parts come out of transactions
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        VectorMeters counted = new VectorMeters(meters.getIfAvailable(SimpleMeterRegistry::new));
        return new StreamsRunner(
                FeatureTopology.VECTOR,
                FeatureTopology.vector(
                        kafka,
                        () -> new VectorProcessor(
                                formulas.catalogue(),
                                formulas.market(),
                                formulas.inPlay(),
                                cutoffs,
                                clocks.clock(),
                                counted)),
                kafka,
                Guarantee.AT_LEAST_ONCE,
                rejections,
                platform.data().resolve("streams"),
                platform.kafka().threads(),
                settings);
    }

    @Bean(destroyMethod = "close")
    StoreSink featureStore(
            FeatureProperties properties,
            KafkaSettings kafka,
            FeatureFormulas formulas,
            PlatformConfiguration.Storage storage,
            Cache cache,
            Rejections rejections,
            ObjectProvider<MeterRegistry> meters,
            @Qualifier("vectorStreams") StreamsRunner streamsMakesTopicsFirst) {
        boolean wanted = kafka.namespace().isLive() || properties.store().outsideLive();
        return new StoreSink(
                wanted
                        ? Optional.of(new FeatureStore(
                                        kafka,
                                        formulas.catalogue(),
                                        storage.database(),
                                        cache,
                                        properties.store().lifetime(),
                                        rejections,
                                        meters.getIfAvailable(SimpleMeterRegistry::new))
                                .start())
                        : Optional.empty());
    }

    @Bean
    HealthIndicator featureHealth(
            @Qualifier("formStreams") StreamsRunner form,
            @Qualifier("vectorStreams") StreamsRunner vector,
            StoreSink store) {
        return () -> {
            String problem = store.sink().map(FeatureStore::problem).orElse("");
            Health.Builder health = form.isRunning() && vector.isRunning() ? Health.up() : Health.down();
            return health.withDetail("form", form.health())
                    .withDetail("vector", vector.health())
                    .withDetail("store", store.sink().isEmpty() ? "off" : problem.isEmpty() ? "up" : problem)
                    .build();
        };
    }

    /** The sink where there is one. */
    record StoreSink(Optional<FeatureStore> sink) implements AutoCloseable {
        @Override
        public void close() {
            sink.ifPresent(FeatureStore::close);
        }
    }

    /** Catalogue and formulas, checked against each other. */
    record FeatureFormulas(
            FeatureCatalogue catalogue,
            EloRating elo,
            PiRating pi,
            TeamFeatures team,
            MarketFeatures market,
            InPlayFeatures inPlay) {

        static FeatureFormulas of(FeatureCatalogue catalogue, FeatureProperties properties) {
            FeatureProperties.Elo elo = properties.elo();
            EloRating eloRating = new EloRating(elo.k(), elo.homeAdvantage(), elo.goalMargin());
            PiRating piRating =
                    new PiRating(properties.pi().learningRate(), properties.pi().transfer());
            TeamFeatures team = new TeamFeatures(catalogue, eloRating, piRating);
            MarketFeatures market = new MarketFeatures(catalogue);
            InPlayFeatures inPlay = new InPlayFeatures(catalogue);
            Names.requireComplete(catalogue, List.of(team.names(), market.names(), inPlay.names()));
            return new FeatureFormulas(catalogue, eloRating, piRating, team, market, inPlay);
        }
    }
}
