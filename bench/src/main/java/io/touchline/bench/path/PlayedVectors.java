package io.touchline.bench.path;

import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The vectors of some matches of history: everything is told in event-time order, of the matches before them the results alone. */
public final class PlayedVectors {

    private record Moment(Instant at, Kind kind, HistoryRow row) {

        private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::at)
                .thenComparing(Moment::kind)
                .thenComparing(moment -> moment.row().fixtureId());
    }

    private PlayedVectors() {}

    /**
     * Tells them.
     *
     * @param played of which everything is told
     * @param before of which results are told
     * @param vectors takes each vector of the played matches
     */
    public static void of(
            Collection<HistoryRow> played, Collection<HistoryRow> before, Consumer<FeatureVector> vectors) {
        HistorySource source = HistorySource.replayed();
        List<Moment> moments = new ArrayList<>(played.size() * 3 + before.size());
        before.forEach(row -> moments.add(new Moment(source.at(row, Kind.RESULT), Kind.RESULT, row)));
        for (HistoryRow row : played) {
            for (Kind kind : Kind.values()) {
                moments.add(new Moment(source.at(row, kind), kind, row));
            }
        }
        moments.sort(Moment.ORDER);
        try (StraightPath path = new StraightPath(
                Map.of(), rejected -> {}, emitted -> vectors.accept(StraightPath.vector(emitted.bytes())))) {
            moments.forEach(moment -> source.tell(moment.row(), moment.kind(), path));
        }
    }
}
