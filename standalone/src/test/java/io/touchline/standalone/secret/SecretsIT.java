package io.touchline.standalone.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.health.SourceHealthSender;
import io.touchline.platform.health.Sources;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.store.RedisCache;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.schema.Rejection;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.ServiceConnectors;
import io.touchline.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every setting of the configuration page that is a secret is set to a marked one, every connector that has such a setting asks a vendor that fails in every way and repeats what it was
 * sent, and the mark shows nowhere: in no line of any log, no rejection, recording, state of a source, meter or text of a setting.
 */
@Timeout(240)
class SecretsIT {

    private static final String MARK = "M4rkzQ9x7";
    private static final Pattern SETTING =
            Pattern.compile("\\| `((?:ingest|odds)\\.connectors\\.([a-z-]+)\\.([a-z.-]+))` \\|");
    private static final Pattern SECRET = Pattern.compile("(?:.*-)?(?:key|token|password|secret|user|username)");
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 20_000;
    private static final int FAILURES = 20;
    private static final int FAILURES_OF_THE_REST = 2;

    private static final List<Class<?>> SERVICES =
            List.of(ServiceConnectors.OfIngest.class, ServiceConnectors.OfOdds.class);

    private final Everything everything = new Everything();
    private final List<String> secrets = new ArrayList<>(List.of("session" + MARK));

    @Test
    void noSecretShows_whateverVendorsAnswer() throws IOException {
        Map<String, String> properties = new HashMap<>();
        Map<String, String> marked = new HashMap<>();
        AtomicInteger number = new AtomicInteger();
        List<String[]> settings = settings();
        settings.stream()
                .filter(setting -> SECRET.matcher(setting[2]).matches())
                .forEach(setting -> {
                    // every second one has whatever may have to be encoded
                    int next = number.incrementAndGet();
                    String secret = next % 2 == 0 ? "p%+/&=\"" + next + ' ' + MARK + "<\\" : "k" + next + "k" + MARK;
                    secrets.add(secret);
                    properties.put(setting[0], secret);
                    marked.put(setting[1], setting[0]);
                });
        assertThat(marked.keySet())
                .contains("betfair", "pinnacle", "theoddsapi", "football-data-org", "sportradar", "sportradar-soccer");
        try (EchoingServer server = new EchoingServer(secrets)) {
            settings.stream()
                    .filter(setting -> marked.containsKey(setting[1]))
                    .forEach(setting -> pointTo(server.port(), setting, properties));
            for (Class<?> service : SERVICES) {
                run(service, properties, "http", server.port(), FAILURES);
                run(service, properties, "https", server.port(), FAILURES_OF_THE_REST);
            }
        }
        for (Class<?> service : SERVICES) {
            run(service, properties, "http", closedPort(), FAILURES_OF_THE_REST);
        }
        searchForMarks();
    }

    @Test
    void noSecretShows_whereStoresAreAway() throws IOException {
        String secret = "p" + MARK + "x";
        secrets.add(secret);
        try (EchoingServer server = new EchoingServer(secrets)) {
            try (Database database = new Database(
                    "jdbc:postgresql://127.0.0.1:" + server.port() + "/touchline", "somebody", secret, "odds")) {
                everything.tell("the database's problem", database.problem());
            }
            for (int port : List.of(closedPort(), server.port())) {
                try (RedisCache cache = new RedisCache("redis://:" + secret + "@127.0.0.1:" + port)) {
                    cache.put("key", "value", Duration.ofSeconds(1));
                    everything.tell("the cache's problem", cache.problem());
                }
                HttpSchemaRegistry registry = new HttpSchemaRegistry(
                        URI.create("http://somebody:" + secret + "@127.0.0.1:" + port + "/apis"), Duration.ofMillis(1));
                for (int i = 0; i < 4; i++) {
                    try {
                        registry.schema(i);
                    } catch (RuntimeException e) {
                        everything.tell("the registry's exception", trace(e));
                    }
                }
            }
        }
        searchForMarks();
    }

    private static void pointTo(int port, String[] setting, Map<String, String> properties) {
        if (setting[2].endsWith("url")) {
            properties.put(setting[0], "vendor");
        } else if (setting[2].endsWith("host")) {
            properties.put(setting[0], "127.0.0.1");
        } else if (setting[2].endsWith("port")) {
            properties.put(setting[0], Integer.toString(port));
        } else if (setting[2].endsWith("timeout")) {
            properties.put(setting[0], "300ms");
        }
    }

