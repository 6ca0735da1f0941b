package io.touchline.platform.sportradar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One producer of the feed as a session sees it: down until its recovery is complete, and down again with the first gap in its alive messages. {@code at} and {@code after} are the producer's
 * clock, everything else is ours. For one thread.
 */
final class UofProducer {

    /** An alive message that came just before the cut says nothing about the messages that were on their way with it. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** A recovery that brings nothing for so long has failed. */
    private static final Duration STALLED = Duration.ofMinutes(5);

    /** Where it stands. */
    enum State {
        DOWN,
        RECOVERING,
        UP
    }

    private final String id;
    private final String path;
    private final Duration window;
    private State state = State.DOWN;
    private @Nullable Instant aliveAt;
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant unbrokenUntil;
    private @Nullable Instant unbrokenInRecovery;
    private boolean heard;
    private long requestId;
    private Instant requestedAt = Instant.EPOCH;
    private Instant progressAt = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;

    /**
     * Down at first.
     *
     * @param id the vendor's number
     * @param path of its API, such as {@code /v1/liveodds}
     * @param window how far a recovery may go back
     */
    UofProducer(String id, String path, Duration window) {
        this.id = id;
        this.path = path;
        this.window = window;
    }

    String id() {
        return id;
    }

    String path() {
        return path;
    }

    State state() {
        return state;
    }

    /** What its clock shows, by its last alive message. */
    Instant clock(Instant now) {
        return now.plus(ahead);
    }

    /** An alive message; true where it shows that messages were lost. */
    boolean alive(@Nullable Instant at, boolean subscribed, Instant receivedAt, Rules rules) {
        boolean lost = isSilent(receivedAt, rules.aliveLimit());
        aliveAt = receivedAt;
        heard = true;
        ahead = at == null ? ahead : Duration.between(receivedAt, at);
        switch (state) {
            case UP -> {
                if (lost || !subscribed) {
                    state = State.DOWN;
                    return true;
                }
                unbrokenUntil = at == null ? unbrokenUntil : at;
            }
            case RECOVERING -> {
                if (lost || (!subscribed && receivedAt.isAfter(requestedAt.plus(rules.recoveryGap())))) {
                    state = State.DOWN;
                } else if (subscribed && at != null) {
                    unbrokenInRecovery = at;
                }
            }
            case DOWN -> {
                // recovery is due, nothing more to learn
            }
        }
        return false;
    }

    /** True where it was up and has been silent for too long. */
    boolean fallsSilent(Instant now, Rules rules) {
        if (state == State.DOWN || !isSilent(now, rules.aliveLimit())) {
            return false;
        }
        boolean wasUp = state == State.UP;
        cut();
        return wasUp;
    }

    private boolean isSilent(Instant now, Duration limit) {
        return aliveAt != null && now.isAfter(aliveAt.plus(limit));
    }

    /** The connection is gone, or nothing can be trusted for another reason. */
    void cut() {
        state = State.DOWN;
        heard = false;
        aliveAt = null;
    }

    /** Whether a recovery is to be asked for: only once alive messages come (again). */
    boolean isRecoveryDue(Instant now, Rules rules) {
        if (state == State.RECOVERING
                && (now.isAfter(requestedAt.plus(rules.recoveryLimit())) || now.isAfter(progressAt.plus(STALLED)))) {
            state = State.DOWN;
        }
        return state == State.DOWN && heard && !now.isBefore(notBefore);
    }

    /** From when on messages may be missing; null for everything, where nothing is known or it lies too far back. */
    @Nullable Instant after(Instant now, Rules rules) {
        Instant known = unbrokenUntil;
        if (known != null) {
            Instant after = known.minus(OVERLAP);
            return after.plus(window).isAfter(now) ? after : null;
        }
        if (rules.firstRecovery().isZero()) {
            return null;
        }
        Duration most = window.minus(window.dividedBy(10));
        return now.minus(rules.firstRecovery().compareTo(most) < 0 ? rules.firstRecovery() : most);
    }

    /** The vendor accepted a recovery. */
    void recovering(long request, Instant now, Rules rules) {
        state = State.RECOVERING;
        requestId = request;
        requestedAt = now;
        progressAt = now;
        unbrokenInRecovery = null;
        notBefore = now.plus(rules.recoveryGap());
    }

    /** No recovery before then. */
    void waitUntil(Instant then) {
        notBefore = then;
    }

    /** A message that answers a recovery. */
    void progress(long request, Instant now) {
        if (state == State.RECOVERING && request == requestId) {
            progressAt = now;
        }
    }

    /** Whether it is up by this {@code snapshot_complete}: only by that of its own last request. */
    boolean isCompletedBy(long request, @Nullable Instant at) {
        if (state != State.RECOVERING || request != requestId) {
            return false;
        }
        state = State.UP;
        Instant reached = unbrokenInRecovery != null ? unbrokenInRecovery : at;
        unbrokenUntil = reached != null ? reached : unbrokenUntil;
        return true;
    }

    /** The times of {@link UofSettings}. */
    record Rules(Duration aliveLimit, Duration firstRecovery, Duration recoveryGap, Duration recoveryLimit) {}
}
