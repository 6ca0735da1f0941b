package io.touchline.platform.vendor;

import io.touchline.platform.reject.RejectReason;

/** Told of what passes through an {@link Intake}, for meters or for the counts of a replay. */
public interface IntakeCounts {

    /** Counts nothing. */
    IntakeCounts NONE = new IntakeCounts() {
        @Override
        public void payload() {}

        @Override
        public void rejected(RejectReason reason) {}

        @Override
        public void fixture(String vendorKey, boolean matched) {}
    };

    /** One payload was taken. */
    void payload();

    /** One thing was rejected; repetitions that are not put on the topic again count too where the intake does not leave them out. */
    void rejected(RejectReason reason);

    /** An event of this fixture came. */
    void fixture(String vendorKey, boolean matched);
}
