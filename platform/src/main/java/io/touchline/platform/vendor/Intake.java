package io.touchline.platform.vendor;

import io.touchline.platform.identity.FixtureIdentity;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Resolution.Unmatched;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.OfFixture;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a payload of one vendor, live and in a replay alike: it is recorded where that is wanted, read by the {@link Adapter}, its fixtures are
 * named by the {@link FixtureIdentity}, and the {@link Normaliser} makes records of it. An event whose fixture has no name is held, rejected once, and told as soon as
 * somebody links it. Safe for many threads; payloads are taken one after the other.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int REMEMBERED_REJECTIONS = 10_000;
    private static final int REMEMBERED_FIXTURES = 20_000;
    private static final int HELD_FIXTURES = 2_000;
    private static final int HELD_EVENTS = 200;

    /** A fixture without a name is looked up again after so long, as the fixtures that we know grow; at once where more is told of it. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    private final SourceDescriptor source;
    private final Adapter adapter;
    private final FixtureIdentity identity;
    private final Normaliser normaliser;
    private final Rejections rejections;
    private final Recorder recorder;
    private final IntakeCounts counts;
    private final boolean tellsRepetitions;
    private final OnceOnly once = new OnceOnly(REMEMBERED_REJECTIONS);
    private final HeldEvents held = new HeldEvents(HELD_FIXTURES, HELD_EVENTS);
    private final Map<String, Lookup> lookups = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Lookup> eldest) {
            return size() > REMEMBERED_FIXTURES;
        }
    };
    private Consumer<FeedSeen> feed = unused -> {};
    private Secrets secrets = new Secrets();

    private record Lookup(FixtureRef ref, @Nullable Matched match, Instant at) {}

    /** What an intake works with, but for its vendor. */
    public record Parts(
            FixtureIdentity identity,
            Normaliser normaliser,
            Rejections rejections,
            Recorder recorder,
            IntakeCounts counts,
            boolean tellsRepetitions) {}

    /**
     * By its parts.
     *
     * @param vendor whose payloads
     * @param parts the rest; {@code tellsRepetitions} false: the same fault of the same event is rejected once and not at every poll
     */
    public Intake(Vendor vendor, Parts parts) {
        this.source = vendor.descriptor();
        this.adapter = vendor.adapter();
        this.identity = parts.identity();
        this.normaliser = parts.normaliser();
        this.rejections = parts.rejections();
        this.recorder = parts.recorder();
        this.counts = parts.counts();
        this.tellsRepetitions = parts.tellsRepetitions();
    }

    /**
     * Takes one payload; returns when what it told is where it belongs.
     *
     * @throws PayloadChanged where the whole payload is of no use; it has been rejected
     */
    public void take(Payload payload) throws PayloadChanged {
        try {
            identity.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        read(payload);
    }

    private synchronized void read(Payload payload) throws PayloadChanged {
        recorder.keep(source.name(), secrets.removedFrom(payload));
        counts.payload();
        Sink sink = new Sink(payload);
        boolean complete = false;
        try {
            adapter.read(payload, sink);
            complete = true;
        } catch (RuntimeException e) {
            LOG.error("{} could not read {}: {}", source.name(), payload.location(), secrets.traceOf(e));
            sink.rejected(
                    RejectReason.UNREADABLE_PAYLOAD,
                    "unexpected " + e.getClass().getSimpleName(),
                    "",
                    null,
                    null);
            throw new PayloadChanged("unexpected " + e.getClass().getSimpleName() + " at " + payload.location());
        } finally {
            normaliser.ended(source, payload, complete);
            normaliser.flush();
        }
    }

    /** The connection was cut: what depends on an unbroken stream is forgotten. */
    public synchronized void reset() {
        adapter.reset();
    }

    /** Told when the vendor says how its feed does. */
    public synchronized void onFeed(Consumer<FeedSeen> listener) {
        feed = listener;
    }

    /** None of them leaves with a rejection, a recording or a line of the log. */
    synchronized void hide(Secrets known) {
        secrets = known;
    }

    public SourceDescriptor source() {
        return source;
    }

    /** Somebody said which fixture a vendor's id means: what was held of it is told now. */
    public synchronized void linked(String vendorKey) {
        lookups.remove(vendorKey);
        List<HeldEvents.Held> waiting = held.release(vendorKey);
        for (HeldEvents.Held each : waiting) {
            tell(each.event(), each.payload());
        }
        if (!waiting.isEmpty()) {
            LOG.info("{} events of {} are told after it was linked", waiting.size(), vendorKey);
            normaliser.ended(source, waiting.getLast().payload(), false);
            normaliser.flush();
        }
    }

    private void tell(OfFixture event, Payload payload) {
        FixtureRef ref = event.fixture();
        Matched match = match(ref, payload);
        counts.fixture(ref.key(), match != null);
        if (match == null) {
            held.hold(event, payload);
        } else {
            for (HeldEvents.Held each : held.release(ref.key())) {
                normaliser.take(source, new Known(ref, match), each.event(), each.payload());
            }
        }
        normaliser.take(source, new Known(ref, match), event, payload);
    }

    private @Nullable Matched match(FixtureRef ref, Payload payload) {
        Lookup before = lookups.get(ref.key());
        if (before != null
                && (before.match() != null
                        || (before.ref().equals(ref)
                                && payload.receivedAt().isBefore(before.at().plus(LOOK_AGAIN))))) {
            return before.match();
        }
        Resolution found = identity.resolve(ref);
        Matched match = found instanceof Matched one ? one : null;
        lookups.put(ref.key(), new Lookup(ref, match, payload.receivedAt()));
        if (found instanceof Unmatched none && once.isNew(ref.key() + ' ' + none.reason())) {
            counts.rejected(none.reason());
            rejections.reject(
                    source.name(),
                    none.reason(),
                    secrets.removedFrom(none.detail()),
                    secrets.removedFrom(payload.location() + '#' + ref.key()),
                    secrets.removedFrom(ref.shown().getBytes(StandardCharsets.UTF_8)),
                    none.candidates(),
                    payload.observedAt());
        }
        return match;
    }

    private final class Sink implements EventSink {

        private final Payload payload;

        Sink(Payload payload) {
            this.payload = payload;
        }

        @Override
        public void event(VendorEvent event) {
            if (event instanceof FeedSeen told) {
                feed.accept(told);
            }
            if (!normaliser.reads(event)) {
                return;
            }
            if (event instanceof OfFixture one) {
                tell(one, payload);
            } else {
                normaliser.take(source, null, event, payload);
            }
        }

        @Override
        public void rejected(
                RejectReason reason, String detail, String place, byte @Nullable [] raw, @Nullable FixtureRef fixture) {
            boolean whole = place.isEmpty();
            if (!whole && !tellsRepetitions && !once.isNew(reason + " " + place + ' ' + detail)) {
                return;
            }
            counts.rejected(reason);
            rejections.reject(
                    source.name(),
                    reason,
                    secrets.removedFrom(detail),
                    secrets.removedFrom(payload.location() + (whole ? "" : '#' + place)),
                    secrets.removedFrom(raw == null ? payload.body() : raw),
                    List.of(),
                    payload.observedAt());
        }
    }
}
