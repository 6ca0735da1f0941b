package io.touchline.platform.vendor;

import io.touchline.platform.identity.FixtureIdentity;
import io.touchline.platform.reject.Rejections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the intakes of one service and tells them when somebody links a fixture. */
public final class Intakes {

    private final Intake.Parts parts;
    private final List<Intake> made = new CopyOnWriteArrayList<>();

    /** For a service. */
    public Intakes(FixtureIdentity identity, Normaliser normaliser, Rejections rejections, Recorder recorder) {
        this.parts = new Intake.Parts(identity, normaliser, rejections, recorder, IntakeCounts.NONE, false);
    }

    /** A fresh one for a vendor. */
    public Intake of(Vendor vendor) {
        Intake intake = new Intake(vendor, parts);
        made.add(intake);
        return intake;
    }

    /** Somebody said which fixture that vendor's id means. */
    public void linked(String source, String vendorId) {
        for (Intake intake : made) {
            if (intake.source().name().equals(source)) {
                intake.linked(source + ':' + vendorId);
            }
        }
    }
}
