package io.touchline.gateway.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers about the system itself. */
final class SystemAnswers {

    private SystemAnswers() {}

    @Meaning("One part that the gateway needs.")
    record Component(
            String name,
            @Meaning("UP, CATCHING_UP, OFF or DOWN") String status,

            @Meaning("why it is not up; null where it is") @Nullable String cause) {}

    @Meaning("What came from one stage on one topic.")
    record Flow(
            @Meaning("ingest, odds, feature, prediction or alert")
            String stage,

            String topic,

            @Meaning("records read since the gateway started")
            long records,

            @Meaning("time of the newest record; null before the first") @Nullable Instant newestAt) {}

    @Meaning("Whether the gateway is fit to answer.")
    record Health(
            @Meaning("UP; DEGRADED: answers, without some part; CATCHING_UP or DOWN: not yet or not now")
            String status,

            List<Component> components,
            List<Flow> flows) {}

    @Meaning("The state of the gateway, for administrators.")
    record Status(
            Health health,
            Instant startedAt,
            @Meaning("by our clock") Instant now,
            @Meaning("matches held, by status") Map<String, Integer> matches,
            @Meaning("events of alerts since the start") long alertEvents,
            @Meaning("outcomes held") int outcomes,
            @Meaning("API keys that are let in") int keys,
            @Meaning("sockets open through the gateway") int sockets,
            @Meaning("bytes") long memoryUsed,
            @Meaning("bytes") long memoryMost) {}
}
