package io.touchline.standalone.service;

import java.time.InstantSource;
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
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

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

    /** What a service's own main class has beside the service's configuration. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shell {}

    /**
     * Starts the given services and returns when all of them have started.
     *
     * @throws IllegalStateException naming the service that did not start; the others are stopped again
     */
    public static Services start(ServiceSettings settings, Set<Stage> stages) {
        Map<Stage, ConfigurableApplicationContext> contexts = Collections.synchronizedMap(new EnumMap<>(Stage.class));
        Services services = new Services(contexts);
        try (ExecutorService side = Executors.newFixedThreadPool(Math.max(1, stages.size()))) {
            CompletionService<Stage> starts = new ExecutorCompletionService<>(side);
            stages.forEach(stage -> starts.submit(() -> {
                contexts.put(stage, context(settings, stage));
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

    private static ConfigurableApplicationContext context(ServiceSettings settings, Stage stage) {
        long began = System.nanoTime();
        SpringApplication application = new SpringApplicationBuilder(Shell.class, stage.configuration())
                .web(stage.isWeb() ? WebApplicationType.REACTIVE : WebApplicationType.NONE)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties("spring.config.name=" + stage.word())
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("touchlineClock", (InstantSource) settings.clock()))
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

    /** The TCP port on which a service listens. */
    public int port(Stage stage) {
        return Integer.parseInt(context(stage).getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The services that run. */
    public Set<Stage> stages() {
        return Set.copyOf(contexts.keySet());
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
