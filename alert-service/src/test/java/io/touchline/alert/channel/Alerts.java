package io.touchline.alert.channel;

import io.touchline.alert.life.Records;
import io.touchline.schema.ValueAlert;
import java.util.List;

/** Alert events for tests of the channel. */
public final class Alerts {

    private Alerts() {}

    /** An event of a home-win alert at bet365 in eng.1. */
    public static ValueAlert event(String id, String state, int sequence, double edge) {
        return ValueAlert.newBuilder()
                .setAlertId(id)
                .setState(state)
                .setSequence(sequence)
                .setAt(Records.KICKOFF)
                .setFixtureId(Records.FIXTURE)
                .setCompetition(Records.COMPETITION)
                .setKickoffAt(Records.KICKOFF)
                .setMarket("MATCH_RESULT")
                .setSelection("HOME")
                .setBookmaker("bet365")
                .setSource("feed")
                .setOdds(2.1)
                .setOpeningOdds(2.1)
                .setPriceObservedAt(Records.KICKOFF)
                .setPriceAgeMillis(0)
                .setProbability(0.52)
                .setFairProbabilities(List.of())
                .setEdge(edge)
                .setStake(0.01)
                .setConfidence(0.7)
                .setModelVersion("m")
                .setVotes(List.of())
                .setReasons(List.of())
                .setExpiresAt(Records.KICKOFF)
                .setEmittedAt(Records.KICKOFF)
                .build();
    }
}
