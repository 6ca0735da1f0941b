package io.touchline.feature.vector;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.feature.catalogue.MarketFeatures;
import io.touchline.feature.catalogue.MarketView;
import io.touchline.feature.vector.PriceMemory.Sample;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureForm;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.serde.FloatValues;
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
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vector of every market snapshot before kickoff, from the fixture's team part and the snapshot. Snapshots that come before the team part of the fixture's kickoff wait for
 * it. Keeps last values only, so a repeat spoils nothing. Key: fixtureId.
 */
public final class VectorProcessor implements Processor<String, SpecificRecord, String, FeatureVector> {

    /** Kickoff by fixture: 17 bytes. */
    public static final String KICKOFFS = "kickoff-by-fixture";

    /** Team part by fixture: about 1,500 bytes. */
    public static final String FORMS = "form-by-fixture";

    /** {@link PriceMemory} by fixture: at most 620 bytes. */
    public static final String PRICES = "prices-by-fixture";

    /** Snapshots by fixture and time, while the team part is missing. */
    public static final String WAITING = "waiting-snapshots-by-fixture";

    /** All of it is dropped so long after kickoff, in the time of the records, once a task holds more than {@link #KEEP_AT_LEAST} fixtures. */
    static final Duration KEEP_AFTER_KICKOFF = Duration.ofDays(1);

    /** So many fixtures are kept whatever the time, so that one record from a wrong future does not empty the stores: under 3 MB a task. */
    static final int KEEP_AT_LEAST = 1_000;

    private static final Set<String> TO_COME = Set.of("SCHEDULED", "IN_PLAY");

    /** The last vector of a fixture: where all of it is equal, it has been sent. */
    private record Sent(long snapshotAt, Cutoff cutoff, long asOf, int snapshotHash, int valuesHash) {}

    private final FeatureCatalogue catalogue;
    private final MarketFeatures features;
    private final CutoffRule cutoffs;
    private final InstantSource clock;
    private final VectorMeters meters;
    private final Map<String, Sent> sent = new HashMap<>();
    private final KickoffQueue queue = new KickoffQueue();
    private @Nullable ProcessorContext<String, FeatureVector> context;
    private @Nullable KeyValueStore<String, byte[]> kickoffs;
    private @Nullable KeyValueStore<String, FixtureForm> forms;
    private @Nullable KeyValueStore<String, byte[]> prices;
    private @Nullable WaitingSnapshots waiting;

