package io.touchline.platform.vendor;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import org.jspecify.annotations.Nullable;

/** Where an adapter tells what it read. */
public interface EventSink {

    /** Something usable. */
    void event(VendorEvent event);

    /**
     * Something that cannot be used, or not whole.
     *
     * @param reason its name
     * @param detail what was wrong, with the value, for a person; never a secret
     * @param place where inside the payload, such as the event's id; empty for the whole payload
     * @param raw the bytes of that part; null to keep the payload's own
     * @param fixture whose it is; null where that is not known
     */
    void rejected(
            RejectReason reason, String detail, String place, byte @Nullable [] raw, @Nullable FixtureRef fixture);
}
