package io.touchline.gateway.rest;

import static io.touchline.gateway.Samples.MATCH;

import io.touchline.schema.QualityFinding;
import io.touchline.schema.Rejection;
import io.touchline.schema.SourceState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Records about the data itself. */
final class DataSamples {

    private DataSamples() {}

    static SourceState source(String source, String state, Instant at) {
        return SourceState.newBuilder()
                .setSource(source)
                .setStage("odds")
                .setState(state)
                .setProblem(state.equals("DOWN") ? "status 500" : "")
                .setLastGoodAt(at.minusSeconds(4))
                .setSequence(17L)
                .setQuotaLeft(490L)
                .setStalenessMillis(90_000)
                .setEmittedAt(at)
                .build();
    }

    static QualityFinding finding(String kind, String source, Instant at) {
        return QualityFinding.newBuilder()
                .setKind(kind)
                .setSource(source)
                .setFixtureId(MATCH)
                .setCompetition("eng.1")
                .setDetail("from 0.483 to 0.738")
                .setObservedAt(at)
                .setEmittedAt(at)
                .build();
    }

    static Rejection unmatched(String source, String vendorId, Instant at) {
        return rejection(
                source,
                "UNKNOWN_FIXTURE",
                "https://vendor.example/scores?day=1#part#" + source + ":" + vendorId,
                List.of(MATCH),
                at);
    }

    static Rejection rejection(String source, String reason, String location, List<String> candidates, Instant at) {
        return Rejection.newBuilder()
                .setSource(source)
                .setReason(reason)
                .setDetail("Gunners - Wolves (633790)")
                .setLocation(location)
                .setRaw(ByteBuffer.allocate(0))
                .setCandidates(candidates)
                .setReceivedAt(at)
                .build();
    }
}
