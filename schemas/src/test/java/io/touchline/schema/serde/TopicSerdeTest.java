package io.touchline.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.schema.ModelRelease;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class TopicSerdeTest {

    private static final Instant TIME = Instant.parse("2022-08-06T14:00:00Z");

    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final TopicSerde<Rejection> serde = new TopicSerde<>(Topics.REJECTIONS, registry);

    @Test
    void writesTheConfluentHeader_andABodyThatPlainAvroReads() throws Exception {
        registry.register("another", Topics.MODELS.schema());
        byte[] bytes = serde.bytes(rejection());
        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(2);
        GenericRecord body = new GenericDatumReader<GenericRecord>(registry.schema(2))
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        assertThat(body.get("reason").toString()).isEqualTo("UNKNOWN_TEAM");
        assertThat(body.get("receivedAt")).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void readsWhatItWrote() {
        assertThat(serde.value(serde.bytes(rejection()))).isEqualTo(rejection());
        assertThat(serde.deserializer().deserialize("rejections", null)).isNull();
        assertThat(serde.serializer().serialize("rejections", null)).isNull();
    }

    @Test
    void rejects_bytesWithoutHeader() {
        assertThatThrownBy(() -> serde.value(new byte[] {'{', '}', ' ', ' ', ' ', ' '}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("no Confluent header on a record of rejections");
        assertThatThrownBy(() -> serde.value(new byte[0])).hasMessageContaining("it is empty");
    }

    @Test
    void rejects_halfARecord_andBytesBehindOne() {
        byte[] whole = serde.bytes(rejection());
        assertThatThrownBy(() -> serde.value(Arrays.copyOf(whole, whole.length - 4)))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serde.value(Arrays.copyOf(whole, whole.length + 3)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void rejects_anotherTopicsRecord() {
        ModelRelease release = ModelRelease.newBuilder()
                .setName("elo")
                .setVersion("1")
                .setState("PROMOTED")
                .setValidFrom(TIME)
                .setTrainedFrom(TIME)
                .setTrainedTo(TIME)
                .setMatches(0)
                .setMetrics(Map.of())
                .setEmittedAt(TIME)
                .build();
        byte[] bytes = new TopicSerde<>(Topics.MODELS, registry).bytes(release);
        assertThatThrownBy(() -> serde.value(bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ModelRelease, which does not travel on rejections");
    }

    @Test
    void rejects_anUnknownSchema() {
        byte[] bytes = serde.bytes(rejection());
        bytes[4] = 77;
        assertThatThrownBy(() -> serde.value(bytes))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("77");
    }

    private static Rejection rejection() {
        return Rejection.newBuilder()
                .setSource("football-data")
                .setReason("UNKNOWN_TEAM")
                .setDetail("no team is called Arsenalx")
                .setLocation("E0_2223.csv:12")
                .setRaw(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .setCandidates(List.of("arsenal"))
                .setReceivedAt(TIME)
                .build();
    }
}
