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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
 * Makes a vector of every market snapshot before kickoff, from the fixture's team part and the snapshot. A snapshot that comes before the team part of the fixture's kickoff waits for
 * it, the newest for all. Keeps last values only, so a repeat spoils nothing. Key: fixtureId.
 */
public final class VectorProcessor implements Processor<String, SpecificRecord, String, FeatureVector> {

    /** Kickoff by fixture: 17 bytes. */
    public static final String KICKOFFS = "kickoff-by-fixture";

    /** Team part by fixture: about 1,500 bytes. */
    public static final String FORMS = "form-by-fixture";

    /** {@link PriceMemory} by fixture: at most 620 bytes. */
    public static final String PRICES = "prices-by-fixture";

    /** The newest unanswered snapshot by fixture, while the team part is missing. */
    public static final String WAITING = "waiting-snapshot-by-fixture";

    /** All of it is dropped so long after kickoff, in the time of the records, once a task holds more than {@link #KEEP_AT_LEAST} fixtures. */
    static final Duration KEEP_AFTER_KICKOFF = Duration.ofDays(1);

    /** So many fixtures are kept whatever the time, so that one record from a wrong future does not empty the stores: under 3 MB a task. */
    static final int KEEP_AT_LEAST = 1_000;

    private static final Set<String> TO_COME = Set.of("SCHEDULED", "IN_PLAY");

    private record Sent(long snapshotAt, Cutoff cutoff, long asOf, float[] values) {

        boolean same(Cutoff otherCutoff, long otherAsOf, float[] others) {
            return cutoff == otherCutoff && asOf == otherAsOf && Arrays.equals(values, others);
        }
    }

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
    private @Nullable KeyValueStore<String, MarketSnapshot> waiting;

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
        this.waiting = given.getStateStore(WAITING);
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
        MarketSnapshot unanswered = kept(waiting).get(id);
        if ((last != null && last.snapshotAt() > asOf)
                || (unanswered != null && unanswered.getAsOf().toEpochMilli() > asOf)) {
            meters.snapshot(VectorMeters.STALE);
            return;
        }
        if (unanswered != null) {
            meters.snapshot(VectorMeters.SUPERSEDED);
        }
        byte[] remembered = kept(prices).get(id);
        Sample sample = sample(snapshot);
        PriceMemory memory = remembered == null
                ? PriceMemory.first(sample)
                : PriceMemory.read(remembered).with(sample);
        if (!answered(id, snapshot, memory)) {
            kept(prices).put(id, memory.write());
            kept(waiting).put(id, snapshot);
        } else if (unanswered != null) {
            kept(waiting).delete(id);
        }
    }

    /** Something came that the waiting snapshot, if there is one, may have waited for. */
    private void answer(String id) {
        MarketSnapshot snapshot = kept(waiting).get(id);
        byte[] remembered = kept(prices).get(id);
        if (snapshot != null && remembered != null && answered(id, snapshot, PriceMemory.read(remembered))) {
            kept(waiting).delete(id);
        }
    }

    /** Sends the vector of a snapshot, or finds that none may be sent; false where the team part of its kickoff is still to come. */
    private boolean answered(String id, MarketSnapshot snapshot, PriceMemory memory) {
        FixtureForm form = kept(forms).get(id);
        Kickoff kickoff = kickoff(id);
        if (form == null || kickoff == null || kickoff.off()) {
            return false;
        }
        long kickoffAt = form.getKickoffAt().toEpochMilli();
        if (kickoff.isTold() && kickoffAt != kickoff.at()) {
            return false;
        }
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
        Sent last = sent.get(id);
        if (last != null && last.same(cutoff, asOf, values)) {
            meters.snapshot(VectorMeters.REPEATED);
            return true;
        }
        sent.put(id, new Sent(snapshotAt, cutoff, asOf, values));
        meters.snapshot(VectorMeters.ANSWERED);
        Objects.requireNonNull(context).forward(new Record<>(id, vector(form, cutoff, asOf, values), asOf));
        return true;
    }

    private float[] values(FixtureForm form) {
        float[] values = new float[catalogue.size()];
        List<Float> known = form.getValues();
        boolean readable = form.getCatalogueVersion() == catalogue.version() && known.size() == values.length;
        for (int at = 0; at < values.length; at++) {
            values[at] = readable ? known.get(at) : Float.NaN;
        }
        return values;
    }

    private FeatureVector vector(FixtureForm form, Cutoff cutoff, long asOf, float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
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
                .setValues(list)
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
        if (kept(waiting).get(id) != null) {
            meters.snapshot(VectorMeters.UNANSWERED);
            kept(waiting).delete(id);
        }
        kept(kickoffs).delete(id);
        kept(forms).delete(id);
        kept(prices).delete(id);
        sent.remove(id);
    }

    private static <V> KeyValueStore<String, V> kept(@Nullable KeyValueStore<String, V> store) {
        return Objects.requireNonNull(store, "init comes first");
    }
}
