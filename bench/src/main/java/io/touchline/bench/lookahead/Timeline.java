package io.touchline.bench.lookahead;

import io.touchline.bench.path.Emitted;
import io.touchline.bench.path.HistorySource;
import io.touchline.bench.path.StraightPath;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of one association, and the replays of them that the check compares. */
final class Timeline {

    /** Something is told of a match; truth is the earliest moment at which it can be known. */
    private record Moment(Instant told, Instant truth, Kind kind, HistoryRow row) {

        /** As replays order what they tell. */
        private static final Comparator<Moment> TOLD = Comparator.comparing(Moment::told)
                .thenComparing(Moment::kind)
                .thenComparing(moment -> moment.row().fixtureId());

        private static final Comparator<Moment> WHEN_KNOWABLE =
                Comparator.comparing(Moment::knowable).thenComparing(TOLD);

        Instant knowable() {
            return told.isAfter(truth) ? told : truth;
        }
    }

    /** Vectors by fixture and asOf, each with every version that was sent. */
    static final class Vectors {

        final Map<String, List<byte[]>> byKey = new TreeMap<>();

        /** Keys of vectors that were sent before what they are made of can have been known. */
        final Map<String, String> early = new TreeMap<>();

        private void add(Emitted vector) {
            byKey.computeIfAbsent(vector.key(), key -> new ArrayList<>(1)).add(vector.bytes());
        }

        static Instant asOf(String key) {
            return Instant.ofEpochMilli(Long.parseLong(key.substring(key.lastIndexOf('|') + 1)));
        }
    }

    /** So many moments are told between two calls of the step. */
    static final int STEP = 500;

    private static final int GARBAGE_AFTER_A_CUT = 200;

    private final HistorySource.Over source;
    private final List<HistoryRow> played;
    private final List<HistoryRow> before;
    private final Runnable step;

    /**
     * @param played lines of which everything is told
     * @param before lines of which the results alone are told
     * @param step called now and then
     */
    Timeline(HistorySource.Over source, List<HistoryRow> played, List<HistoryRow> before, Runnable step) {
        this.source = source;
        this.played = List.copyOf(played);
        this.before = List.copyOf(before);
        this.step = step;
    }

    /** How many moments one replay tells. */
    int moments() {
        return played.size() * 3 + before.size();
    }

    /** Everything as the source tells it, which may look at every line whole. */
    Vectors whole() {
        HistorySource all = source.lines(lines());
        return replay(sorted(all, Moment.TOLD), moment -> all.tell(moment.row(), moment.kind(), moment.path()), null);
    }

    /** Everything no earlier than it can be known, made of lines in which all that comes later is garbage. */
    Vectors blind() {
        HistorySource all = source.lines(
                lines().stream().map(row -> Knowable.at(Instant.MIN, row)).toList());
        Vectors vectors = new Vectors();
        return replay(
                sorted(all, Moment.WHEN_KNOWABLE),
                moment -> all.tell(Knowable.at(moment.at(), moment.row()), moment.kind(), moment.path()),
                vectors);
    }

    /** What can be known at a moment alone; then garbage as if it were the future, which may change nothing of what was said. */
    Vectors cutAt(Instant cut) {
        HistorySource all = source.lines(lines().stream()
                .filter(row -> !row.openingAt().isAfter(cut))
                .map(row -> Knowable.at(cut, row))
                .toList());
        List<Moment> moments = sorted(all, Moment.WHEN_KNOWABLE);
        int end = 0;
        while (end < moments.size() && !moments.get(end).knowable().isAfter(cut)) {
            end++;
        }
        List<Moment> told = new ArrayList<>(moments.subList(0, Math.min(end + GARBAGE_AFTER_A_CUT, moments.size())));
        Collections.sort(told.subList(0, end), Moment.TOLD);
        return replay(told, moment -> all.tell(Knowable.at(cut, moment.row()), moment.kind(), moment.path()), null);
    }

    /** Moments that part the time from the first line to the last evenly. */
    List<Instant> cuts(int count) {
        Optional<Instant> first = played.stream().map(HistoryRow::kickoffAt).min(Comparator.naturalOrder());
        Optional<Instant> last = played.stream().map(HistoryRow::kickoffAt).max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        List<Instant> cuts = new ArrayList<>();
        long span = last.get().toEpochMilli() - first.get().toEpochMilli();
        for (int cut = 1; cut <= count; cut++) {
            cuts.add(first.get().plusMillis(span * cut / (count + 1)));
        }
        return cuts;
    }

    private List<HistoryRow> lines() {
        List<HistoryRow> lines = new ArrayList<>(before);
        lines.addAll(played);
        return lines;
    }

    private List<Moment> sorted(HistorySource by, Comparator<Moment> order) {
        List<Moment> moments = new ArrayList<>(moments());
        for (HistoryRow row : before) {
            moments.add(moment(by, row, Kind.RESULT));
        }
        for (HistoryRow row : played) {
            for (Kind kind : Kind.values()) {
                moments.add(moment(by, row, kind));
            }
        }
        moments.sort(order);
        return moments;
    }

    private static Moment moment(HistorySource by, HistoryRow row, Kind kind) {
        return new Moment(by.at(row, kind), Knowable.earliest(row, kind), kind, row);
    }

    /** One moment as it is told. */
    private record Telling(Instant at, Kind kind, HistoryRow row, StraightPath path) {}

    private interface Teller {
        void tell(Telling moment);
    }

    private Vectors replay(List<Moment> moments, Teller teller, @Nullable Vectors watched) {
        Vectors vectors = watched == null ? new Vectors() : watched;
        Instant[] now = {Instant.MIN};
        Set<String> known = new HashSet<>();
        try (StraightPath path = new StraightPath(Map.of(), rejected -> {}, made -> {
            Emitted vector = Emitted.of(made, StraightPath.bytes(made));
            vectors.add(vector);
            if (watched != null && Instant.ofEpochMilli(vector.asOf()).isBefore(now[0]) && known.add(vector.key())) {
                vectors.early.put(vector.key(), "it is made of what cannot be known before " + now[0]);
            }
        })) {
            int told = 0;
            for (Moment moment : moments) {
                now[0] = moment.knowable();
                teller.tell(new Telling(moment.knowable(), moment.kind(), moment.row(), path));
                told++;
                if (told % STEP == 0) {
                    step.run();
                }
            }
        }
        return vectors;
    }
}
