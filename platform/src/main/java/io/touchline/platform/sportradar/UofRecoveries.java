package io.touchline.platform.sportradar;

import io.touchline.platform.sportradar.UofProducer.Rules;
import io.touchline.platform.vendor.Secrets;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the feed to send again what may be missing, within the vendor's limits. For one thread. */
final class UofRecoveries {

    private static final Logger LOG = LoggerFactory.getLogger(UofRecoveries.class);
    private static final int REMEMBERED = 5_000;

    /** One event is asked for again no sooner, whatever comes of it. */
    private static final Duration EVENT_AGAIN = Duration.ofMinutes(10);

    /** The live marker and the event of a routing key. */
    private static final Pattern KEY =
            Pattern.compile("[^.]+\\.[^.]+\\.([^.]+)\\.[^.]+\\.[^.]+\\.(sr:match)[.:](\\d{1,18}).*");

    private static final String LIVE_PRODUCER = "1";
    private static final String PRE_MATCH_PRODUCER = "3";

    private final UofApi api;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Rules rules;
    private final UofRecoveryLimits limits = new UofRecoveryLimits();
    private final Map<String, Instant> events = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long lastRequest;

    UofRecoveries(UofSettings settings, UofApi api, InstantSource clock, Secrets secrets) {
        this.api = api;
        this.clock = clock;
        this.secrets = secrets;
        this.rules = new Rules(
                settings.aliveLimit(), settings.firstRecovery(), settings.recoveryGap(), settings.recoveryLimit());
    }

    Rules rules() {
        return rules;
    }

    /** For every producer that is down and shows itself again. A refusal leaves it down; what comes meanwhile is told as suspended. */
    void askWhereDue(Collection<UofProducer> producers) throws InterruptedException {
        for (UofProducer each : producers) {
            Instant now = clock.instant();
            if (each.isRecoveryDue(now, rules)) {
                ask(each, each.after(now, rules), now);
            }
        }
    }

    private void ask(UofProducer producer, @Nullable Instant after, Instant now) throws InterruptedException {
        Duration back = after == null ? null : Duration.between(after, now);
        Duration wait = limits.take(back, now);
        if (wait.isPositive()) {
            LOG.warn("producer {} waits {} for its recovery, the vendor allows no more", producer.id(), wait);
            producer.waitUntil(now.plus(wait));
            return;
        }
        long request = next(now);
        try {
            api.recover(producer, after, request);
            producer.recovering(request, now, rules);
            LOG.info("producer {} recovers {}, request {}", producer.id(), after == null ? "all" : after, request);
        } catch (RateLimited e) {
            producer.waitUntil(now.plus(e.retryAfter()));
            LOG.warn(
                    "the recovery of producer {} has to wait {}: {}",
                    producer.id(),
                    e.retryAfter(),
                    secrets.removedFrom(e.problem()));
        } catch (VendorException e) {
            producer.waitUntil(now.plus(rules.recoveryGap()));
            LOG.warn("no recovery of producer {}: {}", producer.id(), secrets.removedFrom(e.problem()));
        }
    }

    /** For the event that a routing key names, where there is one. */
    void askForEvent(String key, Collection<UofProducer> producers) throws InterruptedException {
        Matcher match = KEY.matcher(key);
        if (!match.matches()) {
            return;
        }
        String urn = match.group(2) + ':' + match.group(3);
        String wanted = match.group(1).equals("live") ? LIVE_PRODUCER : PRE_MATCH_PRODUCER;
        Instant now = clock.instant();
        Instant before = events.get(urn);
        if (before != null && now.isBefore(before.plus(EVENT_AGAIN))) {
            return;
        }
        for (UofProducer each : producers) {
            if (each.id().equals(wanted) && limits.takeEvent(now).isZero()) {
                events.put(urn, now);
                try {
                    api.recoverEvent(each, urn, next(now));
                } catch (VendorException e) {
                    LOG.warn("{} could not be asked for again: {}", urn, secrets.removedFrom(e.problem()));
                }
            }
        }
    }

    /** Rising, and unlike those of an earlier run. */
    private long next(Instant now) {
        lastRequest = Math.max(lastRequest + 1, Math.floorMod(now.getEpochSecond(), 1_000_000_000L));
        return lastRequest;
    }
}
