package io.touchline.feature.vector;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.feature.catalogue.InPlayFeatures;
import io.touchline.feature.catalogue.MarketFeatures;
import io.touchline.feature.catalogue.MarketView;
import io.touchline.feature.vector.PriceMemory.Sample;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureForm;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vector of every market snapshot before kickoff, from the fixture's team part and the snapshot, and afterwards one of every change of the match that matters, from the values of before kickoff
 * and the match as it stands. Snapshots that come before the team part of the fixture's kickoff wait for
 * it. Keeps last values only, so a repeat spoils nothing. Key: fixtureId.
 */
public final class VectorProcessor implements Processor<String, SpecificRecord, String, FeatureVector> {

    /** Kickoff by fixture: 17 bytes. */
    public static final String KICKOFFS = "kickoff-by-fixture";

    /** Team part by fixture: about 2,300 bytes. */
    public static final String FORMS = "form-by-fixture";

    /** {@link PriceMemory} by fixture: at most 900 bytes. */
    public static final String PRICES = "prices-by-fixture";

    /** The newest vector by fixture, about 1,200 bytes: for whoever asks, nothing is made of it. */
    public static final String LAST = "last-vector-by-fixture";

    /** Snapshots by fixture and time, while the team part is missing. */
    public static final String WAITING = "waiting-snapshots-by-fixture";

    /** Running matches by fixture: see {@link LivePlay}. */
    public static final String LIVE = LivePlay.STORE;

    /** All of it is dropped so long after kickoff, in the time of the records, once a task holds more than {@link #KEEP_AT_LEAST} fixtures. */
    static final Duration KEEP_AFTER_KICKOFF = Duration.ofDays(1);

    /** So many fixtures are kept whatever the time, so that one record from a wrong future does not empty the stores: under 3 MB a task. */
    static final int KEEP_AT_LEAST = 1_000;

    private static final Set<String> TO_COME = Set.of("SCHEDULED", "IN_PLAY");

    /** The last vector of a fixture: where all of it is equal, it has been sent. */
    private record Sent(long snapshotAt, Cutoff cutoff, long asOf, int valuesHash) {}

    private final FeatureCatalogue catalogue;
    private final MarketFeatures features;
    private final InPlayFeatures inPlayFeatures;
    private final CutoffRule cutoffs;
    private final InstantSource clock;
    private final VectorMeters meters;
    private final Map<String, Sent> sent = new HashMap<>();
    private @Nullable ProcessorContext<String, FeatureVector> context;
    private @Nullable KeptFixtures fixtures;
    private @Nullable KeyValueStore<String, FeatureVector> last;
    private @Nullable WaitingSnapshots waiting;
    private @Nullable LivePlay live;
    private long records;

    public VectorProcessor(
            FeatureCatalogue catalogue,
            MarketFeatures features,
            InPlayFeatures inPlayFeatures,
            CutoffRule cutoffs,
            InstantSource clock,
            VectorMeters meters) {
        this.catalogue = catalogue;
        this.features = features;
        this.inPlayFeatures = inPlayFeatures;
        this.cutoffs = cutoffs;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, FeatureVector> given) {
        this.context = given;
        this.fixtures = new KeptFixtures(
                given.getStateStore(KICKOFFS), given.getStateStore(FORMS), given.getStateStore(PRICES), catalogue);
        this.last = given.getStateStore(LAST);
        this.waiting = new WaitingSnapshots(given.getStateStore(WAITING));
        this.live = new LivePlay(given.getStateStore(LIVE), inPlayFeatures);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        String id = record.key();
        switch (record.value()) {
            case Fixture fixture -> fixture(id, fixture);
            case FixtureForm form -> form(id, form);
            case MarketSnapshot snapshot -> snapshot(id, snapshot);
            case MatchState state -> {
                fixtures().seen(id, state.getObservedAt());
                live().state(id, state, place());
                sendInPlay(id);
            }
            case Shot shot -> {
                fixtures().seen(id, shot.getObservedAt());
                live().shot(id, shot);
                sendInPlay(id);
            }
            case null, default -> throw new IllegalArgumentException("no record of ours under " + id);
        }
        if (fixtures().size() > KEEP_AT_LEAST) {
            long now = Objects.requireNonNull(context).currentStreamTimeMs();
            fixtures().takeBefore(now - KEEP_AFTER_KICKOFF.toMillis()).forEach(this::forget);
        }
    }

    private void fixture(String id, Fixture fixture) {
        Kickoff known = fixtures().kickoff(id);
        long observedAt = fixture.getObservedAt().toEpochMilli();
        if (known == null || known.observedAt() <= observedAt) {
            boolean off = !TO_COME.contains(fixture.getStatus());
            fixtures().keep(id, new Kickoff(fixture.getKickoffAt().toEpochMilli(), observedAt, off));
            answer(id);
        }
    }

    private void form(String id, FixtureForm form) {
        fixtures().keep(id, form);
        answer(id);
    }

    /** A running number of the records of one fixture. */
    private long place() {
        records++;
        return Objects.requireNonNull(context)
                .recordMetadata()
                .map(RecordMetadata::offset)
                .orElse(records);
    }

