package io.touchline.standalone.replay;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.IntakeCounts;
import io.touchline.schema.Rejection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a replay of a recording has told so far. For one thread. */
public final class VendorCounts implements IntakeCounts {

    private final Map<String, Long> events = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Boolean> fixtures = new HashMap<>();
    private long payloads;

    @Override
    public void payload() {
        payloads++;
    }

    @Override
    public void rejected(RejectReason reason) {
        rejected.merge(reason.name(), 1L, Long::sum);
    }

    @Override
    public void fixture(String vendorKey, boolean matched) {
        fixtures.merge(vendorKey, matched, Boolean::logicalOr);
    }

    void event(String type) {
        events.merge(type, 1L, Long::sum);
    }

    /** Rejections that count here before they go on. */
    Rejections counting(InstantSource clock, Consumer<Rejection> outlet) {
        return new Rejections(clock, rejection -> {
            rejected.merge(rejection.getReason(), 1L, Long::sum);
            outlet.accept(rejection);
        });
    }

    public long payloads() {
        return payloads;
    }

    /** Normalised events by type; {@code PRICE} counts every odds value. */
    public Map<String, Long> events() {
        return events;
    }

    /** What could not be used, by reason. */
    public Map<String, Long> rejected() {
        return rejected;
    }

    /** Fixtures of the vendor's that were named. */
    public long fixturesMatched() {
        return fixtures.values().stream().filter(matched -> matched).count();
    }

    /** Those that were not. */
    public long fixturesUnmatched() {
        return fixtures.size() - fixturesMatched();
    }
}
