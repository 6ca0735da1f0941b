package io.touchline.feature;

import io.touchline.feature.MadeLeague.Event;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.testkit.StreamsRest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, in a namespace of a test's own, fed moment by moment. */
final class ServiceRun {

    private ServiceRun() {}

    /** Starts an instance. */
    static ConfigurableApplicationContext service(
            KafkaSettings kafka, SchemaRegistry registry, Path folder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--touchline.kafka.bootstrap=" + kafka.bootstrap(),
                "--touchline.kafka.namespace=" + kafka.namespace().prefix(),
                "--touchline.kafka.partitions=" + kafka.partitions(),
                "--touchline.data=" + folder));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(FeatureConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("testRegistry", registry);
                    context.getBeanFactory().registerSingleton("testClock", InstantSource.fixed(Pipeline.WRITTEN));
                })
                // arguments, as they win over whatever the environment holds
                .run(arguments.toArray(String[]::new));
    }

    /** Publishes what becomes known at one moment. */
    static void send(RecordSender sender, List<Event> moment) {
        for (Event event : moment) {
            switch (event.value()) {
                case Fixture fixture -> sender.send(Topics.FIXTURES, event.fixtureId(), fixture, event.at());
                case MatchResult result -> sender.send(Topics.MATCH_RESULTS, event.fixtureId(), result, event.at());
                case MarketSnapshot snapshot ->
                    sender.send(Topics.MARKET_SNAPSHOTS, event.fixtureId(), snapshot, event.at());
                default -> throw new IllegalArgumentException("not an input: " + event);
            }
        }
        sender.flush();
    }

    /** Waits until every effect of what was sent is there; to be closed at the test's end. */
    static StreamsRest rest(KafkaSettings kafka, String... sinks) {
        Map<String, Set<String>> reads = new HashMap<>(Map.of(
                FeatureTopology.FORM, Set.of("fixtures", "match_results", "-repartition"),
                FeatureTopology.VECTOR, Set.of("fixtures", "fixture_form", "market_snapshots")));
        for (String sink : sinks) {
            reads.put(sink, Set.of("feature_vectors"));
        }
        return new StreamsRest(kafka, reads);
    }
}
