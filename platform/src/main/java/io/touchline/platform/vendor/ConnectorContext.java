package io.touchline.platform.vendor;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.platform.time.Pause;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a connector gets from its service.
 *
 * @param stage the service's stage, prefix of the meters
 * @param clock our clock
 * @param pause waits by that clock
 * @param jitter spreads the pauses after failures
 * @param meters where payloads are counted
 * @param secrets of the connector, which show nowhere
 */
public record ConnectorContext(
        String stage, InstantSource clock, Pause pause, RandomGenerator jitter, MeterRegistry meters, Secrets secrets) {

    /** Without secrets yet. */
    public ConnectorContext(
            String stage, InstantSource clock, Pause pause, RandomGenerator jitter, MeterRegistry meters) {
        this(stage, clock, pause, jitter, meters, new Secrets());
    }

    /** Pauses by the clock, with an unseeded jitter: nothing that is published depends on it. */
    public static ConnectorContext of(String stage, InstantSource clock, MeterRegistry meters) {
        return new ConnectorContext(stage, clock, Pause.by(clock), RandomGenerator.getDefault(), meters);
    }
}
