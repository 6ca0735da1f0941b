package io.touchline.simulator.vendor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A queue of one connection: what it is bound to, and who listens. It keeps nothing: a message that nobody listens to is gone. Safe for many threads. */
final class AmqpQueue {

    private final String name;
    private final Set<String> bindings = ConcurrentHashMap.newKeySet();
    private final AtomicLong delivered = new AtomicLong();
    private volatile @Nullable Listener listener;

    /** Who takes its messages, on which channel. */
    record Listener(int channel, String tag) {}

    AmqpQueue(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void bind(String pattern) {
        bindings.add(pattern);
    }

    void listen(@Nullable Listener to) {
        listener = to;
    }

    @Nullable Listener listener() {
        return listener;
    }

    long nextTag() {
        return delivered.incrementAndGet();
    }

    boolean takes(String key) {
        String[] words = key.split("\\.", -1);
        return bindings.stream().anyMatch(pattern -> matches(pattern.split("\\.", -1), 0, words, 0));
    }

    /** As topic exchanges do it: {@code *} is one word, {@code #} any number of them, none too. */
    static boolean matches(String[] pattern, int at, String[] words, int from) {
        if (at == pattern.length) {
            return from == words.length;
        }
        if (pattern[at].equals("#")) {
            for (int next = from; next <= words.length; next++) {
                if (matches(pattern, at + 1, words, next)) {
                    return true;
                }
            }
            return false;
        }
        return from < words.length
                && (pattern[at].equals("*") || pattern[at].equals(words[from]))
                && matches(pattern, at + 1, words, from + 1);
    }
}
