package io.touchline.alert.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to. */
enum Channel {
    /** Every event of every alert's life; never dropped. */
    ALERTS,
    /** Quotes as they come; the latest of a bookmaker's market for a client that is slow. */
    ODDS,
    /** Predictions; the latest of a fixture for a client that is slow. */
    PREDICTIONS,
    /** Match states; the latest of a fixture for a client that is slow. */
    SCORES;

    /** As clients write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Channel> find(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }
}
