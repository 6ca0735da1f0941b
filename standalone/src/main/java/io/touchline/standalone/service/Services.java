package io.touchline.standalone.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.platform.vendor.Connector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Running services, each in a Spring context of its own, in this process.
 *
 * <p>Started side by side, because none needs another to start; stopped in the order of the way of the data, so that what was
 * taken in still goes the whole way.
 */
public final class Services implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private final Map<Stage, ConfigurableApplicationContext> contexts;

    private Services(Map<Stage, ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /**
     * Starts the given services and returns when all of them have started.
     *
     * @throws IllegalStateException naming the service that did not start; the others are stopped again
     */
    public static Services start(ServiceSettings settings, Set<Stage> stages) {
        Map<Stage, ConfigurableApplicationContext> contexts = Collections.synchronizedMap(new EnumMap<>(Stage.class));
        Services services = new Services(contexts);
        MeterRegistry meters = meters();
        try (ExecutorService side = Executors.newFixedThreadPool(Math.max(1, stages.size()))) {
            CompletionService<Stage> starts = new ExecutorCompletionService<>(side);
            stages.forEach(stage -> starts.submit(() -> {
                contexts.put(stage, context(settings, meters, stage));
                return stage;
            }));
            for (int i = 0; i < stages.size(); i++) {
                starts.take().get();
            }
        } catch (ExecutionException e) {
            services.close();
            throw new IllegalStateException(rootMessage(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            services.close();
            throw new IllegalStateException("interrupted while the services started", e);
        }
        return services;
    }

    private static ConfigurableApplicationContext context(ServiceSettings settings, MeterRegistry meters, Stage stage) {
        long began = System.nanoTime();
        SpringApplication application = new SpringApplicationBuilder(stage.configuration())
                // what listens (gateway, alert channel) brings its own server
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties("spring.config.name=" + stage.word())
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("touchlineClock", settings.clock());
                    context.getBeanFactory().registerSingleton("touchlineMeters", meters);
                })
                .build();
        List<String> arguments = new ArrayList<>();
        settings.springProperties(stage).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        try {
            ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
            LOG.info("{} started in {} ms", stage.word(), (System.nanoTime() - began) / 1_000_000);
            return context;
        } catch (RuntimeException e) {
            throw new IllegalStateException("the " + stage.word() + " service did not start: " + rootMessage(e), e);
        }
    }

    /** One for all services of this process: the gateway shows everybody's meters. */
    private static MeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new JvmGcMetrics(), new ProcessorMetrics())
                .forEach(binder -> binder.bindTo(meters));
        return meters;
    }

    private static String rootMessage(Throwable problem) {
        if (problem instanceof ExecutionException && problem.getCause() != null) {
            return String.valueOf(problem.getCause().getMessage());
        }
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** The Spring context of a running service. */
    public ConfigurableApplicationContext context(Stage stage) {
        ConfigurableApplicationContext context = contexts.get(stage);
        if (context == null) {
            throw new IllegalArgumentException("the " + stage.word() + " service does not run");
        }
        return context;
    }

    /** The services that run. */
    public Set<Stage> stages() {
        return Set.copyOf(contexts.keySet());
    }

    /** Stops asking the vendors and keeps the rest running, so that what is under way arrives. */
    public void stopConnectors() {
        List.copyOf(contexts.values())
                .forEach(context ->
                        context.getBeansOfType(Connector.class).values().forEach(Connector::close));
    }

    @Override
    public void close() {
        for (Stage stage : Stage.values()) {
            ConfigurableApplicationContext context = contexts.remove(stage);
            if (context != null) {
                try {
                    context.close();
                } catch (RuntimeException e) {
                    LOG.warn("{} did not stop cleanly", stage.word(), e);
                }
            }
        }
    }
}
