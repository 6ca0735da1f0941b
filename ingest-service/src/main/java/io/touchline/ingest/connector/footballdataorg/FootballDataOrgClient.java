package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.time.Pause;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** The wire to football-data.org: the key in a header, never faster than our own count of its limit allows nor than its headers say. */
final class FootballDataOrgClient implements AutoCloseable {

    private static final String KEY_HEADER = "X-Auth-Token";
    private static final List<String> LEFT = List.of("X-Requests-Available-Minute", "X-RequestsAvailable");
    private static final String RESET = "X-RequestCounter-Reset";

    /** A reset further away than this is no sense of theirs. */
    private static final long LONGEST_RESET_SECONDS = 120;

    private final URI baseUrl;
    private final Secret key;
    private final VendorWire wire;
    private final RateLimit limit;
    private final InstantSource clock;
    private final Pause pause;
    private final LongConsumer left;
    private Instant notBefore = Instant.EPOCH;

    /**
     * For one thread.
     *
     * @param left told how many requests of this minute are left, by their count
     */
    FootballDataOrgClient(
            URI baseUrl,
            Secret key,
            VendorWire wire,
            RateLimit limit,
            InstantSource clock,
            Pause pause,
            LongConsumer left) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.wire = wire;
        this.limit = limit;
        this.clock = clock;
        this.pause = pause;
        this.left = left;
    }

    /** The matches of some competitions, of ten days at most. */
    VendorRequest matches(List<String> competitions, LocalDate first, LocalDate last) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("competitions", String.join(",", competitions));
        parameters.put("dateFrom", first.toString());
        parameters.put("dateTo", last.toString());
        return request("/v4/matches", parameters);
    }

    /** A whole season of a competition. */
    VendorRequest season(String competition, int year) {
        return request("/v4/competitions/" + competition + "/matches", Map.of("season", Integer.toString(year)));
    }

    VendorAnswer get(VendorRequest request) throws VendorException, InterruptedException {
        Duration wait = Duration.between(clock.instant(), notBefore);
        if (wait.isPositive()) {
            pause.pause(wait);
        }
        limit.await();
        VendorAnswer answer = wire.get(request);
        for (String name : LEFT) {
            OptionalLong told = answer.number(name);
            if (told.isPresent()) {
                left.accept(told.getAsLong());
                if (told.getAsLong() <= 0) {
                    long seconds = Math.clamp(answer.number(RESET).orElse(60), 0, LONGEST_RESET_SECONDS);
                    notBefore = clock.instant().plusSeconds(seconds);
                }
                break;
            }
        }
        return answer;
    }

    /** After an answer that could not be used: the next one shall come whole. */
    void forget(VendorRequest request) {
        wire.forget(request);
    }

    private VendorRequest request(String path, Map<String, String> parameters) {
        return VendorRequest.of(baseUrl, path, parameters).withSecretHeader(KEY_HEADER, key);
    }

    @Override
    public void close() {
        wire.close();
    }
}
