package io.touchline.prediction;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.prediction.score.Scorer;
import io.touchline.schema.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The picture: vectors in, predictions out. Hot path: at least once, without state, so a repeated vector gives the same prediction under the same key. A vector of a running match becomes
 * what is left of it.
 */
final class PredictionTopology {

    /** Id of the streams application. */
    static final String APPLICATION = "prediction-score";

    private PredictionTopology() {}

    static Topology of(KafkaSettings kafka, Scorer scorer) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        kafka.name(Topics.FEATURE_VECTORS),
                        Consumed.with(Serdes.String(), kafka.serde(Topics.FEATURE_VECTORS))
                                .withName("read-feature-vectors"))
                .flatMapValues(scorer::score, Named.as("score-vector"))
                .to(
                        kafka.name(Topics.PREDICTIONS),
                        Produced.with(Serdes.String(), kafka.serde(Topics.PREDICTIONS))
                                .withName("write-predictions"));
        return builder.build();
    }
}
