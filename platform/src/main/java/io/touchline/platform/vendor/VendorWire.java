package io.touchline.platform.vendor;

import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.RateLimited;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One request, one whole answer or one {@link VendorException}. Bounds the time of the whole answer, its size, and asks conditionally
 * ({@code If-None-Match}, {@code If-Modified-Since}) where the last answer allows it. Makes no second attempt; that is the connector's business.
 * Safe for many threads.
 */
public final class VendorWire implements AutoCloseable {

    /** Larger answers are refused, unpacked size. */
    static final int LARGEST_BODY = 32 * 1024 * 1024;

    /** Where a vendor limits us without saying for how long. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(60);

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final String USER_AGENT = "touchline/0.1";
    private static final int REMEMBERED = 256;

    private final InstantSource clock;
    private final Duration limit;
    private final HttpClient client;
    private final Map<String, Validators> seen = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Validators> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Validators(
            @Nullable String tag, @Nullable String modified) {}

    /**
     * Connects at the first request.
     *
     * @param clock for the time of arrival
     * @param limit most time for one whole answer, by the wall's clock
     */
    public VendorWire(InstantSource clock, Duration limit) {
        this(clock, limit, null);
    }

    /**
     * With certificates of its own.
     *
     * @param tls whom we trust and who we are; null for the JDK's own
     */
    public VendorWire(InstantSource clock, Duration limit, @Nullable SSLContext tls) {
        this.clock = clock;
        this.limit = limit;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        this.client = (tls == null ? builder : builder.sslContext(tls)).build();
    }

    /** Asks once. */
    public VendorAnswer get(VendorRequest request) throws VendorException, InterruptedException {
        return get(request, Map.of());
    }

    /**
     * Asks once, with headers of the vendor's own.
     *
     * @param headers such as cookies; never shown
     */
    public VendorAnswer get(VendorRequest request, Map<String, Secret> headers)
            throws VendorException, InterruptedException {
        HttpRequest.Builder builder = asking(request);
        headers.forEach((name, value) -> builder.header(name, value.value()));
        return answer(request, send(request, builder.build()), false);
    }

    /**
     * Sends a body once and gives the answer.
     *
     * @param headers with secrets; never shown
     * @param type of the body
     */
    public VendorAnswer post(VendorRequest request, Map<String, Secret> headers, String type, byte[] body)
            throws VendorException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(limit)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (Map.Entry<String, Secret> header : headers.entrySet()) {
            carry(builder, header.getKey(), header.getValue());
        }
        return answer(request, send(request, builder.build()), true);
    }

    private VendorAnswer answer(VendorRequest request, HttpResponse<byte[]> response, boolean orders)
            throws VendorException {
        Instant receivedAt = clock.instant();
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(
                        name.toLowerCase(Locale.ROOT),
                        name.equalsIgnoreCase("Set-Cookie") ? String.join("\n", values) : values.getFirst()));
        int status = response.statusCode();
        String location = request.shown();
        boolean accepted = orders && status == 202;
        if (status != 200 && status != 304 && !accepted) {
            throw problem(status, headers, receivedAt, location);
        }
        Instant vendorTime = date(headers.get("date"), receivedAt);
        if (status == 304) {
            return new VendorAnswer(new byte[0], headers, true, vendorTime, receivedAt, location);
        }
        byte[] body = unpacked(response.body(), headers.get("content-encoding"), location);
        seen.put(location, new Validators(headers.get("etag"), headers.get("last-modified")));
        return new VendorAnswer(body, headers, false, vendorTime, receivedAt, location);
    }

    /** Forgets what the vendor said last, so that the next answer comes whole; for an answer that could not be used. */
    public void forget(VendorRequest request) {
        seen.remove(request.shown());
    }

    /** The exception of the builder would show the value. */
    private static void carry(HttpRequest.Builder builder, String name, Secret secret) throws Unauthorised {
        try {
            builder.header(name, secret.value());
        } catch (IllegalArgumentException e) {
            throw new Unauthorised("what is set for the header " + name + " has characters that no header can carry");
        }
    }

    private HttpRequest.Builder asking(VendorRequest request) throws Unauthorised {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(limit)
                .header("User-Agent", USER_AGENT)
                .header("Accept-Encoding", "gzip");
        if (request.secretInHeader() && request.secretName() != null && request.secret() != null) {
            carry(builder, request.secretName(), request.secret());
        }
        Validators last = seen.get(request.shown());
        if (last != null && last.tag() != null) {
            builder.header("If-None-Match", last.tag());
        } else if (last != null && last.modified() != null) {
            builder.header("If-Modified-Since", last.modified());
        }
        return builder;
    }

    private HttpResponse<byte[]> send(VendorRequest request, HttpRequest asked)
            throws SourceUnavailable, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(asked, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SourceUnavailable("no whole answer within " + limit.toMillis() + " ms from " + request.shown());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SourceUnavailable(request.clean(request.shown() + ": "
                    + cause.getClass().getSimpleName() + " " + (cause.getMessage() == null ? "" : cause.getMessage())));
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private static VendorException problem(int status, Map<String, String> headers, Instant now, String location) {
        String message = "status " + status + " from " + location;
        return switch (status) {
            case 401, 403 -> new Unauthorised(message);
            case 429 -> new RateLimited(message, retryAfter(headers.get("retry-after"), now));
            case 408, 425 -> new SourceUnavailable(message);
            case 503 ->
                headers.containsKey("retry-after")
                        ? new RateLimited(message, retryAfter(headers.get("retry-after"), now))
                        : new SourceUnavailable(message);
            default -> status >= 500 ? new SourceUnavailable(message) : new PayloadChanged(message);
        };
    }

    /** Seconds, or the moment to come back; RFC 9110, section 10.2.3. */
    static Duration retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return DEFAULT_RETRY_AFTER;
        }
        Duration given;
        try {
            given = Duration.ofSeconds(Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            given = Duration.between(now, date(value, now.plus(DEFAULT_RETRY_AFTER)));
        }
        if (given.isNegative()) {
            return Duration.ZERO;
        }
        return given.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : given;
    }

    private static Instant date(@Nullable String value, Instant otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static byte[] unpacked(byte[] body, @Nullable String encoding, String location) throws SourceUnavailable {
        if (encoding == null || !encoding.toLowerCase(Locale.ROOT).contains("gzip")) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(LARGEST_BODY);
            if (in.read() >= 0) {
                throw new SourceUnavailable("more than " + LARGEST_BODY + " bytes from " + location);
            }
            return plain;
        } catch (IOException e) {
            throw new SourceUnavailable("a broken gzip body from " + location);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
