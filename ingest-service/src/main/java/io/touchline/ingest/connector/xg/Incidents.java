package io.touchline.ingest.connector.xg;

import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import org.jspecify.annotations.Nullable;

/** Short forms for what happens in a match. */
public final class Incidents {

    /** A kick of a shoot-out: no goal and no shot of the match, yet accounted for. */
    public static final String SHOOT_OUT_KICK = "SHOOT_OUT_KICK";

    /** Of a coach: the side plays on with all its men, so it is no RED_CARD. */
    public static final String OFFICIAL_RED_CARD = "OFFICIAL_RED_CARD";

    private Incidents() {}

    /** One that happened. */
    public static MatchEvent of(
            String type,
            @Nullable String side,
            @Nullable Integer minute,
            @Nullable String player,
            @Nullable String detail) {
        return MatchEvent.newBuilder()
                .setType(type)
                .setSide(side)
                .setMinute(minute)
                .setPlayer(player)
                .setDetail(detail)
                .build();
    }

    /** Statistics that are not told. */
    public static TeamStatistics untold() {
        return TeamStatistics.newBuilder().build();
    }

    /** The other side. */
    public static String other(String side) {
        return side.equals("HOME") ? "AWAY" : "HOME";
    }

    /** How many incidents of that type that side has. */
    public static int count(Iterable<MatchEvent> incidents, String type, String side) {
        int count = 0;
        for (MatchEvent incident : incidents) {
            if (incident.getType().equals(type) && side.equals(incident.getSide())) {
                count++;
            }
        }
        return count;
    }
}
