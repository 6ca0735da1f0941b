package io.touchline.prediction.train;

import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Ensemble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains over history from the first moment to the last: the walk that trains in service, with seasons kept on the way, so that a run that was cut off goes on behind the last season that is whole. What is kept of
 * a season counts only while everything that taught it is the same.
 */
public final class TrainingRun {

    private static final int SEASON_BEGINS_IN = 7;

    private final TrainingSettings settings;
    private final SeasonStore store;
    private final Progress progress;

    /** Told after every moment. */
    public interface Progress {
        /**
         * How far it is.
         *
         * @param season by the year in which it began
         * @param moment that was trained
         * @param resumed whether it was kept from an earlier run
         */
        void trained(int season, Instant moment, boolean resumed);
    }

    /**
     * One match and what was known before it.
     *
     * @param vectors by their time
     */
    public record Lesson(PlayedMatch match, List<Told> vectors) {
        public Lesson {
            vectors = List.copyOf(vectors);
        }
    }

    /** A vector and its time. */
    public record Told(MatchInput input, Instant asOf) {}

    /** Where seasons are kept. */
    public interface SeasonStore {
        /** What was kept of a season that was taught by the same; null where nothing was. */
        @Nullable List<KeptRelease> find(int season, String taughtBy) throws IOException;

        /** Keeps a season. */
        void keep(int season, String taughtBy, List<KeptRelease> releases) throws IOException;
    }

    /** A release of a season. */
    public record KeptRelease(Instant validFrom, boolean promoted, Ensemble ensemble) {}

    /** Keeps nothing. */
    public static final SeasonStore NO_STORE = new SeasonStore() {
        @Override
        public @Nullable List<KeptRelease> find(int season, String taughtBy) {
            return null;
        }

        @Override
        public void keep(int season, String taughtBy, List<KeptRelease> releases) {
            // nothing to go on with
        }
    };

    public TrainingRun(TrainingSettings settings, SeasonStore store, Progress progress) {
        this.settings = settings;
        this.store = store;
        this.progress = progress;
    }

    private record Event(
            Instant at, Lesson lesson, @Nullable Told vector) {}

    /** The last release that was promoted; empty where no moment had anything to learn from. */
    public Optional<TrainedRelease> run(List<Lesson> lessons) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Lesson lesson : lessons) {
            events.add(new Event(lesson.match().resultAt(), lesson, null));
            lesson.vectors().forEach(told -> events.add(new Event(told.asOf(), lesson, told)));
        }
        // at the same time results come last: a vector saw nothing of its own moment
        events.sort(Comparator.comparing(Event::at)
                .thenComparing(event -> event.vector() == null)
                .thenComparing(event -> event.lesson().match().fixtureId()));
        WalkForward walk = new WalkForward(settings);
        events.stream()
                .filter(event -> event.vector() != null)
                .findFirst()
                .ifPresent(first -> walk.beginAt(first.at()));
        Seasons seasons = new Seasons(walk, taught(events));
        for (Event event : events) {
            for (Optional<Instant> moment = walk.due(event.at()); moment.isPresent(); moment = walk.due(event.at())) {
                seasons.trainAt(moment.get());
            }
            Told vector = event.vector();
            if (vector == null) {
                walk.add(event.lesson().match());
            } else {
                walk.add(event.lesson().match().fixtureId(), vector.input(), vector.asOf());
            }
        }
        if (!events.isEmpty()) {
            Instant end = events.getLast().at().plus(settings.every());
            for (Optional<Instant> moment = walk.due(end); moment.isPresent(); moment = walk.due(end)) {
                seasons.trainAt(moment.get());
            }
        }
        seasons.end();
        return Optional.ofNullable(seasons.last).map(last -> last.with(walk.spread(last.validFrom())));
    }

    /** What had taught until the end of each season: a digest of the settings and of everything that happened. */
    private TreeMap<Integer, String> taught(List<Event> events) {
        TreeMap<Integer, String> sums = new TreeMap<>();
        MessageDigest digest = digest();
        update(digest, settings.toString());
        int season = Integer.MIN_VALUE;
        for (Event event : events) {
            int now = season(event.at());
            if (now != season && season != Integer.MIN_VALUE) {
                sums.put(season, sum(digest));
            }
            season = now;
            Told vector = event.vector();
            update(digest, event.lesson().match().toString());
            if (vector != null) {
                update(
                        digest,
                        vector.asOf() + " " + vector.input().cutoff() + " "
                                + vector.input().features().hashCode());
            }
        }
        sums.put(season, sum(digest));
        return sums;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sum(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }

    /** Which season the walk is in, and what is known of it from an earlier run. */
    private final class Seasons {

        private final WalkForward walk;
        private final TreeMap<Integer, String> taught;
        private final List<KeptRelease> releases = new ArrayList<>();
        private TreeMap<Instant, KeptRelease> kept = new TreeMap<>();
        private @Nullable TrainedRelease last;
        private int season = Integer.MIN_VALUE;

        Seasons(WalkForward walk, TreeMap<Integer, String> taught) {
            this.walk = walk;
            this.taught = taught;
        }

        void trainAt(Instant moment) throws IOException {
            int now = season(moment);
            if (now != season) {
                begin(now);
            }
            KeptRelease known = kept.get(moment);
            TrainedRelease release =
                    known == null ? walk.trainAt(moment) : walk.repeatAt(moment, known.ensemble(), known.promoted());
            releases.add(new KeptRelease(moment, release.promoted(), release.ensemble()));
            if (release.promoted()) {
                last = release;
            }
            progress.trained(now, moment, known != null);
        }

        private void begin(int next) throws IOException {
            end();
            releases.clear();
            season = next;
            kept = new TreeMap<>();
            Map.Entry<Integer, String> sum = taught.floorEntry(next);
            List<KeptRelease> found = sum == null ? null : store.find(next, sum.getValue());
            if (found != null) {
                found.forEach(each -> kept.put(each.validFrom(), each));
            }
        }

        /** The season is whole. */
        void end() throws IOException {
            Map.Entry<Integer, String> sum = taught.floorEntry(season);
            if (!releases.isEmpty() && kept.isEmpty() && sum != null) {
                store.keep(season, sum.getValue(), releases);
            }
        }
    }

    static int season(Instant moment) {
        var date = moment.atZone(ZoneOffset.UTC);
        return date.getMonthValue() < SEASON_BEGINS_IN ? date.getYear() - 1 : date.getYear();
    }
}