    public VectorProcessor(
            FeatureCatalogue catalogue,
            MarketFeatures features,
            CutoffRule cutoffs,
            InstantSource clock,
            VectorMeters meters) {
        this.catalogue = catalogue;
        this.features = features;
        this.cutoffs = cutoffs;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, FeatureVector> given) {
        this.context = given;
        KeyValueStore<String, byte[]> kept = given.getStateStore(KICKOFFS);
        this.kickoffs = kept;
        this.forms = given.getStateStore(FORMS);
        this.prices = given.getStateStore(PRICES);
        this.waiting = new WaitingSnapshots(given.getStateStore(WAITING));
        try (var all = kept.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                queue.put(entry.key, Kickoff.read(entry.value).at());
            }
        }
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        String id = record.key();
        switch (record.value()) {
            case Fixture fixture -> fixture(id, fixture);
            case FixtureForm form -> form(id, form);
            case MarketSnapshot snapshot -> snapshot(id, snapshot);
            case null, default -> throw new IllegalArgumentException("no record of ours under " + id);
        }
        if (queue.size() > KEEP_AT_LEAST) {
            long now = Objects.requireNonNull(context).currentStreamTimeMs();
            queue.takeBefore(now - KEEP_AFTER_KICKOFF.toMillis()).forEach(this::forget);
        }
    }

    private void fixture(String id, Fixture fixture) {
        Kickoff known = kickoff(id);
        long observedAt = fixture.getObservedAt().toEpochMilli();
        if (known == null || known.observedAt() <= observedAt) {
            boolean off = !TO_COME.contains(fixture.getStatus());
            keep(id, new Kickoff(fixture.getKickoffAt().toEpochMilli(), observedAt, off));
            answer(id);
        }
    }

    private void form(String id, FixtureForm form) {
        kept(forms).put(id, form);
        if (kickoff(id) == null) {
            keep(id, new Kickoff(form.getKickoffAt().toEpochMilli(), Long.MIN_VALUE, false));
        }
        answer(id);
    }

    private void snapshot(String id, MarketSnapshot snapshot) {
        long asOf = snapshot.getAsOf().toEpochMilli();
        Kickoff known = kickoff(id);
        if (snapshot.getInPlay()
                || asOf >= (known == null ? snapshot.getKickoffAt().toEpochMilli() : known.at())) {
            meters.snapshot(VectorMeters.AFTER_KICKOFF);
            return;
        }
        if (known == null) {
            keep(id, new Kickoff(snapshot.getKickoffAt().toEpochMilli(), Long.MIN_VALUE, false));
        }
        Sent last = sent.get(id);
        if (last != null && last.snapshotAt() > asOf) {
            meters.snapshot(VectorMeters.STALE);
            return;
        }
        byte[] remembered = kept(prices).get(id);
        Sample sample = sample(snapshot);
        PriceMemory memory = remembered == null
                ? PriceMemory.first(sample)
                : PriceMemory.read(remembered).with(sample);
        if (waiting().count(id) > 0 || !answered(id, snapshot, memory)) {
            kept(prices).put(id, memory.write());
            if (!waiting().add(id, snapshot)) {
                meters.snapshot(VectorMeters.SUPERSEDED);
            }
        }
    }

    /** Something came that waiting snapshots, if there are any, may have waited for. */
    private void answer(String id) {
        if (waiting().count(id) == 0 || readyForm(id) == null) {
            return;
        }
        for (MarketSnapshot snapshot : waiting().of(id)) {
            answered(
                    id,
                    snapshot,
                    PriceMemory.read(Objects.requireNonNull(kept(prices).get(id))));
        }
        waiting().clear(id);
    }

    /** The team part of the fixture's kickoff, once it has come. */
    private @Nullable FixtureForm readyForm(String id) {
        Kickoff kickoff = kickoff(id);
        FixtureForm form = kickoff == null || kickoff.off() ? null : kept(forms).get(id);
        if (form == null || kickoff == null) {
            return null;
        }
        return !kickoff.isTold() || form.getKickoffAt().toEpochMilli() == kickoff.at() ? form : null;
    }

    /** Sends the vector of a snapshot, or finds that none may be sent; false where the team part of its kickoff is still to come. */
    private boolean answered(String id, MarketSnapshot snapshot, PriceMemory memory) {
        FixtureForm form = readyForm(id);
        if (form == null) {
            return false;
        }
        long kickoffAt = form.getKickoffAt().toEpochMilli();
        long snapshotAt = snapshot.getAsOf().toEpochMilli();
        long asOf = Math.max(form.getAsOf().toEpochMilli(), snapshotAt);
        if (asOf >= kickoffAt) {
            meters.snapshot(VectorMeters.AFTER_KICKOFF);
            return true;
        }
        PriceMemory now = memory.opened(snapshotAt);
        kept(prices).put(id, now.write());
        float[] values = values(form);
        features.fill(values, view(snapshot, kickoffAt, now));
        Cutoff cutoff = cutoffs.of(snapshotAt <= now.openedAt(), kickoffAt - asOf);
        Sent next = new Sent(snapshotAt, cutoff, asOf, snapshot.getMarkets().hashCode(), Arrays.hashCode(values));
        if (next.equals(sent.put(id, next))) {
            meters.snapshot(VectorMeters.REPEATED);
            return true;
        }
        meters.snapshot(VectorMeters.ANSWERED);
        Objects.requireNonNull(context).forward(new Record<>(id, vector(form, cutoff, asOf, values), asOf));
        return true;
    }

    private float[] values(FixtureForm form) {
        float[] known = FloatValues.array(form.getValues());
        if (form.getCatalogueVersion() == catalogue.version() && known.length == catalogue.size()) {
            return known.clone();
        }
        float[] unknown = new float[catalogue.size()];
        Arrays.fill(unknown, Float.NaN);
        return unknown;
    }

    private FeatureVector vector(FixtureForm form, Cutoff cutoff, long asOf, float[] values) {
        return FeatureVector.newBuilder()
                .setFixtureId(form.getFixtureId())
                .setCompetition(form.getCompetition())
                .setSeason(form.getSeason())
                .setHomeTeam(form.getHomeTeam())
                .setAwayTeam(form.getAwayTeam())
                .setKickoffAt(form.getKickoffAt())
                .setCutoff(cutoff.name())
                .setAsOf(Instant.ofEpochMilli(asOf))
                .setCatalogueVersion(catalogue.version())
                .setValues(FloatValues.of(values))
                .setEmittedAt(clock.instant())
                .build();
    }

    private static MarketView view(MarketSnapshot snapshot, long kickoffAt, PriceMemory memory) {
        long asOf = snapshot.getAsOf().toEpochMilli();
        return new MarketView(
                snapshot,
                kickoffAt,
                memory.firstAt(),
                before -> memory.at(asOf - before)
                        .map(sample ->
                                new MarketView.Past(sample.home(), sample.draw(), sample.away(), sample.over25()))
                        .orElse(MarketView.Past.UNKNOWN));
    }

    private static Sample sample(MarketSnapshot snapshot) {
        long asOf = snapshot.getAsOf().toEpochMilli();
        MarketView.Past now = new MarketView(snapshot, asOf, asOf, before -> MarketView.Past.UNKNOWN).now();
        return new Sample(asOf, (float) now.home(), (float) now.draw(), (float) now.away(), (float) now.over25());
    }

    private @Nullable Kickoff kickoff(String id) {
        byte[] bytes = kept(kickoffs).get(id);
        return bytes == null ? null : Kickoff.read(bytes);
    }

    private void keep(String id, Kickoff kickoff) {
        kept(kickoffs).put(id, kickoff.write());
        queue.put(id, kickoff.at());
    }

    private void forget(String id) {
        for (int left = waiting().count(id); left > 0; left--) {
            meters.snapshot(VectorMeters.UNANSWERED);
        }
        waiting().clear(id);
        kept(kickoffs).delete(id);
        kept(forms).delete(id);
        kept(prices).delete(id);
        sent.remove(id);
    }

    private WaitingSnapshots waiting() {
        return Objects.requireNonNull(waiting, "init comes first");
    }

    private static <V> KeyValueStore<String, V> kept(@Nullable KeyValueStore<String, V> store) {
        return Objects.requireNonNull(store, "init comes first");
    }
}
