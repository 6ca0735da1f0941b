package io.touchline.bench.path;

import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.SquadNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
     * Tells them. Associations know nothing of each other, so they run side by side, one thread for each core.
     *
     * @param played of which everything is told
     * @param before of which results are told
     * @param vectors takes each vector of the played matches, association after association, in the order in which they were made; called by this thread
     */
    public static void of(
            Collection<HistoryRow> played, Collection<HistoryRow> before, Consumer<FeatureVector> vectors) {
        of(played, before, List.of(), vectors);
    }

    /**
     * The same with news of squads, each told at its own time.
     *
     * @param news of any association
     */
    public static void of(
            Collection<HistoryRow> played,
            Collection<HistoryRow> before,
            Collection<SquadNews> news,
            Consumer<FeatureVector> vectors) {
        Map<String, List<HistoryRow>> told = byAssociation(played);
        Map<String, List<HistoryRow>> earlier = byAssociation(before);
        List<Future<List<FeatureVector>>> made = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            told.forEach((association, rows) -> made.add(workers.submit(() -> of(
                    rows,
                    earlier.getOrDefault(association, List.of()),
                    news.stream()
                            .filter(one -> association.equals(one.getAssociation()))
                            .sorted(Comparator.comparing(SquadNews::getObservedAt))
                            .toList()))));
            for (Future<List<FeatureVector>> association : made) {
                association.get().forEach(vectors);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making vectors", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("history does not come through: " + e.getCause(), e.getCause());
        }
    }

    private static List<FeatureVector> of(List<HistoryRow> played, List<HistoryRow> before, List<SquadNews> news) {
        HistorySource source = HistorySource.replayed();
        List<Moment> moments = new ArrayList<>(played.size() * 3 + before.size());
        before.forEach(row -> moments.add(new Moment(source.at(row, Kind.RESULT), Kind.RESULT, row)));
        for (HistoryRow row : played) {
            for (Kind kind : Kind.values()) {
                moments.add(new Moment(source.at(row, kind), kind, row));
            }
        }
        moments.sort(Moment.ORDER);
        List<FeatureVector> vectors = new ArrayList<>(played.size() * 2);
        try (StraightPath path = new StraightPath(Map.of(), rejected -> {}, vectors::add)) {
            Iterator<SquadNews> later = news.iterator();
            SquadNews next = later.hasNext() ? later.next() : null;
            for (Moment moment : moments) {
                while (next != null && next.getObservedAt().isBefore(moment.at())) {
                    path.squad(next, next.getObservedAt());
                    next = later.hasNext() ? later.next() : null;
                }
                source.tell(moment.row(), moment.kind(), path);
            }
        }
        return vectors;
    }

    private static Map<String, List<HistoryRow>> byAssociation(Collection<HistoryRow> rows) {
        Map<String, List<HistoryRow>> byAssociation = new TreeMap<>();
        for (HistoryRow row : rows) {
            byAssociation
                    .computeIfAbsent(row.competition().association(), association -> new ArrayList<>())
                    .add(row);
        }
        return byAssociation;
    }
}