    private void run(Class<?> service, Map<String, String> properties, String scheme, int port, int failures) {
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> arguments.add("--" + name + "="
                + (value.equals("vendor")
                        ? scheme + "://127.0.0.1:" + port
                        : name.endsWith("port") ? Integer.toString(port) : value)));
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ScaledClock clock = new ScaledClock(START, SPEED);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Surroundings.class, service)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("spring.config.name=none", "spring.main.banner-mode=off")
                .initializers(each -> {
                    each.getBeanFactory().registerSingleton("clock", clock);
                    each.getBeanFactory().registerSingleton("meters", meters);
                    each.getBeanFactory().registerSingleton("everything", everything);
                })
                .run(arguments.toArray(String[]::new))) {
            Collection<Connector> connectors =
                    context.getBeansOfType(Connector.class).values();
            assertThat(connectors).hasSizeGreaterThanOrEqualTo(3);
            Sources sources = new Sources("test", clock, List.of());
            connectors.forEach(sources::register);
            try (SourceHealthSender sender = new SourceHealthSender(
                            sources,
                            clock,
                            state -> everything.tell("source_health", state.toString()),
                            new Findings(
                                    "test",
                                    clock,
                                    meters,
                                    found -> everything.tell("quality_findings", found.toString())))
                    .start()) {
                for (Connector connector : connectors) {
                    Await.until(
                            "failures of " + connector.vendor() + " at " + scheme + " port " + port,
                            () -> failures(meters, connector.vendor()),
                            count -> count >= failures);
                    everything.tell(
                            "a source's problem", connector.health().report().toString());
                }
            }
            context.getBeansWithAnnotation(ConfigurationProperties.class)
                    .forEach((name, bean) -> everything.tell("settings " + name, bean.toString()));
            everything.tell("the meters", meters.scrape());
            meters.getMeters()
                    .forEach(meter -> everything.tell("a meter", meter.getId().toString()));
        }
    }

    private static int failures(MeterRegistry meters, String vendor) {
        return (int) meters.getMeters().stream()
                .filter(meter -> meter instanceof Counter
                        && meter.getId().getName().endsWith(".payloads")
                        && vendor.equals(meter.getId().getTag("vendor"))
                        && !"ok".equals(meter.getId().getTag("result")))
                .mapToDouble(meter -> ((Counter) meter).count())
                .sum();
    }

    private void searchForMarks() {
        everything.close();
        List<String> hidden = new ArrayList<>(List.of(MARK));
        for (String user : secrets) {
            for (String password : secrets) {
                hidden.add(
                        Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(everything.said()).hasSizeGreaterThan(10);
        assertThat(everything.said().stream()
                        .filter(said -> hidden.stream().anyMatch(said.text()::contains))
                        .map(said -> said.where() + ": " + said.text())
                        .limit(20))
                .isEmpty();
    }

    private static List<String[]> settings() throws IOException {
        Matcher matcher = SETTING.matcher(Files.readString(Path.of("../docs/configuration.md")));
        List<String[]> settings = new ArrayList<>();
        while (matcher.find()) {
            settings.add(new String[] {matcher.group(1), matcher.group(2), matcher.group(3)});
        }
        return settings;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String trace(Throwable problem) {
        java.io.StringWriter text = new java.io.StringWriter();
        problem.printStackTrace(new java.io.PrintWriter(text, true));
        return text.toString();
    }

    /** What both services give their connectors. */
    @Configuration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        PlatformConfiguration.Clocks clocks(InstantSource clock) {
            return new PlatformConfiguration.Clocks(clock);
        }

        @Bean
        Rejections rejections(InstantSource clock, Everything everything) {
            return new Rejections(clock, rejection -> {
                everything.tell("rejections", rejection.toString());
                everything.tell("rejections, raw", raw(rejection));
            });
        }

        @Bean
        Intakes intakes(Rejections rejections, Everything everything) {
            return new Intakes(
                    ref -> new Resolution.Unmatched(
                            RejectReason.UNKNOWN_FIXTURE, "nobody knows " + ref.shown(), List.of()),
                    new Deaf(),
                    rejections,
                    (source, payload) -> everything.tell(
                            "the recording of " + source,
                            payload.location() + '\n' + new String(payload.body(), StandardCharsets.UTF_8)));
        }

        private static String raw(Rejection rejection) {
            return StandardCharsets.UTF_8.decode(rejection.getRaw().duplicate()).toString();
        }
    }

    /** Reads everything and tells nobody. */
    private static final class Deaf implements Normaliser {

        @Override
        public boolean reads(VendorEvent event) {
            return true;
        }

        @Override
        public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {}

        @Override
        public void flush() {}
    }
}
