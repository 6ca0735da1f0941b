package io.touchline.standalone.replay;

import io.touchline.ingest.IngestVendors;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.odds.OddsVendors;
import io.touchline.odds.normalise.OddsNormaliser;
import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.identity.FixtureLinks;
import io.touchline.platform.identity.FixtureMatcher;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.recording.Recordings;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Recorded payloads of one vendor through the adapters, the identity and the normalisers that the live services use, without Kafka. Fixtures are those that the recording itself tells of; nothing is
 * published.
 */
public final class VendorReplay {

    private static final Duration TELL_EVERY = Duration.ofSeconds(2);

    private final Vendor vendor;
    private final InstantSource clock;
    private final Consumer<String> progress;

    /**
     * For one vendor.
     *
     * @param progress told how far it is, for a person
     */
    public VendorReplay(Vendor vendor, InstantSource clock, Consumer<String> progress) {
        this.vendor = vendor;
        this.clock = clock;
        this.progress = progress;
    }

    /** Every vendor of both services by name; one that both read comes once. */
    public static Map<String, Vendor> vendors() {
        Map<String, Vendor> vendors = new TreeMap<>();
        IngestVendors.list().forEach(vendor -> vendors.put(vendor.descriptor().name(), vendor));
        OddsVendors.list()
                .forEach(vendor -> vendors.putIfAbsent(vendor.descriptor().name(), vendor));
        return vendors;
    }

    /** The vendor of this name or title; case and everything but letters and digits do not matter, so that {@code mlb-statsapi} and {@code The Odds API v4} are found. */
    public static Optional<Vendor> find(String asked) {
        Map<String, Vendor> vendors = vendors();
        String plain = plain(asked);
        return Optional.ofNullable(vendors.get(asked))
                .or(() -> vendors.values().stream()
                        .filter(vendor -> plain(vendor.descriptor().name()).equals(plain)
                                || plain(vendor.descriptor().title()).equals(plain))
                        .findFirst());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * Plays the files in their order.
     *
     * @param dump where every normalised event is written as a JSON line; empty: nowhere
     * @param refused where everything that was rejected is written likewise
     * @param factor recorded seconds a second; infinite: as fast as can be
     * @throws IOException where a file cannot be read or the dump not written
     */
    public VendorCounts run(List<Path> files, Optional<Path> dump, Optional<Path> refused, double factor)
            throws IOException, InterruptedException {
        // Avro builds records only after Topics has said which classes are ours
        Topics.list();
        VendorCounts counts = new VendorCounts();
        try (EventDump lines = EventDump.to(dump);
                EventDump rejected = EventDump.to(refused)) {
            FixtureBook book = new FixtureBook();
            Outlet outlet = new CountingOutlet(counts, lines, book);
            Intake intake = new Intake(vendor, parts(book, outlet, counts, rejected));
            Pace pace = new Pace(factor, clock);
            Instant toldAt = clock.instant();
            for (int i = 0; i < files.size(); i++) {
                new Recordings(vendor, payload -> {
                            pace.keep(payload.observedAt());
                            take(intake, payload);
                        })
                        .read(files.get(i));
                if (!clock.instant().isBefore(toldAt.plus(TELL_EVERY))) {
                    toldAt = clock.instant();
                    progress.accept(i + 1 + " of " + files.size() + " files, " + counts.payloads() + " payloads");
                }
            }
        }
        return counts;
    }

    private Intake.Parts parts(FixtureBook book, Outlet outlet, VendorCounts counts, EventDump rejected) {
        TeamDirectory teams = TeamDirectory.shipped();
        Rejections rejections = new Rejections(clock, rejected::rejection);
        return new Intake.Parts(
                new FixtureMatcher(teams, book, new FixtureLinks()),
                new BothNormalisers(
                        new ScoreNormaliser(
                                clock,
                                outlet,
                                counts.counting(clock, rejected::rejection),
                                teams,
                                (source, known, seen, payload) -> {},
                                true),
                        new OddsNormaliser(
                                clock,
                                outlet,
                                (source, known, update) -> {},
                                new OddsNormaliser.Settings(unused -> true, Duration.ZERO, true))),
                rejections,
                Recorder.NONE,
                counts,
                true);
    }

    /** A payload of no use has been rejected and counted. */
    private static void take(Intake intake, Payload payload) {
        try {
            intake.take(payload);
        } catch (PayloadChanged e) {
            // counted already
        }
    }

    /** Waits so that recorded time passes at the wanted speed. */
    private static final class Pace {

        private final double factor;
        private final InstantSource clock;
        private @Nullable Instant firstRecorded;
        private Instant begun = Instant.EPOCH;

        Pace(double factor, InstantSource clock) {
            this.factor = factor;
            this.clock = clock;
        }

        void keep(Instant recorded) throws InterruptedException {
            if (Double.isInfinite(factor)) {
                return;
            }
            if (firstRecorded == null) {
                firstRecorded = recorded;
                begun = clock.instant();
            }
            Duration due = Duration.ofMillis(
                    (long) (Duration.between(firstRecorded, recorded).toMillis() / factor));
            Duration wait = Duration.between(clock.instant(), begun.plus(due));
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
        }
    }
}
