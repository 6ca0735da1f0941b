package io.touchline.simulator.vendor;

import io.touchline.simulator.league.League;
import io.touchline.simulator.market.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sportradar's Unified Odds Feed: its broker over TLS on one port, its API over HTTP on another. Alive messages are counted in real time, every time in a message is the league's.
 * Faults of the broker are those of the vendor {@code sportradar} (a server error is a producer that lost its listeners, silence stops the alive messages), of the API those of
 * {@code sportradar-api}.
 */
public final class SportradarServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SportradarServer.class);
    private static final String HOST = "/unifiedfeed/9901";
    private static final long LOOK_MILLIS = 200;

    private final AmqpServer broker;
    private final VendorServer api;
    private final SportradarSource feed;
    private final FaultBoard faults;
    private final ScheduledExecutorService ticks;

    /** Makes what is told, given the way out. */
    private interface Told {
        SportradarSource through(SportradarFaults out) throws IOException;
    }

    private SportradarServer(InstantSource clock, Told told, FaultBoard faults, String token, Duration aliveEvery)
            throws IOException {
        this.faults = faults;
        this.broker = new AmqpServer(
                new AmqpServer.Rules(
                        SportradarFaults.VENDOR,
                        HOST,
                        "unifiedfeed",
                        (user, password) -> user.equals(token) && password.isEmpty()),
                faults);
        this.feed = told.through(new SportradarFaults(broker, faults));
        this.api = new VendorServer(SportradarApi.NAME, clock, faults, new SportradarApi(feed, token, HOST));
        this.ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("simulated-sportradar").factory());
        ticks.scheduleWithFixedDelay(() -> quietly(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        ticks.scheduleWithFixedDelay(() -> quietly(feed::alive), 0, aliveEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts it.
     *
     * @param token the only account's
     * @param aliveEvery real time between two alive messages of a producer; the vendor's is 10 s
     */
    public static SportradarServer of(
            InstantSource clock, League league, Market market, FaultBoard faults, String token, Duration aliveEvery) {
        try {
            return new SportradarServer(
                    clock, out -> new SportradarFeed(league, market, clock, out), faults, token, aliveEvery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fed by recorded messages, one a file in the order of the files' names; the schedules are empty.
     *
     * @param folder files that end with .xml
     */
    public static SportradarServer playing(
            Path folder, InstantSource clock, FaultBoard faults, String token, Duration aliveEvery) throws IOException {
        return new SportradarServer(
                clock, out -> new SportradarRecording(folder, clock, out), faults, token, aliveEvery);
    }

    private void look() {
        if (faults.take(SportradarFaults.VENDOR, Fault.CUT)) {
            broker.cut();
        }
        if (broker.isHeard()) {
            feed.tell();
        }
    }

    private static void quietly(Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException e) {
            LOG.warn("the simulated feed stumbled", e);
        }
    }

    public String brokerHost() {
        return "127.0.0.1";
    }

    public int brokerPort() {
        return broker.port();
    }

    public URI apiUrl() {
        return api.baseUrl();
    }

    /** A PKCS12 file that a client of the broker has to trust. */
    public Path truststore() {
        return SelfSigned.get().truststore();
    }

    /** Of {@link #truststore()}. */
    public String truststorePassword() {
        return SelfSigned.get().password();
    }

    /** Connections to the broker so far. */
    public long connections() {
        return broker.accepted();
    }

    /** Messages of a kind so far, recovered ones not counted. */
    public long sent(String kind) {
        return feed.sent(kind);
    }

    /** Answers of the API so far. */
    public long answers() {
        return api.requests();
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        api.close();
        broker.close();
    }
}
