package io.touchline.platform.time;

import java.time.Duration;

/** Pauses between attempts that double up to a longest one. For one thread. */
public final class Retry {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    /** Starts with the first pause. */
    public Retry(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** Pauses; false where the thread was interrupted, which stays marked. */
    public boolean pause() {
        try {
            Thread.sleep(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(longest) > 0 ? longest : twice;
        return true;
    }

    /** After a success: the next pause is the first one again. */
    public void reset() {
        next = first;
    }
}
