package io.touchline.platform.quality;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a vendor's running numbers run. A number repeated is a message repeated, which is no fault. Safe for many threads. */
public final class OrderCheck {

    private static final int STREAMS = 20_000;

    private final Map<String, Long> last = new Bounded<>(STREAMS);

    /**
     * A message came.
     *
     * @param stream what is numbered: a subscription, a fixture; empty where the source counts all its messages
     * @param sequence the running number
     * @param gapless whether the vendor leaves no number out; where it may, only a step back is told
     * @param at the vendor's clock
     */
    public synchronized Optional<Finding> seen(
            String source, String stream, long sequence, boolean gapless, Instant at) {
        String key = source + '|' + stream;
        Long before = last.get(key);
        if (before == null || sequence > before) {
            last.put(key, sequence);
        }
        String of = stream.isEmpty() ? "" : " of " + stream;
        if (before != null && sequence < before) {
            return Optional.of(Finding.of(
                    FindingKind.SEQUENCE_BACKWARDS,
                    source,
                    "number %d%s after %d".formatted(sequence, of, before),
                    at));
        }
        if (gapless && before != null && sequence > before + 1) {
            return Optional.of(Finding.of(
                    FindingKind.SEQUENCE_GAP,
                    source,
                    "number %d%s after %d: %d missing".formatted(sequence, of, before, sequence - before - 1),
                    at));
        }
        return Optional.empty();
    }

    /** The stream begins anew: its next number is the first. */
    public synchronized void restarted(String source, String stream) {
        last.remove(source + '|' + stream);
    }
}
