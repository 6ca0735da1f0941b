package io.touchline.ingest.connector;

import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.IntakeCounts;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.schema.Rejection;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a connector's intake hears, in the vendor's words: nobody names fixtures, nothing is published. */
public final class Told implements Normaliser {

    private final List<VendorEvent> events = new CopyOnWriteArrayList<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    /** An intake that tells it here. */
    public Intake intake(Vendor vendor, InstantSource clock) {
        return new Intake(
                vendor,
                new Intake.Parts(
                        ref -> new Resolution.Unmatched(RejectReason.UNKNOWN_FIXTURE, "nobody is asked", List.of()),
                        this,
                        new Rejections(clock, rejections::add),
                        Recorder.NONE,
                        IntakeCounts.NONE,
                        false));
    }

    @Override
    public boolean reads(VendorEvent event) {
        return true;
    }

    @Override
    public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
        events.add(event);
    }

    @Override
    public void flush() {}

    public int size() {
        return events.size();
    }

    /** Those of one kind, in order. */
    public <E extends VendorEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Names of the reasons, in order. */
    public List<String> reasons() {
        return rejections.stream()
                .map(rejection -> rejection.getReason().toString())
                .toList();
    }
}
