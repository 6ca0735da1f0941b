package io.touchline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.platform.topic.TopicSink;
import io.touchline.schema.Rejection;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's ways of reading and writing topics, over a real broker. */
class TopicsIT {

    private static final Instant TIME = Instant.parse("2005-08-13T14:00:00Z");

    private KafkaSettings kafka;
    private final List<Rejection> rejected = Collections.synchronizedList(new ArrayList<>());
    private final Rejections rejections = new Rejections(InstantSource.fixed(TIME), rejected::add);

    @BeforeEach
    void namespace() {
        kafka = TestBroker.shared().settings();
    }

    @Test
    void aTailSeesEverything_inOrderAKey_andOldTimesDoNotExpire() {
        try (RecordSender sender = new RecordSender(kafka);
                TestBroker.Tail<SquadNews> tail = TestBroker.tail(kafka, Topics.SQUAD_NEWS)) {
            for (int i = 0; i < 50; i++) {
                sender.send(Topics.SQUAD_NEWS, "arsenal", news(i), TIME.plusSeconds(i));
            }
            sender.flush();
            assertThat(tail.await(50))
                    .extracting(SquadNews::getValueEurMillion)
                    .isSorted()
                    .hasSize(50);
            assertThat(tail.records().getFirst().timestamp()).isEqualTo(TIME);
        }
    }

    @Test
    void aSink_triesAFailingEffectAgain_andCommitsAfterIt() {
        AtomicInteger failures = new AtomicInteger(2);
        List<Received<?>> applied = Collections.synchronizedList(new ArrayList<>());
        try (RecordSender sender = new RecordSender(kafka);
                TopicAdmin admin = new TopicAdmin(kafka);
                TopicSink sink = new TopicSink("test-sink", kafka, List.of(Topics.SQUAD_NEWS), rejections, batch -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new java.io.IOException("the database is away");
                    }
                    applied.addAll(batch);
                })) {
            sender.send(Topics.SQUAD_NEWS, "arsenal", news(1), TIME);
            sender.send(Topics.SQUAD_NEWS, "wolves", news(2), TIME);
            sender.flush();
            sink.start();
            Await.until("two effects", () -> applied.size() == 2);
            Await.until(
                    "committed offsets",
                    () -> admin.lags().getOrDefault(kafka.namespace().name("test-sink"), Map.of()),
                    lags -> lags.size() == 2 && lags.values().stream().allMatch(lag -> lag == 0));
            assertThat(applied).extracting(Received::key).containsExactlyInAnyOrder("arsenal", "wolves");
        }
    }

    @Test
    void poison_goesToRejections_andTheStreamGoesOn(@TempDir Path folder) throws Exception {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(kafka.name(Topics.SQUAD_NEWS), Consumed.with(Serdes.String(), kafka.serde(Topics.SQUAD_NEWS)))
                .mapValues(news -> {
                    if (news.getKind().equals("BROKEN")) {
                        throw new IllegalArgumentException("cannot handle BROKEN");
                    }
                    return news;
                })
                .to(kafka.namespace().name("out"), Produced.with(Serdes.String(), kafka.serde(Topics.SQUAD_NEWS)));
        var out = new io.touchline.schema.Topic<>(
                "out",
                SquadNews.class,
                Topics.SQUAD_NEWS.schema(),
                "team",
                io.touchline.schema.Topic.Cleanup.DELETE,
                java.time.Duration.ZERO);
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(List.of(out));
        }
        try (RecordSender sender = new RecordSender(kafka);
                KafkaProducer<String, byte[]> raw =
                        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
                StreamsRunner runner = new StreamsRunner(
                        "copy", builder.build(), kafka, Guarantee.AT_LEAST_ONCE, rejections, folder, 1, Map.of());
                TestBroker.Tail<SquadNews> tail = TestBroker.tail(kafka, out)) {
            runner.start();
            raw.send(new ProducerRecord<>(
                    kafka.name(Topics.SQUAD_NEWS), "arsenal", "poison".getBytes(StandardCharsets.UTF_8)));
            raw.flush();
            SquadNews broken = news(2);
            broken.setKind("BROKEN");
            sender.send(Topics.SQUAD_NEWS, "arsenal", broken, TIME);
            sender.send(Topics.SQUAD_NEWS, "arsenal", news(3), TIME);
            sender.flush();
            assertThat(tail.await(1)).extracting(SquadNews::getValueEurMillion).containsExactly(3.0);
            assertThat(rejected)
                    .extracting(Rejection::getReason)
                    .containsExactly("UNREADABLE_RECORD", "UNPROCESSABLE_RECORD");
            assertThat(new String(rejected.getFirst().getRaw().array(), StandardCharsets.UTF_8))
                    .isEqualTo("poison");
            assertThat(runner.replacedThreads()).isZero();
        }
    }

    @Test
    void aNamespaceIsRemovedWhole() {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            assertThat(admin.names()).contains(kafka.name(Topics.FIXTURES));
            admin.removeNamespace();
            Await.until("an empty namespace", admin::names, java.util.Set::isEmpty);
        }
    }

    private static SquadNews news(double value) {
        return SquadNews.newBuilder()
                .setTeam("arsenal")
                .setKind("VALUATION")
                .setValueEurMillion(value)
                .setSource("test")
                .setObservedAt(TIME)
                .setReceivedAt(TIME)
                .setEmittedAt(TIME)
                .build();
    }
}
