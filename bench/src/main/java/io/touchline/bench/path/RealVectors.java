package io.touchline.bench.path;

import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The values of the latest vectors of history files, as the topologies emit them. */
public final class RealVectors {

    private RealVectors() {}

    /**
     * Tells everything from the first match on and keeps the latest.
     *
     * @param most that are kept
     * @return values in the catalogue's order, by time
     * @throws IOException where a file cannot be read
     */
    public static List<float[]> latest(Collection<Path> files, HistoryReader reader, int most) throws IOException {
        List<HistoryRow> rows = new ArrayList<>();
        for (Path file : files) {
            rows.addAll(reader.read(file).rows());
        }
        Deque<float[]> kept = new ArrayDeque<>(most + 1);
        HistorySource source = HistorySource.replayed();
        try (StraightPath path = new StraightPath(Map.of(), rejected -> {}, vector -> {
            kept.addLast(values(vector));
            if (kept.size() > most) {
                kept.removeFirst();
            }
        })) {
            for (HistoryMoment moment : HistoryMoment.of(rows)) {
                source.tell(moment.row(), moment.kind(), path);
            }
        }
        return List.copyOf(kept);
    }

    private static float[] values(FeatureVector vector) {
        List<Float> given = vector.getValues();
        float[] values = new float[given.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = given.get(at);
        }
        return values;
    }
}
