package io.touchline.bench.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.FeaturePath;
import io.touchline.feature.FeatureTopology;
import io.touchline.odds.OddsPath;
import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.TopicSerde;
import io.touchline.testkit.SharedData;
import io.touchline.testkit.StreamsRest;
import io.touchline.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The beginning of a real season over a broker, everything in two partitions, gives the vectors of the straight path, byte for byte. */
class BrokerReplayIT {

    private static final String ODDS = "odds-price-book";
    private static final Instant UNTIL = Instant.parse("2021-09-20T00:00:00Z");

    private final KafkaSettings kafka = TestBroker.shared().settings();
    private final TopicSerde<FeatureVector> serde = kafka.serde(Topics.FEATURE_VECTORS);

    @TempDir
    private Path folder;

    @Test
    @Timeout(170)
    void equalsTheStraightPath() throws IOException {
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
        List<HistoryRow> rows = reader.read(SharedData.path("football-data/E0_2122.csv")).rows().stream()
                .filter(row -> row.kickoffAt().isBefore(UNTIL))
                .toList();
        InstantSource clock = InstantSource.fixed(StraightPath.WRITTEN);
        Rejections rejections = new Rejections(clock, rejected -> {});
        FeaturePath feature = new FeaturePath(kafka, clock, Map.of());
        Map<String, List<Emitted>> straight = new TreeMap<>();
        Map<String, List<Emitted>> broker = new TreeMap<>();
        try (RecordSender sender = new RecordSender(kafka);
                StreamsRunner odds =
                        runner(ODDS, OddsPath.topology(kafka, clock, rejections, Map.of()), Guarantee.AT_LEAST_ONCE);
                StreamsRunner form = runner(FeatureTopology.FORM, feature.form(rejections), Guarantee.EXACTLY_ONCE);
                StreamsRunner vector = runner(FeatureTopology.VECTOR, feature.vector(), Guarantee.AT_LEAST_ONCE);
                StreamsRest rest = new StreamsRest(
                        kafka,
                        Map.of(
                                ODDS,
                                Set.of("live_odds"),
                                FeatureTopology.FORM,
                                Set.of("fixtures", "match_results", "-repartition"),
                                FeatureTopology.VECTOR,
                                Set.of("fixtures", "fixture_form", "market_snapshots")));
                StraightPath path = new StraightPath(Map.of(), rejected -> {}, made -> add(straight, made));
                var vectors = TestBroker.tail(kafka, Topics.FEATURE_VECTORS)) {
            List.of(odds, form, vector).forEach(StreamsRunner::start);
            HistorySource source = HistorySource.replayed();
            HistoryTopics topics = topics(sender);
            for (List<HistoryMoment> step : steps(rows)) {
                step.forEach(moment -> {
                    source.tell(moment.row(), moment.kind(), path);
                    source.tell(moment.row(), moment.kind(), topics);
                });
                sender.flush();
                rest.await();
            }
            vectors.await(2 * rows.size()).forEach(made -> add(broker, made));
        }
        assertThat(rows).hasSizeGreaterThan(45);
        assertThat(broker).isEqualTo(straight);
    }

    /** Results decide what the prices after them are joined with, so each run of results is a step of its own. */
    private static List<List<HistoryMoment>> steps(List<HistoryRow> rows) {
        List<List<HistoryMoment>> steps = new ArrayList<>();
        boolean results = false;
        for (HistoryMoment moment : HistoryMoment.of(rows)) {
            boolean result = moment.kind() == Kind.RESULT;
            if (steps.isEmpty() || result != results) {
                steps.add(new ArrayList<>());
                results = result;
            }
            steps.getLast().add(moment);
        }
        return steps;
    }

    private void add(Map<String, List<Emitted>> byFixture, FeatureVector made) {
        byFixture
                .computeIfAbsent(made.getFixtureId(), id -> new ArrayList<>())
                .add(Emitted.of(made, serde.bytes(made)));
    }

    private StreamsRunner runner(String application, Topology topology, Guarantee guarantee) {
        return new StreamsRunner(
                application,
                topology,
                kafka,
                guarantee,
                new Rejections(InstantSource.system(), rejected -> {}),
                folder,
                1,
                Map.of("commit.interval.ms", 40, "consumer.isolation.level", "read_committed"));
    }

    private static HistoryTopics topics(RecordSender sender) {
        return new HistoryTopics() {
            @Override
            public void fixture(Fixture fixture, Instant at) {
                sender.send(Topics.FIXTURES, fixture.getFixtureId(), fixture, at);
            }

            @Override
            public void result(MatchResult result, Instant at) {
                sender.send(Topics.MATCH_RESULTS, result.getFixtureId(), result, at);
            }

            @Override
            public void odds(OddsUpdate update, Instant at) {
                sender.send(Topics.LIVE_ODDS, update.getFixtureId(), update, at);
            }
        };
    }
}
