package io.touchline.schema.serde;

import io.touchline.schema.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The values of one topic in the Confluent wire format. Null is a tombstone both ways. Safe for many threads.
 *
 * @param <V> the topic's record
 */
public final class TopicSerde<V extends SpecificRecord> implements Serde<V> {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;
    private static final int NONE = -1;

    private final Topic<V> topic;
    private final SchemaRegistry registry;
    private final RecordWriter<V> writer;
    private volatile int writtenId = NONE;
    private final Map<Integer, SpecificDatumReader<V>> readers = new ConcurrentHashMap<>();

    /** Registers nothing before the first record is written. */
    public TopicSerde(Topic<V> topic, SchemaRegistry registry) {
        this.topic = topic;
        this.registry = registry;
        this.writer = new RecordWriter<>(topic.type());
    }

    @Override
    public Serializer<V> serializer() {
        return (name, value) -> value == null ? null : bytes(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (name, bytes) -> bytes == null ? null : value(bytes);
    }

    /**
     * A record's bytes.
     *
     * @throws SerializationException where the registry is away or refuses the schema, or a field that must not be null is
     */
    public byte[] bytes(V value) {
        WriteBuffer out = WriteBuffer.ofThisThread();
        BinaryEncoder encoder = out.begin();
        out.write(MAGIC);
        out.writeInt(id());
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AvroRuntimeException | NullPointerException | ClassCastException e) {
            throw new SerializationException(
                    "a record for " + topic + " does not fit its schema: " + e.getMessage(), e);
        }
        return out.end();
    }

    /** The registry is asked once: what is written never changes while the process runs. */
    private int id() {
        int known = writtenId;
        if (known == NONE) {
            known = registry.register(topic.subject(), topic.schema());
            writtenId = known;
        }
        return known;
    }

    /**
     * The record of some bytes.
     *
     * @throws RegistryUnavailableException where its schema could not be asked for; the bytes may be sound
     * @throws SerializationException where the bytes are not a record of this topic
     */
    public V value(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new SerializationException("no Confluent header on a record of " + topic + ": "
                    + (bytes.length == 0 ? "it is empty" : bytes.length + " bytes, first " + bytes[0]));
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        SpecificDatumReader<V> reader = reader(id);
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            V value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new SerializationException("bytes are left behind a record of " + topic + " with schema " + id);
            }
            return value;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw new SerializationException(
                    "a record of " + topic + " cannot be read with schema " + id + ": " + e.getMessage(), e);
        }
    }

    private SpecificDatumReader<V> reader(int id) {
        @Nullable SpecificDatumReader<V> known = readers.get(id);
        if (known != null) {
            return known;
        }
        Schema written = registry.schema(id);
        if (!written.getFullName().equals(topic.schema().getFullName())) {
            throw new SerializationException(
                    "schema " + id + " is of " + written.getFullName() + ", which does not travel on " + topic);
        }
        return readers.computeIfAbsent(id, key -> new SpecificDatumReader<>(written, topic.schema()));
    }
}
