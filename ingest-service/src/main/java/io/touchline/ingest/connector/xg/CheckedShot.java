package io.touchline.ingest.connector.xg;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import io.touchline.schema.Shot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shot as a vendor tells it, in our units; {@link #shot} checks it.
 *
 * @param id the vendor's
 * @param side HOME or AWAY, whose player shot; for an own goal the side that concedes it
 * @param player null where not told
 * @param minute of play
 * @param x towards the goal attacked, 0 to 1; null where not told
 * @param y across, 0 to 1, in the vendor's direction; null where not told
 * @param xg null where not told
 * @param situation OPEN_PLAY, CORNER, FREE_KICK, SET_PIECE or PENALTY; null where not told
 * @param result GOAL, OWN_GOAL, SAVED, BLOCKED, MISSED or POST
 */
public record CheckedShot(
        String id,
        String side,
        @Nullable String player,
        int minute,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double xg,
        @Nullable String situation,
        String result) {

    /** A ball on the line is measured a little behind it now and then. */
    private static final double BESIDE_THE_PITCH = 0.03;

    /** As a record; what its vendor's words do not tell is filled in later. */
    public Shot shot(String source, Instant observedAt) throws Unusable {
        if (xg != null && !(xg >= 0 && xg <= 1)) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "xG must be from 0 to 1 but was " + xg);
        }
        return Shot.newBuilder()
                .setFixtureId("")
                .setShotId(id)
                .setSide(side)
                .setPlayer(player)
                .setMinute(minute)
                .setX(place("x", x))
                .setY(place("y", y))
                .setXg(xg)
                .setSituation(situation)
                .setResult(result)
                .setSource(source)
                .setObservedAt(observedAt)
                .setReceivedAt(observedAt)
                .setEmittedAt(observedAt)
                .build();
    }

    private static @Nullable Double place(String name, @Nullable Double value) throws Unusable {
        if (value == null) {
            return null;
        }
        if (!(value >= -BESIDE_THE_PITCH && value <= 1 + BESIDE_THE_PITCH)) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " is not on the pitch: " + value);
        }
        return Math.clamp(value, 0.0, 1.0);
    }
}
