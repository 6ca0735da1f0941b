package io.touchline.standalone;

import io.touchline.standalone.embedded.PlatformAddresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads a topic by the Confluent wire format and registry API, with none of our classes for it. */
final class PlainReader {

    private static final Duration ASK = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 5;

    private PlainReader() {}

    /** Everything that is on the topic now. */
    static List<GenericRecord> read(PlatformAddresses addresses, String topic, HttpClient http, JsonMapper json)
            throws Exception {
        Map<Integer, Schema> schemas = new HashMap<>();
        List<GenericRecord> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", addresses.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            long deadline = System.nanoTime() + ASK.toNanos();
            while (System.nanoTime() < deadline
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    ByteBuffer bytes = ByteBuffer.wrap(record.value());
                    if (bytes.get() != 0) {
                        throw new AssertionError("the first byte is not the magic one");
                    }
                    int id = bytes.getInt();
                    Schema schema = schemas.get(id);
                    if (schema == null) {
                        schema = ask(addresses, id, http, json);
                        schemas.put(id, schema);
                    }
                    records.add(new GenericDatumReader<GenericRecord>(schema)
                            .read(
                                    null,
                                    DecoderFactory.get()
                                            .binaryDecoder(
                                                    record.value(),
                                                    HEADER_BYTES,
                                                    record.value().length - HEADER_BYTES,
                                                    null)));
                }
            }
        }
        return records;
    }

    private static Schema ask(PlatformAddresses addresses, int id, HttpClient http, JsonMapper json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.registryUrl() + "/schemas/ids/" + id))
                .timeout(ASK)
                .build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new Schema.Parser().parse(json.readTree(body).get("schema").asString());
    }
}
