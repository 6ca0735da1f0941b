package io.touchline.gateway.view;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far somebody has read the alerts: the last offset by partition, written {@code 0.17_3.4}. It stays true across restarts, because it counts what Kafka counts.
 *
 * @param offsets the last one read by partition; empty = nothing read
 */
public record AlertCursor(Map<Integer, Long> offsets) {

    /** Nothing read. */
    public static final AlertCursor START = new AlertCursor(Map.of());

    private static final Pattern SHAPE = Pattern.compile("\\d{1,6}\\.\\d{1,18}(_\\d{1,6}\\.\\d{1,18}){0,999}");

    public AlertCursor {
        offsets = Map.copyOf(offsets);
    }

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<AlertCursor> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        for (String part : text.split("_", -1)) {
            int dot = part.indexOf('.');
            offsets.put(Integer.parseInt(part.substring(0, dot)), Long.parseLong(part.substring(dot + 1)));
        }
        return Optional.of(new AlertCursor(offsets));
    }

    /** Whether this record was read. */
    public boolean covers(int partition, long offset) {
        return offsets.getOrDefault(partition, -1L) >= offset;
    }

    /** The same after one more record. */
    public AlertCursor with(int partition, long offset) {
        Map<Integer, Long> more = new TreeMap<>(offsets);
        more.merge(partition, offset, Math::max);
        return new AlertCursor(more);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(offsets)
                .forEach((partition, offset) -> text.append(text.isEmpty() ? "" : "_")
                        .append(partition)
                        .append('.')
                        .append(offset));
        return text.toString();
    }
}
