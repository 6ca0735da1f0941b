package io.touchline.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.recording.FileRecorder;
import io.touchline.platform.reject.RejectionSender;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Cache;
import io.touchline.platform.store.Database;
import io.touchline.platform.store.MemoryCache;
import io.touchline.platform.store.RedisCache;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.vendor.Recorder;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.schema.serde.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts every service needs. A service imports it beside its own {@code <Stage>Configuration} and names its stage with a bean of {@link Stage}. Whoever puts services together
 * (standalone, a test) may add beans of {@link InstantSource}, {@link SchemaRegistry} or {@link MeterRegistry} to the context to have them used here.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformProperties.class)
public class PlatformConfiguration {

    /** Used where nobody gave a clock. */
    @Bean
    Clocks clocks(ObjectProvider<InstantSource> given) {
        return new Clocks(given.getIfAvailable(InstantSource::system));
    }

    /** Kafka and the registry. */
    @Bean
    KafkaSettings kafkaSettings(PlatformProperties properties, ObjectProvider<SchemaRegistry> given) {
        PlatformProperties.Kafka kafka = properties.kafka();
        SchemaRegistry registry = given.getIfAvailable(
                () -> new HttpSchemaRegistry(URI.create(kafka.registryUrl()), kafka.registryPatience()));
        return new KafkaSettings(
                kafka.bootstrap(), registry, new Namespace(kafka.namespace()), kafka.partitions(), kafka.replication());
    }

    /** Sends records. */
    @Bean(destroyMethod = "close")
    RecordSender recordSender(KafkaSettings kafka) {
        return new RecordSender(kafka);
    }

    /** Rejections of this stage. */
    @Bean
    Rejections rejections(Stage stage, Clocks clocks, RecordSender sender, ObjectProvider<MeterRegistry> meters) {
        return new Rejections(
                clocks.clock(),
                new RejectionSender(stage.name(), sender, meters.getIfAvailable(SimpleMeterRegistry::new)));
    }

    /** This stage's schema in Postgres; its {@link Storage#database} is empty where no url is set. */
    @Bean(destroyMethod = "close")
    Storage storage(Stage stage, PlatformProperties properties) {
        PlatformProperties.Postgres postgres = properties.postgres();
        String url = postgres.url();
        return new Storage(
                url == null || url.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Database(url, postgres.user(), postgres.password(), stage.name())));
    }

    /** Keeps what vendors send where a folder is set. */
    @Bean(destroyMethod = "close")
    Recording recording(PlatformProperties properties) throws IOException {
        PlatformProperties.Recording wanted = properties.recorder();
        Path folder = wanted.folder();
        return new Recording(
                folder == null
                        ? Optional.empty()
                        : Optional.of(new FileRecorder(
                                folder,
                                source -> wanted.sources().isEmpty()
                                        || wanted.sources().contains(source))));
    }

    /** Redis or memory. */
    @Bean(destroyMethod = "close")
    Cache cache(PlatformProperties properties) {
        String url = properties.redis().url();
        return url == null || url.isBlank() ? new MemoryCache() : new RedisCache(url);
    }

    /** The service's stage: ingest, odds, feature, prediction, alert, gateway; its schema and the prefix of its meters. */
    public record Stage(String name) {}

    /** The clock of this context: a holder, so that a context that was given an {@link InstantSource} bean and one that was not look alike. */
    public record Clocks(InstantSource clock) {}

    /** The service's database where it has one. */
    public record Storage(Optional<Database> database) implements AutoCloseable {
        @Override
        public void close() {
            database.ifPresent(Database::close);
        }
    }

    /** The recorder where there is one. */
    public record Recording(Optional<FileRecorder> file) implements AutoCloseable {

        public Recorder recorder() {
            return file.<Recorder>map(each -> each).orElse(Recorder.NONE);
        }

        @Override
        public void close() {
            file.ifPresent(FileRecorder::close);
        }
    }
}
