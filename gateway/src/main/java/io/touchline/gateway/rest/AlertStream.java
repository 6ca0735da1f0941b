package io.touchline.gateway.rest;

import io.touchline.gateway.view.AlertCursor;
import io.touchline.gateway.view.AlertView;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Alerts as server-sent events. Every follower reads the log at his own pace: what arrives only wakes him up, so nothing is queued for him and nothing is lost. One who
 * falls behind what the log holds is told so by a {@code reset} event, after which everything that is still held comes again; a reset also answers a
 * {@code Last-Event-ID} that is older than the log, or none of ours.
 */
public final class AlertStream {

    private static final int BATCH = 100;

    private final AlertView alerts;
    private final Json json;
    private final Duration heartbeat;

    public AlertStream(AlertView alerts, Json json, Duration heartbeat) {
        this.alerts = alerts;
        this.json = json;
        this.heartbeat = heartbeat;
    }

    Mono<ServerResponse> answer(
            Call call, Predicate<ValueAlert> wanted, Function<ValueAlert, AlertAnswers.Alert> show) {
        Flux<ServerSentEvent<String>> events =
                Flux.defer(() -> events(call.header("Last-Event-ID").orElse(null), wanted, show));
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(events));
    }

    Flux<ServerSentEvent<String>> events(
            @Nullable String lastEventId, Predicate<ValueAlert> wanted, Function<ValueAlert, AlertAnswers.Alert> show) {
        Follower follower = new Follower(wanted, show);
        Flux<ServerSentEvent<String>> missed = Flux.fromIterable(follower.begin(lastEventId));
        // a wake-up that comes while the follower is busy stands for all that come meanwhile
        Flux<ServerSentEvent<String>> live = Flux.<Boolean>create(this::wakeUps, FluxSink.OverflowStrategy.LATEST)
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(wake -> Flux.defer(follower::drain), 1);
        Flux<ServerSentEvent<String>> beats = Flux.interval(heartbeat)
                .onBackpressureDrop()
                .map(beat ->
                        ServerSentEvent.<String>builder().comment("heartbeat").build());
        Flux<ServerSentEvent<String>> hello =
                Flux.just(ServerSentEvent.<String>builder().comment("welcome").build());
        return Flux.concat(hello, missed, Flux.merge(live, beats));
    }

    private void wakeUps(FluxSink<Boolean> sink) {
        Runnable wake = () -> sink.next(Boolean.TRUE);
        alerts.follow(wake);
        sink.onDispose(() -> alerts.unfollow(wake));
        // what came between the beginning and now
        wake.run();
    }

    /** One reader of the log. */
    private final class Follower {
        private final Predicate<ValueAlert> wanted;
        private final Function<ValueAlert, AlertAnswers.Alert> show;
        private AlertCursor cursor = AlertCursor.START;
        private long number;

        Follower(Predicate<ValueAlert> wanted, Function<ValueAlert, AlertAnswers.Alert> show) {
            this.wanted = wanted;
            this.show = show;
        }

        /** What he missed since his last event; a new follower missed nothing. */
        List<ServerSentEvent<String>> begin(@Nullable String lastEventId) {
            synchronized (alerts) {
                number = alerts.last();
                if (lastEventId == null || lastEventId.isBlank()) {
                    cursor = alerts.end();
                    return List.of();
                }
                cursor = AlertCursor.parse(lastEventId.strip()).orElse(AlertCursor.START);
                AlertView.Batch batch = alerts.after(cursor);
                boolean foreign = cursor.equals(AlertCursor.START);
                return events(batch, batch.missed() || foreign);
            }
        }

        /** Everything since the last time, in small batches, so that no follower holds much. */
        Flux<ServerSentEvent<String>> drain() {
            return Flux.<List<ServerSentEvent<String>>>generate(sink -> {
                        AlertView.Batch batch = alerts.after(number, BATCH);
                        if (batch.entries().isEmpty()) {
                            sink.complete();
                            return;
                        }
                        number = batch.entries().getLast().number();
                        sink.next(events(batch, batch.missed()));
                    })
                    .concatMapIterable(Function.identity(), 1);
        }

        private List<ServerSentEvent<String>> events(AlertView.Batch batch, boolean reset) {
            List<ServerSentEvent<String>> events = new ArrayList<>();
            if (reset) {
                events.add(ServerSentEvent.<String>builder()
                        .event("reset")
                        .data("{\"reason\":\"older alerts are no longer held\"}")
                        .build());
            }
            for (AlertView.Entry entry : batch.entries()) {
                cursor = cursor.with(entry.partition(), entry.offset());
                if (wanted.test(entry.alert())) {
                    events.add(ServerSentEvent.<String>builder()
                            .id(cursor.toString())
                            .event("alert")
                            .data(json.text(show.apply(entry.alert())))
                            .build());
                }
            }
            return events;
        }
    }
}
