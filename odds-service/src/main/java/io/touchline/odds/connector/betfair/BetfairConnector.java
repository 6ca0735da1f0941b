package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.BadMessage;
import io.touchline.odds.connector.betfair.book.ChangeTape;
import io.touchline.odds.connector.betfair.book.MessageReader;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.Secrets;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorWire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds one connection to the Exchange Stream for as long as it lasts: a round is a connection. Logs in, asks for the catalogue, subscribes, and after a cut goes on
 * where it stopped. Between two messages it keeps the session alive and, where the catalogue has new markets, subscribes anew. A message that cannot be used ends the
 * connection, because a change may be lost.
 */
final class BetfairConnector extends Connector {

    private static final Logger LOG = LoggerFactory.getLogger(BetfairConnector.class);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(1);
    private static final Duration CATALOGUE_AGAIN = Duration.ofMinutes(1);

    private final BetfairProperties properties;
    private final InstantSource clock;
    private final Intake intake;
    private final Rejections rejections;
    private final Secrets secrets;
    private final RateLimit limit;
    private final VendorWire wire;
    private final BetfairSession session;
    private final BetfairClient client;
    private final SSLContext tls;
    private final String location;
    private final MessageReader reader = new MessageReader();
    private final ChangeTape tape = new ChangeTape();

    private List<String> markets = List.of();
    private Instant catalogueDue = Instant.EPOCH;
    private int mostMarkets;
    private long requestId;
    private long subscription;
    private @Nullable ObjectNode subscribed;
    private @Nullable String initialClk;
    private @Nullable String clk;
    private long latest;
    private boolean closed;
    private @Nullable StreamWire stream;

    BetfairConnector(
            BetfairProperties properties,
            BetfairSession.Account account,
            ConnectorContext context,
            Intake intake,
            Rejections rejections) {
        super(MarketWords.SOURCE, context, BETWEEN_CONNECTIONS);
        this.properties = properties;
        reads(intake);
        context.secrets().hide(account.appKey());
        context.secrets().hide(account.username());
        context.secrets().hide(account.password());
        this.secrets = context.secrets();
        this.clock = context.clock();
        this.intake = intake;
        this.rejections = rejections;
        this.mostMarkets = properties.maxMarkets();
        this.limit = new RateLimit(clock, context.pause(), properties.requestsPerMinute(), Duration.ofMinutes(1));
        SSLContext own = properties.keystore() == null
                ? null
                : BetfairTls.context(null, null, properties.keystore(), properties.keystorePassword());
        this.wire = new VendorWire(clock, properties.timeout(), own);
        this.session = new BetfairSession(properties, account, wire, limit, clock);
        this.client = new BetfairClient(properties, session, wire, limit);
        this.tls = BetfairTls.context(properties.truststore(), properties.truststorePassword(), null, null);
        this.location = "stream " + properties.streamHost() + ":" + properties.streamPort();
    }

    @Override
    protected void fetch() throws VendorException, InterruptedException {
        Secret token = session.token();
        secrets.hide(token);
        if (isCatalogueDue()) {
            readCatalogue();
        }
        limit.await();
        int silence =
                (int) Math.min(Integer.MAX_VALUE, 2 * properties.heartbeat().toMillis());
        try (StreamWire opened = open(silence)) {
            intake.reset();
            health().feed(true, "");
            latest = 0;
            opened.send(StreamRequests.authentication(++requestId, session.appKey(), token));
            awaitAuthentication(opened, requestId);
            subscribe(opened);
            while (true) {
                take(opened.read());
                maintain(opened);
            }
        } catch (SourceUnavailable e) {
            throwIfClosed();
            throw e;
        } finally {
            synchronized (this) {
                stream = null;
            }
        }
    }

    private synchronized StreamWire open(int silence) throws SourceUnavailable, InterruptedException {
        throwIfClosed();
        StreamWire opened = StreamWire.connect(tls, properties.streamHost(), properties.streamPort(), silence);
        stream = opened;
        return opened;
    }

