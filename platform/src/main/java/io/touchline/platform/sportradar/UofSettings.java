package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service takes part in the Unified Odds Feed.
 *
 * @param token access token, for the broker and the API alike
 * @param host of the broker
 * @param port of the broker, TLS
 * @param truststore PKCS12 file of whom to trust in place of the JDK's own; null for those
 * @param truststorePassword of that file
 * @param apiUrl address of the API, without a trailing slash
 * @param language of names in the API
 * @param producers the vendor's numbers of those that are listened to: 1 live odds, 3 pre-match
 * @param sports the vendor's numbers of sports
 * @param interest what is wanted
 * @param nodeId tells this session's recoveries from those of the account's other sessions
 * @param aliveLimit longest time between two alive messages of a producer
 * @param firstRecovery how far the first recovery goes back; zero for everything that stands now
 * @param recoveryGap least time between two recovery requests of a producer
 * @param recoveryLimit longest time that a recovery may take
 * @param heartbeat between broker and us; real time
 * @param requestsPerMinute most requests to the API, recoveries apart
 * @param timeout most time for one whole answer of the API, and for connecting
 */
public record UofSettings(
        Secret token,
        String host,
        int port,
        @Nullable Path truststore,
        @Nullable String truststorePassword,
        URI apiUrl,
        String language,
        List<String> producers,
        List<String> sports,
        Interest interest,
        int nodeId,
        Duration aliveLimit,
        Duration firstRecovery,
        Duration recoveryGap,
        Duration recoveryLimit,
        Duration heartbeat,
        int requestsPerMinute,
        Duration timeout) {

    public UofSettings {
        producers = List.copyOf(producers);
        sports = List.copyOf(sports);
        if (producers.isEmpty() || sports.isEmpty()) {
            throw new IllegalArgumentException("the feed needs at least one producer and one sport");
        }
        if (nodeId < 1) {
            throw new IllegalArgumentException("node-id must be 1 or more but was " + nodeId);
        }
    }

    /** What a session is for. */
    public enum Interest {
        /** Odds, suspensions, settlements. */
        ODDS(List.of(
                "odds_change",
                "bet_stop",
                "bet_settlement",
                "bet_cancel",
                "rollback_bet_settlement",
                "rollback_bet_cancel",
                "cancelbet",
                "rollback_betsettlement",
                "rollback_cancelbet",
                "fixture_change")),
        /** The course of matches, which travels in the odds messages. */
        SCORES(List.of("odds_change", "fixture_change"));

        private final List<String> messages;

        Interest(List<String> messages) {
            this.messages = messages;
        }

        /** Kinds of messages, as routing keys name them; the older names of some are still seen. */
        List<String> messages() {
            return messages;
        }
    }

    /** The bindings of the queue: messages for everybody and recoveries of this node alone. */
    List<String> bindings() {
        List<String> keys = new ArrayList<>();
        for (String sport : sports) {
            for (String message : interest.messages()) {
                keys.add("*.*.*." + message + '.' + sport + ".*.*.-.#");
                keys.add("*.*.*." + message + '.' + sport + ".*.*." + nodeId + ".#");
            }
        }
        keys.add("-.-.-.alive.#");
        keys.add("-.-.-.product_down.#");
        keys.add("-.-.-.snapshot_complete.-.-.-." + nodeId + ".#");
        return keys;
    }
}