    private void sendInPlay(String id) {
        KnownPart part = live().hasBegun(id) ? fixtures().part(id) : null;
        if (part == null) {
            return;
        }
        float[] values = part.values().clone();
        PriceMemory before = fixtures().memory(id);
        if (before != null) {
            features.put(values, before.market());
        }
        long asOf = Math.max(part.asOf(), live().fill(id, values));
        if (live().isNew(id, values, asOf)) {
            send(id, part, Cutoff.IN_PLAY, asOf, values);
        }
    }

    private void snapshot(String id, MarketSnapshot snapshot) {
        long asOf = snapshot.getAsOf().toEpochMilli();
        Kickoff known = fixtures().kickoff(id);
        if (snapshot.getInPlay()
                || asOf >= (known == null ? snapshot.getKickoffAt().toEpochMilli() : known.at())) {
            meters.snapshot(VectorMeters.AFTER_KICKOFF);
            if (live().snapshot(id, snapshot)) {
                sendInPlay(id);
            }
            return;
        }
        if (known == null) {
            fixtures().keep(id, new Kickoff(snapshot.getKickoffAt().toEpochMilli(), Long.MIN_VALUE, false));
        }
        Sent before = sent.get(id);
        if (before != null && before.snapshotAt() > asOf) {
            meters.snapshot(VectorMeters.STALE);
            return;
        }
        PriceMemory remembered = fixtures().memory(id);
        Sample sample = sample(snapshot);
        PriceMemory memory = remembered == null ? PriceMemory.first(sample) : remembered.with(sample);
        if (waiting().count(id) > 0 || !answered(id, snapshot, memory)) {
            fixtures().remember(id, memory);
            if (!waiting().add(id, snapshot)) {
                meters.snapshot(VectorMeters.SUPERSEDED);
            }
        }
    }

    /** Something came that waiting snapshots, if there are any, may have waited for. */
    private void answer(String id) {
        if (waiting().count(id) == 0 || fixtures().readyPart(id) == null) {
            return;
        }
        for (MarketSnapshot snapshot : waiting().of(id)) {
            answered(id, snapshot, Objects.requireNonNull(fixtures().memory(id)));
        }
        waiting().clear(id);
    }

    /** Sends the vector of a snapshot, or finds that none may be sent; false where the team part of its kickoff is still to come. */
    private boolean answered(String id, MarketSnapshot snapshot, PriceMemory memory) {
        KnownPart part = fixtures().readyPart(id);
        if (part == null) {
            return false;
        }
        long kickoffAt = part.kickoffAt();
        long snapshotAt = snapshot.getAsOf().toEpochMilli();
        long asOf = Math.max(part.asOf(), snapshotAt);
        if (asOf >= kickoffAt) {
            meters.snapshot(VectorMeters.AFTER_KICKOFF);
            return true;
        }
        PriceMemory now = memory.opened(snapshotAt);
        float[] values = part.values().clone();
        features.fill(values, view(snapshot, kickoffAt, now));
        fixtures().remember(id, now.sent(features.of(values)));
        Cutoff cutoff = cutoffs.of(snapshotAt <= now.openedAt(), kickoffAt - asOf);
        Sent next = new Sent(snapshotAt, cutoff, asOf, Arrays.hashCode(values));
        if (next.equals(sent.put(id, next))) {
            meters.snapshot(VectorMeters.REPEATED);
            return true;
        }
        meters.snapshot(VectorMeters.ANSWERED);
        send(id, part, cutoff, asOf, values);
        return true;
    }

    private void send(String id, KnownPart part, Cutoff cutoff, long asOf, float[] values) {
        FeatureVector vector = part.vector(cutoff, Instant.ofEpochMilli(asOf), values, clock.instant());
        kept(last).put(id, vector);
        Objects.requireNonNull(context).forward(new Record<>(id, vector, asOf));
    }

    private static MarketView view(MarketSnapshot snapshot, long kickoffAt, PriceMemory memory) {
        long asOf = snapshot.getAsOf().toEpochMilli();
        return new MarketView(snapshot, kickoffAt, memory.firstAt(), memory.asOf(asOf));
    }

    private static Sample sample(MarketSnapshot snapshot) {
        long asOf = snapshot.getAsOf().toEpochMilli();
        MarketView.Past now = new MarketView(snapshot, asOf, asOf, before -> MarketView.Past.UNKNOWN).now();
        return new Sample(asOf, (float) now.home(), (float) now.draw(), (float) now.away(), (float) now.over25());
    }

    private void forget(String id) {
        for (int left = waiting().count(id); left > 0; left--) {
            meters.snapshot(VectorMeters.UNANSWERED);
        }
        waiting().clear(id);
        fixtures().forget(id);
        kept(last).delete(id);
        live().forget(id);
        sent.remove(id);
    }

    private KeptFixtures fixtures() {
        return Objects.requireNonNull(fixtures, "init comes first");
    }

    private LivePlay live() {
        return Objects.requireNonNull(live, "init comes first");
    }

    private WaitingSnapshots waiting() {
        return Objects.requireNonNull(waiting, "init comes first");
    }

    private static <V> KeyValueStore<String, V> kept(@Nullable KeyValueStore<String, V> store) {
        return Objects.requireNonNull(store, "init comes first");
    }
}
