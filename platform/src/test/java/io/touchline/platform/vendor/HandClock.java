package io.touchline.platform.vendor;

import io.touchline.platform.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock moved by hand; pausing on it moves it. */
final class HandClock implements InstantSource, Pause {

    final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-21T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
        advance(time);
    }
}
