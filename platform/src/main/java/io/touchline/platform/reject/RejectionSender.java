package io.touchline.platform.reject;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topics;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts rejections on their topic, counts them as {@code <stage>.rejections{reason}} and logs them at debug level, one line each. */
public final class RejectionSender implements Consumer<Rejection> {

    private static final Logger LOG = LoggerFactory.getLogger(RejectionSender.class);

    private final String stage;
    private final RecordSender sender;
    private final MeterRegistry meters;

    /** For one service, by its stage: ingest, odds and so on. */
    public RejectionSender(String stage, RecordSender sender, MeterRegistry meters) {
        this.stage = stage;
        this.sender = sender;
        this.meters = meters;
    }

    @Override
    public void accept(Rejection rejection) {
        meters.counter(stage + ".rejections", "reason", rejection.getReason()).increment();
        LOG.debug(
                "rejected {} at {}: {} {}",
                rejection.getSource(),
                rejection.getLocation(),
                rejection.getReason(),
                rejection.getDetail());
        sender.send(Topics.REJECTIONS, rejection.getSource(), rejection, rejection.getReceivedAt());
    }
}
