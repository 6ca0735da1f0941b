package io.touchline.platform.reject;

import io.touchline.schema.Rejection;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where whatever could not be used goes: with its reason, its place and its bytes. */
public final class Rejections {

    /** How much of the bytes is kept. */
    static final int RAW_LIMIT = 64 * 1024;

    private final InstantSource clock;
    private final Consumer<Rejection> outlet;

    /** With whatever takes them: the topic in service, a list in tests. */
    public Rejections(InstantSource clock, Consumer<Rejection> outlet) {
        this.clock = clock;
        this.outlet = outlet;
    }

    /** Without candidates. */
    public void reject(String source, RejectReason reason, String detail, String location, byte @Nullable [] raw) {
        reject(source, reason, detail, location, raw, List.of(), null);
    }

    /**
     * Rejects one thing.
     *
     * @param source the vendor's name, or the topic's for a record
     * @param detail what was wrong, with the value, for a person; never a secret
     * @param location file and line, URL without secrets, or topic-partition@offset
     * @param raw the bytes as they came; null where there were none
     * @param candidates what it may have meant, best first
     * @param observedAt the vendor's clock; null where it could not be read
     */
    public void reject(
            String source,
            RejectReason reason,
            String detail,
            String location,
            byte @Nullable [] raw,
            List<String> candidates,
            @Nullable Instant observedAt) {
        byte[] bytes = raw == null ? new byte[0] : raw;
        outlet.accept(Rejection.newBuilder()
                .setSource(source)
                .setReason(reason.name())
                .setDetail(detail)
                .setLocation(location)
                .setRaw(ByteBuffer.wrap(bytes.length > RAW_LIMIT ? Arrays.copyOf(bytes, RAW_LIMIT) : bytes))
                .setCandidates(List.copyOf(candidates))
                .setObservedAt(observedAt)
                .setReceivedAt(clock.instant())
                .build());
    }
}
