package io.touchline.platform.stream;

import org.apache.kafka.streams.StreamsConfig;

/** How often an input may have its effect. */
public enum Guarantee {
    /** The hot path: outputs are keyed and idempotent, state is last-value only, so that a repeat cannot spoil it. */
    AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE),
    /** Whatever accumulates: form, ratings, ledgers. */
    EXACTLY_ONCE(StreamsConfig.EXACTLY_ONCE_V2);

    private final String kafka;

    Guarantee(String kafka) {
        this.kafka = kafka;
    }

    String kafka() {
        return kafka;
    }
}
