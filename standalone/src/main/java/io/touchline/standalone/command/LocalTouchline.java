package io.touchline.standalone.command;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.embedded.PlatformSettings;
import io.touchline.standalone.embedded.PortChoice;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The embedded platform with services on it, as long as one command runs; stopped in reverse order at its end, also on Ctrl-C.
 *
 * <p>Used by {@code demo}, {@code up}, {@code replay} and {@code load-historical}.
 */
final class LocalTouchline implements AutoCloseable {

    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(60);

    /** How long a command may take to end after Ctrl-C. */
    private static final Duration FAREWELL = Duration.ofSeconds(90);

    private static final int CHANNEL_PORT = 8091;
    private static final int STATE_PORT = 8093;
    private static final int PREDICTION_PORT = 8094;

    private final EmbeddedPlatform platform;
    private final int gatewayPort;
    private final Output output;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endOfProcess, "touchline-stop");
    private @Nullable Services services;
    private volatile boolean waits;

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
        return start(options.settings(common), port, output);
    }

    /** The same on a platform with settings of its own. */
    static LocalTouchline start(PlatformSettings settings, int port, Output output) {
        int gatewayPort = port;
        if (port >= 0) {
            try {
                gatewayPort = PortChoice.exactly(port).resolve("--port");
            } catch (IllegalArgumentException e) {
                throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
            }
        }
        EmbeddedPlatform platform = EmbeddedPlatform.start(settings, output::progress);
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
        int statePort = PortChoice.preferably(STATE_PORT).resolve("");
        int predictionPort = PortChoice.preferably(PREDICTION_PORT).resolve("");
        return ServiceSettings.live(
                        platform.addresses(),
                        data(),
                        gatewayPort,
                        PortChoice.preferably(CHANNEL_PORT).resolve(""))
                .with(Map.of(
                        "feature.query.port",
                        String.valueOf(statePort),
                        "gateway.feature-url",
                        "http://127.0.0.1:" + statePort,
                        "prediction.query.port",
                        String.valueOf(predictionPort),
                        "gateway.prediction-url",
                        "http://127.0.0.1:" + predictionPort));
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

    /** Stops the services alone; they may be started again. */
    synchronized void stopServices() {
        if (services != null) {
            services.close();
            services = null;
        }
    }

    /** The page's address. */
    String gatewayUrl() {
        return "http://localhost:" + gatewayPort;
    }

    /** Blocks until the process is asked to end. */
    void awaitEnd() throws InterruptedException {
        waits = true;
        end.await();
    }

    /** Blocks for a while; true once the process is asked to end, which then waits until this is closed. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        waits = true;
        return end.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** True once the process is asked to end. */
    boolean isEnding() {
        return end.getCount() == 0;
    }

    /** Stops services and platform; a second call does nothing. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // the hook waits for this very call
        }
    }

    /** On Ctrl-C: whoever waits is woken and closes; otherwise everything is stopped under the command's feet. */
    private void endOfProcess() {
        end.countDown();
        try {
            if (waits && closed.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private synchronized void stop() {
        if (closed.getCount() == 0) {
            return;
        }
        if (services != null) {
            services.close();
        }
        platform.close();
        closed.countDown();
    }
}
