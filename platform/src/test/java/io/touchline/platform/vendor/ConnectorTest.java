package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.vendor.SourceHealth.State;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rounds of a connector, one by one and without its thread. */
class ConnectorTest {

    private static final Duration POLL = Duration.ofSeconds(30);

    private final HandClock clock = new HandClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ArrayDeque<Optional<Exception>> outcomes = new ArrayDeque<>();
    private final Connector connector =
            new Connector("vendor", new ConnectorContext("ingest", clock, clock, new Random(1), meters), POLL) {
                @Override
                protected void fetch() throws VendorException {
                    Optional<Exception> outcome = outcomes.removeFirst();
                    if (outcome.isPresent()) {
                        if (outcome.get() instanceof VendorException vendor) {
                            throw vendor;
                        }
                        throw (RuntimeException) outcome.get();
                    }
                    count("ok", "none");
                }
            };

    private Duration next(Exception outcome) throws InterruptedException {
        outcomes.addLast(Optional.ofNullable(outcome));
        return connector.round();
    }

    @Test
    void aGoodRound_isFollowedByTheNextPoll() throws InterruptedException {
        assertThat(next(null)).isEqualTo(POLL);
        assertThat(connector.health().report().state()).isEqualTo(State.UP);
        assertThat(connector.health().age()).isZero();
        assertThat(meters.get("ingest.source.up")
                        .tag("vendor", "vendor")
                        .gauge()
                        .value())
                .isEqualTo(1);
        clock.advance(Duration.ofSeconds(90));
        assertThat(meters.get("ingest.source.age").gauge().value()).isEqualTo(90);
    }

    @Test
    void pausesDoubleFromFailureToFailure_withJitter() throws InterruptedException {
        for (long seconds : new long[] {1, 2, 4, 8}) {
            assertThat(next(new SourceUnavailable("away")))
                    .isBetween(Duration.ofMillis(seconds * 500), Duration.ofSeconds(seconds));
        }
        assertThat(connector.health().report().state()).isEqualTo(State.FAILING);
        next(null);
        assertThat(next(new SourceUnavailable("away"))).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void afterFiveFailures_theVendorIsLeftAloneForAMinute() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            next(new PayloadChanged("odd"));
        }
        assertThat(connector.health().report().state()).isEqualTo(State.DOWN);
        assertThat(connector.health().report().problem()).isEqualTo("odd");
        assertThat(connector.round()).isEqualTo(Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(60));
        assertThat(next(null)).isEqualTo(POLL);
        assertThat(connector.health().report().state()).isEqualTo(State.UP);
    }

    @Test
    void aLimit_isKeptAndNoFailure() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertThat(next(new RateLimited("slower", Duration.ofMinutes(3)))).isEqualTo(Duration.ofMinutes(3));
        }
        assertThat(connector.health().report().breaker()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(next(new RateLimited("slower", Duration.ofSeconds(1)))).isEqualTo(POLL);
    }

    @Test
    void withoutAccess_itIsDownAndAsksSeldom() throws InterruptedException {
        assertThat(next(new Unauthorised("no key"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(connector.health().report().state()).isEqualTo(State.DOWN);
    }

    @Test
    void theMetersOfASource_showItsBreakerSequenceAndQuota() throws InterruptedException {
        assertThat(meters.get("ingest.source.breaker").gauge().value()).isZero();
        assertThat(meters.get("ingest.source.quota").gauge().value()).isNaN();
        connector.health().sequence(7);
        connector.health().quotaLeft(490);
        for (int i = 0; i < 5; i++) {
            next(new SourceUnavailable("away"));
        }
        assertThat(meters.get("ingest.source.breaker").gauge().value()).isEqualTo(2);
        assertThat(meters.get("ingest.source.sequence").gauge().value()).isEqualTo(7);
        assertThat(meters.get("ingest.source.quota").gauge().value()).isEqualTo(490);
        assertThat(meters.get("ingest.source.up").gauge().value()).isZero();
    }

    @Test
    void aBugInOneRound_doesNotEndTheConnector() throws InterruptedException {
        assertThat(next(new IllegalStateException("bug"))).isPositive();
        assertThat(next(null)).isEqualTo(POLL);
        assertThat(meters.get("ingest.payloads")
                        .tags("vendor", "vendor", "result", "failed", "reason", "Unexpected")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
