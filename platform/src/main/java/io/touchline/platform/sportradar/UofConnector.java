package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorWire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one session of the Unified Odds Feed for as long as its connection lasts: a round is a connection. What the feed says goes to the {@link Intake} as it came; this class watches whether
 * anything may be missing, says so in the feed's own words ({@code product_down}), and has it sent again.
 */
public final class UofConnector extends Connector {

    private static final Logger LOG = LoggerFactory.getLogger(UofConnector.class);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);
    private static final Duration LOOK_ROUND = Duration.ofMillis(200);

    private final UofSettings settings;
    private final InstantSource clock;
    private final Intake intake;
    private final UofApi api;
    private final UofFixtures fixtures;
    private final UofRecoveries recoveries;
    private final UofRepetitions repetitions = new UofRepetitions();
    private final Map<String, UofProducer> producers = new LinkedHashMap<>();
    private @Nullable String virtualHost;
    private boolean closed;
    private @Nullable UofLink link;

    /**
     * Connects at its start.
     *
     * @param intake whose adapter is that of {@link SportradarVendor}, and whose name is this source's; this connector alone may feed it, since it remembers what messages said
     */
    public UofConnector(UofSettings settings, ConnectorContext context, Intake intake) {
        super(intake.source().name(), context, BETWEEN_CONNECTIONS);
        this.settings = settings;
        this.clock = context.clock();
        this.intake = intake;
        this.api = new UofApi(
                settings,
                new VendorWire(clock, settings.timeout()),
                new RateLimit(clock, context.pause(), settings.requestsPerMinute(), Duration.ofMinutes(1)));
        this.fixtures = new UofFixtures(api, intake, clock, context.secrets());
        this.recoveries = new UofRecoveries(settings, api, clock, context.secrets());
        context.secrets().hide(settings.token());
        reads(intake);
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        if (virtualHost == null) {
            virtualHost = api.virtualHost();
        }
        for (UofProducer each : api.producers()) {
            if (producers.putIfAbsent(each.id(), each) == null) {
                tellDown(each);
            }
        }
        fixtures.readSchedules();
        try (UofLink opened = open(virtualHost)) {
            while (true) {
                UofLink.Delivery delivery = opened.next(LOOK_ROUND);
                if (delivery != null) {
                    take(delivery);
                }
                if (delivery == null) {
                    fixtures.readSchedules();
                }
                if (delivery == null || opened.isIdle()) {
                    for (UofProducer each : producers.values()) {
                        if (each.fallsSilent(clock.instant(), recoveries.rules())) {
                            tellDown(each);
                        }
                    }
                }
                recoveries.askWhereDue(producers.values());
                fixtures.work();
            }
        } catch (SourceUnavailable e) {
            throwIfClosed();
            throw e;
        } finally {
            lostAll(producers.values());
            synchronized (this) {
                link = null;
            }
        }
    }

    private synchronized UofLink open(String host) throws VendorException, InterruptedException {
        throwIfClosed();
        UofLink opened = UofLink.open(settings, host, clock);
        link = opened;
        return opened;
    }

    private synchronized void throwIfClosed() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
    }

    private void lostAll(Collection<UofProducer> all) throws PayloadChanged {
        for (UofProducer each : all) {
            boolean wasUp = each.state() == UofProducer.State.UP;
            each.cut();
            if (wasUp) {
                tellDown(each);
            }
        }
    }

    /** In the feed's own words, so that a recording of this session tells the same story. */
    private void tellDown(UofProducer producer) throws PayloadChanged {
        Instant now = clock.instant();
        String message = "<product_down product=\"" + producer.id() + "\" timestamp=\""
                + producer.clock(now).toEpochMilli() + "\"/>";
        intake.take(new Payload(message.getBytes(StandardCharsets.UTF_8), now, now, "-.-.-.product_down.-.-.-.-"));
    }

    private void take(UofLink.Delivery delivery) throws VendorException, InterruptedException {
        UofHead head = UofHead.of(delivery.body());
        if (head != null && repetitions.isOne(head, delivery.body())) {
            count("dropped", "duplicate");
            return;
        }
        UofProducer producer = head == null ? null : producers.get(head.product());
        if (head != null && !head.product().isEmpty() && producer == null) {
            count("dropped", "other producer");
            return;
        }
        if (head == null || producer == null) {
            pass(delivery, head);
            return;
        }
        Instant now = delivery.receivedAt();
        switch (head.kind()) {
            case "alive" -> {
                boolean wentDown = producer.alive(head.at(), head.isSubscribed(), now, recoveries.rules());
                Instant told = head.at();
                if (told != null) {
                    health().vendorTime(told);
                }
                alive();
                if (wentDown && head.isSubscribed()) {
                    tellDown(producer);
                } else if (wentDown || producer.state() == UofProducer.State.UP) {
                    pass(delivery, head);
                }
            }
            case "snapshot_complete" -> {
                if (producer.isCompletedBy(head.requestId(), head.at())) {
                    pass(delivery, head);
                } else {
                    count("dropped", "another recovery");
                }
            }
            case "product_down" -> {
                producer.cut();
                pass(delivery, head);
            }
            default -> {
                producer.progress(head.requestId(), now);
                fixtures.seen(head.event());
                if (head.kind().equals("fixture_change")) {
                    fixtures.changed(head.event());
                }
                // its name first, where that can be had at once
                fixtures.work();
                pass(delivery, head);
            }
        }
    }

    /** A message that cannot be read is rejected once; what its event offers now is asked for again. */
    private void pass(UofLink.Delivery delivery, @Nullable UofHead head) throws InterruptedException {
        Instant told = head == null ? null : head.at();
        Instant observedAt = told == null || told.isAfter(delivery.receivedAt()) ? delivery.receivedAt() : told;
        try {
            intake.take(new Payload(delivery.body(), observedAt, delivery.receivedAt(), delivery.key()));
            count("ok", "none");
        } catch (PayloadChanged e) {
            count("rejected", e.reason());
            LOG.warn("a message of Sportradar could not be used: {}", clean(e.problem()));
            recoveries.askForEvent(delivery.key(), producers.values());
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (link != null) {
                link.close();
            }
        }
        super.close();
        api.close();
    }
}
