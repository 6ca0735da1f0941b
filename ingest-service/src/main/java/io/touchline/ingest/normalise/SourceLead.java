package io.touchline.ingest.normalise;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose word counts where several sources tell of one fixture: the most trusted one that has spoken within its staleness limit. When it falls silent, the next takes over
 * and goes on from what was published, so that no goal is told twice. For one thread.
 */
final class SourceLead {

    private static final int REMEMBERED = 20_000;

    private record Word(int trust, Instant at, Duration staleness) {}

    private final Map<String, Map<String, Word>> words = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Word>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Notes that a source has spoken of a fixture, and says whether its word counts.
     *
     * @param trust 1 is trusted most
     * @param at our clock on arrival
     * @param staleness of the source
     */
    boolean leads(String fixture, String source, int trust, Instant at, Duration staleness) {
        Map<String, Word> spoken = words.computeIfAbsent(fixture, unused -> new HashMap<>());
        spoken.put(source, new Word(trust, at, staleness));
        return spoken.entrySet().stream()
                .filter(other -> !other.getKey().equals(source))
                .noneMatch(other -> !other.getValue()
                                .at()
                                .plus(other.getValue().staleness())
                                .isBefore(at)
                        && before(other.getValue().trust(), other.getKey(), trust, source));
    }

    private static boolean before(int otherTrust, String other, int trust, String source) {
        return otherTrust != trust ? otherTrust < trust : other.compareTo(source) < 0;
    }
}
