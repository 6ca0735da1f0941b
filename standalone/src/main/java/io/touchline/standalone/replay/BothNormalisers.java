package io.touchline.standalone.replay;

import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent;
import org.jspecify.annotations.Nullable;

/** The scores' and the odds' side by side: each event goes to the one that reads it. */
record BothNormalisers(Normaliser scores, Normaliser odds) implements Normaliser {

    @Override
    public boolean reads(VendorEvent event) {
        return scores.reads(event) || odds.reads(event);
    }

    @Override
    public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
        (scores.reads(event) ? scores : odds).take(source, known, event, payload);
    }

    @Override
    public void ended(SourceDescriptor source, Payload payload, boolean complete) {
        scores.ended(source, payload, complete);
        odds.ended(source, payload, complete);
    }

    @Override
    public void flush() {
        scores.flush();
        odds.flush();
    }
}