    private synchronized void throwIfClosed() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
    }

    private void awaitAuthentication(StreamWire opened, long id) throws VendorException {
        while (true) {
            ChangeTape message = read(opened.read());
            if ("status".equals(message.op())) {
                check(message);
                if (!message.subscriptionTold() || message.subscription() == id) {
                    return;
                }
            }
        }
    }

    private void subscribe(StreamWire opened) throws SourceUnavailable {
        ObjectNode filter = StreamRequests.filter(properties, markets);
        if (!filter.equals(subscribed)) {
            forgetClocks();
        }
        subscribed = filter;
        subscription = ++requestId;
        opened.send(StreamRequests.subscription(subscription, properties, filter, initialClk, clk));
    }

    private void forgetClocks() {
        initialClk = null;
        clk = null;
    }

    private ChangeTape read(byte[] line) throws PayloadChanged {
        try {
            reader.read(line, 0, line.length, tape);
            return tape;
        } catch (BadMessage e) {
            count("rejected", RejectReason.UNREADABLE_PAYLOAD.name());
            intake.take(payload(line, clock.instant()));
            throw new PayloadChanged("no message of the stream: " + e.detail());
        }
    }

    private void take(byte[] line) throws VendorException {
        ChangeTape message = read(line);
        String op = message.op() == null ? "" : message.op();
        if (op.equals("status")) {
            check(message);
            return;
        }
        if (op.equals("mcm") && message.subscriptionTold() && message.subscription() != subscription) {
            count("dropped", "earlier subscription");
            return;
        }
        Instant now = clock.instant();
        long at = message.publishedAt();
        Instant told = at > 0 && at < now.toEpochMilli() ? Instant.ofEpochMilli(at) : now;
        if (at > 0 && at < latest) {
            forgetClocks();
            rejections.reject(
                    MarketWords.SOURCE,
                    RejectReason.OUT_OF_ORDER,
                    "a message of " + told + " after one of " + Instant.ofEpochMilli(latest),
                    location,
                    secrets.removedFrom(line));
            count("rejected", RejectReason.OUT_OF_ORDER.name());
            throw new PayloadChanged("the stream ran backwards");
        }
        try {
            intake.take(payload(line, told));
        } catch (PayloadChanged e) {
            forgetClocks();
            count("rejected", e.reason());
            throw e;
        }
        if (!op.equals("mcm")) {
            return;
        }
        remember(message);
        health().vendorTime(told);
        if (message.status() == 503) {
            troubled("Betfair's own feed is late (status 503)");
        } else {
            alive();
        }
        count("ok", "none");
    }

    private void remember(ChangeTape message) {
        latest = Math.max(latest, message.publishedAt());
        String first = message.initialClk();
        if (first != null) {
            initialClk = first;
        }
        String now = message.clk();
        if (now != null && (message.segment() == null || "SEG_END".equals(message.segment()))) {
            clk = now;
        }
    }

    private Payload payload(byte[] line, Instant observedAt) {
        return new Payload(line, observedAt, clock.instant(), location);
    }

    /** Nothing where all went well; otherwise what the code calls for. */
    private void check(ChangeTape status) throws VendorException {
        StreamRefusal refusal = StreamRefusal.of(status);
        if (refusal == null) {
            return;
        }
        if (refusal.isOfSession()) {
            session.forget();
        } else if (refusal.isOfSize()) {
            mostMarkets = Math.max(1, Math.min(mostMarkets, Math.max(1, markets.size())) / 2);
            markets = markets.stream().limit(mostMarkets).toList();
            forgetClocks();
        } else if (refusal.isOfSubscription()) {
            forgetClocks();
        }
        throw refusal.problem();
    }

    private boolean isCatalogueDue() {
        return !clock.instant().isBefore(catalogueDue);
    }

    /** What is due beside the stream; a failure of it does not end the stream. */
    private void maintain(StreamWire opened) throws InterruptedException {
        try {
            if (session.isDue()) {
                secrets.hide(session.token());
            }
            if (isCatalogueDue() && readCatalogue()) {
                subscribe(opened);
            }
        } catch (VendorException e) {
            LOG.warn("{} goes on without a fresh catalogue or session: {}", vendor(), clean(e.problem()));
            catalogueDue = clock.instant().plus(CATALOGUE_AGAIN);
        }
    }

    /** Whether there are markets that are not subscribed to. Markets that are gone stay in the subscription, so that it can be taken up again. */
    private boolean readCatalogue() throws VendorException, InterruptedException {
        Instant now = clock.instant();
        Set<String> listed = new LinkedHashSet<>();
        for (BetfairClient.Page page : client.catalogue(now)) {
            intake.take(Payload.of(page.answer()));
            page.markets().forEach(market -> listed.add(market.marketId()));
        }
        catalogueDue = now.plus(properties.catalogueEvery());
        List<String> chosen = listed.stream().limit(mostMarkets).toList();
        if (Set.copyOf(markets).containsAll(chosen)) {
            return false;
        }
        if (listed.size() > mostMarkets) {
            LOG.info(
                    "{} has {} markets, of which the first {} are subscribed to", vendor(), listed.size(), mostMarkets);
        }
        markets = chosen;
        return true;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (stream != null) {
                stream.close();
            }
        }
        super.close();
        wire.close();
    }
}
