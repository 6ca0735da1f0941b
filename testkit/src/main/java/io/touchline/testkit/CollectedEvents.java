package io.touchline.testkit;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.VendorEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what an adapter told, in order. */
public final class CollectedEvents implements EventSink {

    private final List<VendorEvent> events = new ArrayList<>();
    private final List<Rejected> rejections = new ArrayList<>();

    /** One rejection; {@code raw} left out. */
    public record Rejected(
            RejectReason reason,
            String detail,
            String place,
            @Nullable FixtureRef fixture) {}

    @Override
    public void event(VendorEvent event) {
        events.add(event);
    }

    @Override
    public void rejected(
            RejectReason reason, String detail, String place, byte @Nullable [] raw, @Nullable FixtureRef fixture) {
        rejections.add(new Rejected(reason, detail, place, fixture));
    }

    public List<VendorEvent> events() {
        return List.copyOf(events);
    }

    /** Those of one kind, in order. */
    public <E extends VendorEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Rejected> rejections() {
        return List.copyOf(rejections);
    }

    /** Reasons in order, for a short assertion. */
    public List<RejectReason> reasons() {
        return rejections.stream().map(Rejected::reason).toList();
    }

    public void clear() {
        events.clear();
        rejections.clear();
    }
}
