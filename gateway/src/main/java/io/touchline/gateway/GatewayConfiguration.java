package io.touchline.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.gateway.access.AccessFilter;
import io.touchline.gateway.access.ApiKeys;
import io.touchline.gateway.access.DatabaseApiKeys;
import io.touchline.gateway.access.FileApiKeys;
import io.touchline.gateway.access.HeaderFilter;
import io.touchline.gateway.access.LimitFilter;
import io.touchline.gateway.access.LocalKey;
import io.touchline.gateway.access.PagePasses;
import io.touchline.gateway.page.PageFiles;
import io.touchline.gateway.rest.AlertStream;
import io.touchline.gateway.rest.DatabasePastMatches;
import io.touchline.gateway.rest.Json;
import io.touchline.gateway.rest.LinkOutlet;
import io.touchline.gateway.rest.Parts;
import io.touchline.gateway.rest.PastMatches;
import io.touchline.gateway.rest.PredictionSource;
import io.touchline.gateway.rest.ProblemHandler;
import io.touchline.gateway.rest.RestApi;
import io.touchline.gateway.rest.ServicePredictions;
import io.touchline.gateway.rest.ServiceVectors;
import io.touchline.gateway.rest.StoredVectors;
import io.touchline.gateway.rest.VectorSource;
import io.touchline.gateway.socket.EdgeRelay;
import io.touchline.gateway.view.AlertView;
import io.touchline.gateway.view.MatchView;
import io.touchline.gateway.view.OutcomeView;
import io.touchline.gateway.view.ViewReaders;
import io.touchline.gateway.view.Views;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.PlatformConfiguration.Clocks;
import io.touchline.platform.PlatformConfiguration.Stage;
import io.touchline.platform.PlatformConfiguration.Storage;
import io.touchline.platform.PlatformProperties;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Cache;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** All beans of the gateway. Keys, passes and limits go by the wall's clock; what is upcoming or today goes by the clock of the matches. */
@Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
@EnableConfigurationProperties(GatewayProperties.class)
public class GatewayConfiguration {

    private static final String STAGE = "gateway";
    private static final Duration LINK_LIMIT = Duration.ofSeconds(10);

    @Bean
    Stage gatewayStage() {
        return new Stage(STAGE);
    }

    @Bean
    Views views(GatewayProperties properties) {
        GatewayProperties.View view = properties.view();
        return new Views(
                new MatchView(view.recent(), view.matches(), view.quotes()),
                new AlertView(view.alerts()),
                new OutcomeView(view.outcomes()));
    }

    @Bean
    ViewReaders viewReaders(KafkaSettings kafka, Rejections rejections, Views views) {
        return new ViewReaders(kafka, rejections, views);
    }

    @Bean
    EdgeRelay edgeRelay(GatewayProperties properties) {
        return new EdgeRelay(properties.edgeUrl(), properties.limit().frameBytes());
    }

    @Bean
    ApiKeys apiKeys(PlatformProperties platform, Storage storage) {
        Path folder = platform.data().resolve(STAGE);
        InstantSource wall = InstantSource.system();
        ApiKeys local = new FileApiKeys(folder.resolve("api-keys.json"));
        LocalKey.ensure(folder.resolve("admin.key"), local, wall.instant());
        return storage.database()
                .<ApiKeys>map(database -> new DatabaseApiKeys(database, local, wall))
                .orElse(local);
    }

    @Bean
    GatewayServer gatewayServer(
            GatewayProperties properties,
            Views views,
            ViewReaders readers,
            EdgeRelay relay,
            ApiKeys keys,
            Cache cache,
            Storage storage,
            Clocks clocks,
            RecordSender sender,
            ObjectProvider<MeterRegistry> givenMeters,
            ConfigurableEnvironment environment) {
        MeterRegistry meters = givenMeters.getIfAvailable(() -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        URI featureUrl = properties.featureUrl();
        URI predictionUrl = properties.predictionUrl();
        PastMatches past =
                storage.database().<PastMatches>map(DatabasePastMatches::new).orElse(PastMatches.NONE);
        GatewayParts parts = new GatewayParts(readers, relay, cache, storage.database(), keys, meters);
        GatewayServer server = server(
                properties,
                views,
                past,
                featureUrl == null ? VectorSource.NONE : new ServiceVectors(featureUrl),
                storage.database()
                        .map(database -> StoredVectors.cached(cache).or(StoredVectors.stored(database)))
                        .orElseGet(() -> StoredVectors.cached(cache)),
                predictionUrl == null ? PredictionSource.NONE : new ServicePredictions(predictionUrl),
                parts,
                links(sender),
                relay,
                keys,
                cache,
                clocks.clock(),
                InstantSource.system(),
                meters);
        server.whenStarted(port -> environment
                .getPropertySources()
                .addFirst(new MapPropertySource("gateway.bound-port", Map.of("local.server.port", port))));
        return server;
    }

    /**
     * Puts the server together.
     *
     * @param state the feature service's own vectors
     * @param projections where they are kept
     * @param predictions the prediction service
     * @param links where links of vendors' fixtures go
     * @param clock of the matches
     * @param wall clock of keys, passes and limits
     */
    static GatewayServer server(
            GatewayProperties properties,
            Views views,
            PastMatches past,
            VectorSource state,
            VectorSource projections,
            PredictionSource predictions,
            Parts parts,
            LinkOutlet links,
            EdgeRelay relay,
            ApiKeys keys,
            Cache cache,
            InstantSource clock,
            InstantSource wall,
            MeterRegistry meters) {
        Json json = new Json();
        PagePasses passes = new PagePasses(
                properties.page().withoutKey(),
                properties.page().passLifetime(),
                properties.page().requestsPerMinute(),
                wall);
        AlertStream stream =
                new AlertStream(views.alerts(), json, properties.stream().heartbeat());
        RestApi rest = new RestApi(views, past, state, projections, predictions, stream, parts, links, json, clock);
        List<WebFilter> filters = new ArrayList<>();
        filters.add(new RequestMeter(meters));
        filters.add(new HeaderFilter(properties.limit().bodyBytes()));
        if (!properties.cors().allowedOrigins().isEmpty()) {
            filters.add(cors(properties.cors().allowedOrigins()));
        }
        filters.add(new AccessFilter(keys, passes, properties.limit().requestsPerMinute()));
        filters.add(new LimitFilter(cache, wall));
        return new GatewayServer(
                properties,
                rest.routes().and(new PageFiles(passes).routes()),
                relay,
                filters,
                new ProblemHandler(json));
    }

    /** Sending may wait for the broker, so it is done apart. */
    private static LinkOutlet links(RecordSender sender) {
        return link -> Mono.defer(() -> Mono.fromFuture(sender.send(
                        Topics.FIXTURE_LINKS, link.getSource() + ':' + link.getVendorId(), link, link.getEmittedAt())))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(LINK_LIMIT);
    }

    private static WebFilter cors(List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        cors.setAllowedHeaders(List.of(AccessFilter.KEY_HEADER, "Content-Type", "If-None-Match", "Last-Event-ID"));
        cors.setExposedHeaders(
                List.of("ETag", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After"));
        cors.setMaxAge(600L);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return new CorsWebFilter(source);
    }
}
