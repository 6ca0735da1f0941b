package io.touchline.standalone.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka, schema registry, PostgreSQL and Redis on this machine: started side by side, stopped in reverse.
 *
 * <p>Made by the commands {@code demo}, {@code up}, {@code replay} and by end-to-end tests.
 */
public final class EmbeddedPlatform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPlatform.class);

    private static final double NANOS_A_SECOND = 1e9;

    private final HomeFolder home;
    private final Map<EmbeddedPart, Part> parts;
    private final PlatformAddresses addresses;
    private boolean closed;

    private EmbeddedPlatform(HomeFolder home, Map<EmbeddedPart, Part> parts, PlatformAddresses addresses) {
        this.home = home;
        this.parts = parts;
        this.addresses = addresses;
    }

    /**
     * Starts everything and returns when all four answer; each start of a part is told to {@code progress}.
     *
     * @throws PlatformFailure with one line when a port is taken, a part does not start, or the folder is in use
     */
    public static EmbeddedPlatform start(PlatformSettings settings, Consumer<String> progress) {
        HomeFolder home = HomeFolder.hold(settings.home());
        try {
            Stream.of(EmbeddedPart.values())
                    .filter(part -> new PidFile(home.pidFile(part.label())).endLeftover())
                    .forEach(part -> progress.accept("ended " + part.label() + " left over from an earlier run"));
            if (settings.fresh()) {
                home.forget("kafka", "registry", "postgres", "redis", "services");
            }
            EmbeddedPlatform platform = arrange(home, settings);
            platform.startAll(progress);
            AddressFile.of(home.folder()).write(platform.addresses);
            return platform;
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static EmbeddedPlatform arrange(HomeFolder home, PlatformSettings settings) {
        int kafkaPort = settings.kafka().resolve("--kafka-port");
        EmbeddedKafka kafka =
                new EmbeddedKafka(home, kafkaPort, PortChoice.any().resolve(""), settings.patience());
        EmbeddedRegistry registry = new EmbeddedRegistry(
                home, settings.registryArchive(), settings.registry().resolve("--registry-port"), settings.patience());
        EmbeddedPostgresServer postgres =
                new EmbeddedPostgresServer(home, settings.postgres().resolve("--postgres-port"), settings.patience());
        EmbeddedRedis redis = new EmbeddedRedis(home, settings.redis().resolve("--redis-port"), settings.patience());
        Map<EmbeddedPart, Part> parts = new EnumMap<>(Map.of(
                EmbeddedPart.REDIS, redis,
                EmbeddedPart.POSTGRES, postgres,
                EmbeddedPart.KAFKA, kafka,
                EmbeddedPart.REGISTRY, registry));
        parts.keySet().retainAll(settings.parts());
        PlatformAddresses addresses = new PlatformAddresses(
                kafka.bootstrap(), registry.url(), postgres.jdbcUrl(), postgres.user(), postgres.user(), redis.url());
        return new EmbeddedPlatform(home, parts, addresses);
    }

    private void startAll(Consumer<String> progress) {
        parts.values().forEach(Part::prepare);
        // not virtual threads: on two cores, two of them held in native code stop a third that holds a lock of the JDK
        // for ever
        try (ExecutorService side = Executors.newFixedThreadPool(parts.size())) {
            CompletionService<EmbeddedPart> starts = new ExecutorCompletionService<>(side);
            parts.forEach((name, part) -> starts.submit(() -> {
                long began = System.nanoTime();
                part.start();
                progress.accept(
                        String.format("%s is up (%.1f s)", name.label(), (System.nanoTime() - began) / NANOS_A_SECOND));
                return name;
            }));
            try {
                for (int i = 0; i < parts.size(); i++) {
                    starts.take().get();
                }
            } finally {
                side.shutdownNow();
            }
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new PlatformFailure(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new PlatformFailure("interrupted while the platform started", e);
        }
    }

    public PlatformAddresses addresses() {
        return addresses;
    }

    /** The folder that keeps everything between starts. */
    public Path home() {
        return home.folder();
    }

    /** The parts' processes and all their children. */
    public List<ProcessHandle> processes() {
        return parts.values().stream()
                .flatMap(part -> part.processes().stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /** Stops all parts in reverse order and lets go of the folder; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        AddressFile.of(home.folder()).remove();
        List<Map.Entry<EmbeddedPart, Part>> reverse = new ArrayList<>(parts.entrySet()).reversed();
        for (Map.Entry<EmbeddedPart, Part> part : reverse) {
            try {
                part.getValue().close();
            } catch (RuntimeException e) {
                LOG.warn("{} did not stop cleanly: {}", part.getKey().label(), e.getMessage());
            }
        }
        home.close();
    }
}
