package io.touchline.simulator.vendor;

import io.touchline.simulator.league.League;
import io.touchline.simulator.market.Market;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The Betfair Exchange: its stream over TLS on one port, login and catalogue over HTTP on another. Heartbeats, conflation and idle times are counted in real
 * time, every time in a message is the league's (or the recording's). Faults are those of the vendor {@code betfair}: a cut takes both, 503 is the stream's
 * {@code status}, garbage is a line more, a limit refuses the next authentication.
 */
public final class BetfairServer implements AutoCloseable {

    /** The vendor's own time before it sends a silent client away. */
    static final int IDLE_MILLIS = 15_000;

    private final Account account;
    private final BetfairStream stream;
    private final VendorServer rest;

    /**
     * The only account.
     *
     * @param appKey application key
     * @param user name
     * @param password of the user
     */
    public record Account(String appKey, String user, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }

    private BetfairServer(
            Account account,
            BetfairSource source,
            @Nullable BetfairBooks books,
            InstantSource clock,
            FaultBoard faults,
            int idleMillis) {
        this.account = account;
        BetfairSessions sessions = new BetfairSessions(account, clock);
        this.stream = new BetfairStream(source, sessions, faults, idleMillis);
        this.rest = new VendorServer(BetfairFaults.VENDOR, clock, faults, new BetfairRest(sessions, account, books));
    }

    /** Fed by the league. */
    public static BetfairServer of(
            InstantSource clock, League league, Market market, FaultBoard faults, Account account) {
        return of(clock, league, market, faults, account, IDLE_MILLIS);
    }

    static BetfairServer of(
            InstantSource clock, League league, Market market, FaultBoard faults, Account account, int idleMillis) {
        BetfairBooks books = new BetfairBooks(league, market, clock);
        return new BetfairServer(account, books, books, clock, faults, idleMillis);
    }

    /**
     * Fed by a recorded stream; the catalogue is empty.
     *
     * @param recording one message a line, not packed
     * @param speed recorded seconds in a real one, from the first subscription on; infinite for as fast as it is read
     */
    public static BetfairServer playing(
            Path recording, double speed, InstantSource clock, FaultBoard faults, Account account) throws IOException {
        return new BetfairServer(account, new BetfairRecording(recording, speed), null, clock, faults, IDLE_MILLIS);
    }

    public String streamHost() {
        return "127.0.0.1";
    }

    public int streamPort() {
        return stream.port();
    }

    /** Base address of login and catalogue alike. */
    public URI restUrl() {
        return rest.baseUrl();
    }

    public Account account() {
        return account;
    }

    /** A PKCS12 file that a client of the stream has to trust. */
    public Path truststore() {
        return SelfSigned.get().truststore();
    }

    /** Of {@link #truststore()}. */
    public String truststorePassword() {
        return SelfSigned.get().password();
    }

    /** Connections to the stream so far. */
    public long connections() {
        return stream.connections();
    }

    /** Answers of login and catalogue so far. */
    public long answers() {
        return rest.requests();
    }

    @Override
    public void close() {
        stream.close();
        rest.close();
    }
}
