package io.touchline.standalone.command;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.embedded.PortChoice;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The embedded platform with services on it, as long as one command runs; stopped in reverse order at its end, also on Ctrl-C.
 *
 * <p>Used by {@code demo}, {@code up}, {@code replay}, {@code backtest} and {@code load-historical}.
 */
final class LocalTouchline implements AutoCloseable {

    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPlatform platform;
    private final int gatewayPort;
    private final Output output;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "touchline-stop");
    private @Nullable Services services;
    private boolean stopped;

    private LocalTouchline(EmbeddedPlatform platform, int gatewayPort, Output output) {
        this.platform = platform;
        this.gatewayPort = gatewayPort;
        this.output = output;
    }

    /**
     * Starts the platform; services come with {@link #startServices}.
     *
     * @param port the gateway's; -1 where none is needed
     */
    static LocalTouchline start(CommonOptions common, PlatformOptions options, int port, Output output) {
        int gatewayPort = port;
        if (port >= 0) {
            try {
                gatewayPort = PortChoice.exactly(port).resolve("--port");
            } catch (IllegalArgumentException e) {
                throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
            }
        }
        EmbeddedPlatform platform = EmbeddedPlatform.start(options.settings(common), output::progress);
        LocalTouchline local = new LocalTouchline(platform, gatewayPort, output);
        Runtime.getRuntime().addShutdownHook(local.hook);
        try {
            Logging.to(platform.home().resolve("log/touchline.log"));
            TopicAdmin.createAll(local.kafka(Namespace.LIVE));
            return local;
        } catch (RuntimeException e) {
            local.close();
            throw e;
        }
    }

    EmbeddedPlatform platform() {
        return platform;
    }

    PlatformAddresses addresses() {
        return platform.addresses();
    }

    /** How to reach Kafka and registry in a namespace. */
    KafkaSettings kafka(Namespace namespace) {
        return new KafkaSettings(
                platform.addresses().bootstrap(),
                new HttpSchemaRegistry(URI.create(platform.addresses().registryUrl()), REGISTRY_PATIENCE),
                namespace);
    }

    /** For services on the live topics. */
    ServiceSettings liveSettings() {
        return ServiceSettings.live(platform.addresses(), data(), gatewayPort);
    }

    /** Where services keep state stores and model files. */
    Path data() {
        return platform.home().resolve("services");
    }

    /** Starts services and says so; the gateway's address becomes known to other commands. */
    synchronized Services startServices(ServiceSettings settings, Set<Stage> stages) {
        long began = System.nanoTime();
        Services started = Services.start(settings, stages);
        services = started;
        output.progress(String.format("%d services are up (%.1f s)", stages.size(), (System.nanoTime() - began) / 1e9));
        if (stages.contains(Stage.GATEWAY)) {
            AddressFile.of(platform.home()).addGateway(gatewayUrl());
        }
        return started;
    }

    /** The page's address. */
    String gatewayUrl() {
        return "http://localhost:" + gatewayPort;
    }

    /** Blocks until the process is asked to end. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    /** Stops services and platform; a second call does nothing. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook itself called, or runs now and does the same
        }
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (services != null) {
            services.close();
        }
        platform.close();
        end.countDown();
    }
}
