package io.touchline.bench.lookahead;

import io.touchline.bench.lookahead.Difference.Value;
import io.touchline.bench.lookahead.Timeline.Vectors;
import io.touchline.bench.path.HistorySource;
import io.touchline.bench.path.StraightPath;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The check. Each association is replayed whole; then blind, where every record is made of a line in which all that cannot yet be known is garbage and comes no earlier than it can be known, which
 * proves each vector at its own cut-off; then cut off at some moments, with everything later gone, and garbage told afterwards. All vectors must be the same bytes.
 */
public final class LookaheadCheck {

    /** Told how far it is, in moments of history. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int of);
    }

    private static final int EXAMPLES = 20;
    private static final int VALUES = 12;

    private final HistorySource.Over source;
    private final int cuts;
    private final Progress progress;
    private final Map<String, Difference> found = new ConcurrentSkipListMap<>();
    private final AtomicInteger vectors = new AtomicInteger();

    /**
     * @param source how lines become records: what is under test
     * @param cuts at how many moments history is cut off besides, 0 or more
     */
    public LookaheadCheck(HistorySource.Over source, int cuts, Progress progress) {
        this.source = source;
        this.cuts = cuts;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param played lines whose vectors are checked
     * @param before earlier lines, of which results alone are told
     */
    public LookaheadReport run(List<HistoryRow> played, List<HistoryRow> before) {
        long began = System.nanoTime();
        found.clear();
        vectors.set(0);
        Map<String, List<HistoryRow>> associations = byAssociation(played);
        Map<String, List<HistoryRow>> earlier = byAssociation(before);
        int replays = 2 + cuts;
        int of = (played.size() * 3 + before.size()) * replays;
        int[] done = {0};
        List<Callable<Void>> checks = new ArrayList<>();
        associations.forEach((association, rows) -> {
            Timeline timeline = new Timeline(source, rows, earlier.getOrDefault(association, List.of()), () -> {
                synchronized (progress) {
                    done[0] += Timeline.STEP;
                    progress.at(Math.min(of, done[0]), of);
                }
            });
            checks.add(() -> {
                check(timeline);
                return null;
            });
        });
        sideBySide(checks);
        return new LookaheadReport(
                vectors.get(),
                found.size(),
                found.values().stream().limit(EXAMPLES).toList(),
                cuts,
                (System.nanoTime() - began) / 1e9);
    }

    /** Associations know nothing of each other, so they are checked side by side. */
    private static void sideBySide(List<Callable<Void>> checks) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> check : workers.invokeAll(checks)) {
                check.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the check does not come through: " + e.getCause(), e.getCause());
        }
    }

    private void check(Timeline timeline) {
        Vectors whole = timeline.whole();
        vectors.addAndGet(whole.byKey.size());
        Vectors blind = timeline.blind();
        compare(whole, blind, Instant.MAX, "with everything later replaced by garbage it is another");
        blind.early.forEach((key, why) -> differs(key, why, whole.byKey.get(key), null));
        for (Instant cut : timeline.cuts(cuts)) {
            compare(whole, timeline.cutAt(cut), cut, "with everything after " + cut + " gone it is another");
        }
    }

    private void compare(Vectors whole, Vectors other, Instant until, String what) {
        whole.byKey.forEach((key, versions) -> {
            List<byte[]> others = other.byKey.get(key);
            if (!Vectors.asOf(key).isAfter(until) && !same(versions, others)) {
                differs(key, others == null ? what.replace("it is another", "it is missing") : what, versions, others);
            }
        });
        other.byKey.forEach((key, versions) -> {
            if (!Vectors.asOf(key).isAfter(until) && !whole.byKey.containsKey(key)) {
                differs(key, what.replace("it is another", "there is one more"), versions, null);
            }
        });
    }

    private void differs(String key, String what, @Nullable List<byte[]> versions, @Nullable List<byte[]> others) {
        if (found.containsKey(key)) {
            return; // each vector belongs to one association, so to one thread
        }
        FeatureVector vector = versions == null ? null : StraightPath.vector(versions.getLast());
        List<Value> values =
                vector == null || others == null ? List.of() : values(vector, StraightPath.vector(others.getLast()));
        found.put(
                key,
                new Difference(
                        key.substring(0, key.lastIndexOf('|')),
                        vector == null ? "unknown" : vector.getCutoff(),
                        Vectors.asOf(key),
                        what,
                        values));
    }

    private static List<Value> values(FeatureVector with, FeatureVector without) {
        List<Value> values = new ArrayList<>();
        List<FeatureCatalogue.Feature> features = FeatureCatalogue.shipped().features();
        for (int at = 0; at < features.size() && values.size() < VALUES; at++) {
            float one = with.getValues().get(at);
            float other = without.getValues().get(at);
            if (Float.compare(one, other) != 0) {
                values.add(new Value(features.get(at).name(), one, other));
            }
        }
        return values;
    }

    /** Whether the same versions were sent; a vector that was sent again with other bytes is no more the one that was said. */
    private static boolean same(List<byte[]> versions, @Nullable List<byte[]> others) {
        if (others == null || versions.size() != others.size()) {
            return false;
        }
        for (int at = 0; at < versions.size(); at++) {
            if (!Arrays.equals(versions.get(at), others.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, List<HistoryRow>> byAssociation(List<HistoryRow> rows) {
        Map<String, List<HistoryRow>> byAssociation = new TreeMap<>();
        for (HistoryRow row : rows) {
            byAssociation
                    .computeIfAbsent(row.competition().association(), association -> new ArrayList<>())
                    .add(row);
        }
        return byAssociation;
    }
}
