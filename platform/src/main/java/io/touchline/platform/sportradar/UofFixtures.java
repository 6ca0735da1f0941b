package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Secrets;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names for the numbers of the feed: the schedules at the start, then one fixture at a time, as fast as the API's limit allows and never twice without need. The feed does not wait for
 * them: what comes before its fixture has a name is held by the {@link Intake}. For one thread.
 */
final class UofFixtures {

    private static final Logger LOG = LoggerFactory.getLogger(UofFixtures.class);
    private static final int REMEMBERED = 20_000;
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_PAGES = 20;
    private static final Duration SCHEDULES_AGAIN = Duration.ofHours(6);
    private static final Duration UNKNOWN_AGAIN = Duration.ofMinutes(10);
    private static final Pattern MATCH = Pattern.compile("sr:(match|simulated_match):\\d{1,18}");
    private static final Pattern LISTED = Pattern.compile("<sport_event\\s[^>]*?\\bid=\"(sr:match:\\d{1,18})\"");

    private final UofApi api;
    private final Intake intake;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Set<String> waiting = new LinkedHashSet<>();
    private Instant schedulesDue = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;

    /** When each was asked for, or is to be left alone until. */
    private final Map<String, Instant> asked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    UofFixtures(UofApi api, Intake intake, InstantSource clock, Secrets secrets) {
        this.api = api;
        this.intake = intake;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** The matches that run and those to come, now and then; without them every fixture is asked for alone. */
    void readSchedules() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(schedulesDue)) {
            return;
        }
        schedulesDue = now.plus(UNKNOWN_AGAIN);
        try {
            list(api.live());
            for (int page = 0; page < MOST_PAGES; page++) {
                if (list(api.coming(page)) == 0) {
                    break;
                }
            }
            schedulesDue = now.plus(SCHEDULES_AGAIN);
        } catch (VendorException e) {
            LOG.warn(
                    "no schedules of Sportradar, fixtures are asked for one by one: {}",
                    secrets.removedFrom(e.problem()));
        }
    }

    private int list(VendorAnswer answer) throws PayloadChanged {
        if (answer.unchanged()) {
            return 0;
        }
        intake.take(Payload.of(answer));
        int[] listed = {0};
        LISTED.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                .results()
                .forEach(match -> {
                    asked.put(match.group(1), Instant.MAX);
                    listed[0]++;
                });
        return listed[0];
    }

    /** A message was about it. */
    void seen(String urn) {
        Instant last = asked.get(urn);
        if ((last == null || (!last.equals(Instant.MAX) && !clock.instant().isBefore(last)))
                && MATCH.matcher(urn).matches()
                && waiting.size() < MOST_WAITING) {
            waiting.add(urn);
        }
    }

    /** It is not what it was. */
    void changed(String urn) {
        asked.remove(urn);
        seen(urn);
    }

    /** Asks for one that waits, where that is allowed now; a failure is no failure of the feed. */
    void work() throws InterruptedException {
        if (waiting.isEmpty() || clock.instant().isBefore(pausedUntil) || !api.isAllowedNow()) {
            return;
        }
        Iterator<String> first = waiting.iterator();
        String urn = first.next();
        first.remove();
        Instant now = clock.instant();
        try {
            VendorAnswer answer = api.fixture(urn);
            if (!answer.unchanged()) {
                intake.take(Payload.of(answer));
            }
            asked.put(urn, Instant.MAX);
        } catch (RateLimited e) {
            pausedUntil = now.plus(e.retryAfter());
            waiting.add(urn);
            LOG.warn("Sportradar's API limits us for {}: {}", e.retryAfter(), secrets.removedFrom(e.problem()));
        } catch (Unauthorised | PayloadChanged e) {
            asked.put(urn, now.plus(UNKNOWN_AGAIN));
            LOG.warn("no fixture {} at Sportradar: {}", urn, secrets.removedFrom(e.problem()));
        } catch (VendorException e) {
            asked.put(urn, now.plus(UNKNOWN_AGAIN));
            LOG.warn("the fixture {} could not be had of Sportradar: {}", urn, secrets.removedFrom(e.problem()));
        }
    }
}
