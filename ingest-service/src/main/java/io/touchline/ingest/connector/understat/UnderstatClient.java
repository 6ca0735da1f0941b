package io.touchline.ingest.connector.understat;

import io.touchline.platform.time.Pause;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wire to Understat: pages, and the JSON that the pages ask for, which is given to those alone who bring the cookies of a page. One request at a time and a pause after each;
 * robots.txt is read first and once a day, and what it forbids is not asked for.
 */
final class UnderstatClient implements AutoCloseable {

    private static final String AGENT = "touchline";
    private static final Duration ROBOTS_HOLD = Duration.ofHours(24);

    private final URI baseUrl;
    private final VendorWire wire;
    private final InstantSource clock;
    private final Pause pause;
    private final Duration gap;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private RateLimit pace;
    private @Nullable RobotsTxt robots;
    private Instant robotsAt = Instant.MIN;

    UnderstatClient(URI baseUrl, VendorWire wire, InstantSource clock, Pause pause, Duration gap) {
        this.baseUrl = baseUrl;
        this.wire = wire;
        this.clock = clock;
        this.pause = pause;
        this.gap = gap;
        this.pace = new RateLimit(clock, pause, 1, gap);
    }

    /** A season of a league, by the year that it begins in, as a page; its cookies are kept. */
    VendorAnswer leaguePage(String league, int year) throws VendorException, InterruptedException {
        return ask(page("/league/" + league + '/' + year), Map.of());
    }

    /** The same as JSON. */
    VendorAnswer leagueData(String league, int year) throws VendorException, InterruptedException {
        return ask(page("/getLeagueData/" + league + '/' + year), asScript());
    }

    VendorAnswer matchPage(String id) throws VendorException, InterruptedException {
        return ask(page("/match/" + id), Map.of());
    }

    VendorAnswer matchData(String id) throws VendorException, InterruptedException {
        return ask(page("/getMatchData/" + id), asScript());
    }

    /** After an answer that could not be used: the next one shall come whole. */
    void forget(VendorAnswer answer) {
        wire.forget(page(answer.location().substring(baseUrl.toString().length())));
    }

    private VendorRequest page(String path) {
        return VendorRequest.of(baseUrl, path, Map.of());
    }

    private Map<String, Secret> asScript() {
        Map<String, Secret> headers = new LinkedHashMap<>();
        headers.put("X-Requested-With", new Secret("XMLHttpRequest"));
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    new Secret(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; "))));
        }
        return headers;
    }

    private VendorAnswer ask(VendorRequest request, Map<String, Secret> headers)
            throws VendorException, InterruptedException {
        if (!robots().allows(request.path())) {
            throw new Unauthorised("robots.txt does not allow " + request.shown());
        }
        pace.await();
        VendorAnswer answer = wire.get(request, headers);
        answer.header("set-cookie").ifPresent(this::keep);
        return answer;
    }

    private void keep(String lines) {
        for (String line : lines.split("\n")) {
            String cookie = line.split(";", 2)[0];
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                cookies.put(
                        cookie.substring(0, equals).strip(),
                        cookie.substring(equals + 1).strip());
            }
        }
    }

    /** A site without one allows everything; one that cannot say so now is left alone. */
    private RobotsTxt robots() throws VendorException, InterruptedException {
        RobotsTxt known = robots;
        Instant now = clock.instant();
        if (known != null && now.isBefore(robotsAt.plus(ROBOTS_HOLD))) {
            return known;
        }
        pace.await();
        RobotsTxt told = known == null ? RobotsTxt.NONE : known;
        try {
            VendorAnswer answer = wire.get(page("/robots.txt"));
            if (!answer.unchanged()) {
                told = RobotsTxt.of(new String(answer.body(), StandardCharsets.UTF_8), AGENT);
            }
        } catch (PayloadChanged e) {
            if (!e.problem().startsWith("status 404") && !e.problem().startsWith("status 410")) {
                throw e;
            }
            told = RobotsTxt.NONE;
        }
        Duration delay = told.delay();
        pace = new RateLimit(clock, pause, 1, delay == null || delay.compareTo(gap) < 0 ? gap : delay);
        pace.await();
        robots = told;
        robotsAt = now;
        return told;
    }

    @Override
    public void close() {
        wire.close();
    }
}
