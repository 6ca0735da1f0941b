package io.touchline.gateway.rest;

import io.touchline.gateway.rest.AlertAnswers.Alert;
import io.touchline.gateway.view.AlertView;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.Views;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Everything under {@code /api/v1/alerts} and {@code /api/v1/recommendations}. */
final class AlertEndpoints {

    private static final List<String> STATES = List.of("OPENED", "UPDATED", "CLOSED", "GRADED", "OPEN");

    private final Views views;
    private final AlertStream stream;
    private final InstantSource clock;

    AlertEndpoints(Views views, AlertStream stream, InstantSource clock) {
        this.views = views;
        this.stream = stream;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.list(
                        "/api/v1/alerts",
                        "The latest event of each alert, the newest first",
                        Alert.class,
                        this::list,
                        Parameter.oneOf("state", "state of the alert; OPEN = OPENED or UPDATED", STATES),
                        Parameter.MATCH,
                        Parameter.COMPETITION,
                        Parameter.MARKET,
                        Parameter.BOOKMAKER,
                        Parameter.MINIMUM_EDGE),
                Endpoint.stream(
                        "/api/v1/alerts/stream",
                        "Alerts as they happen; each event's id is a cursor, which Last-Event-ID takes up again",
                        Alert.class,
                        call -> stream.answer(call, filter(call), alert -> shown(views, alert)),
                        Parameter.COMPETITION,
                        Parameter.MARKET,
                        Parameter.BOOKMAKER,
                        Parameter.MINIMUM_EDGE,
                        Parameter.header("Last-Event-ID", "id of the last event that was received")),
                Endpoint.get(
                        "/api/v1/alerts/{id}",
                        "One alert",
                        Alert.class,
                        call -> call.answer(views.alerts()
                                .find(call.id())
                                .map(alert -> shown(views, alert))
                                .orElseThrow(() -> ProblemException.notFound("alert", call.id())))),
                Endpoint.list(
                        "/api/v1/recommendations/value-bets",
                        "Open alerts, the largest edge first",
                        Alert.class,
                        call -> recommended(call, alert -> true),
                        Parameter.COMPETITION,
                        Parameter.MARKET,
                        Parameter.BOOKMAKER,
                        Parameter.MINIMUM_EDGE),
                Endpoint.list(
                        "/api/v1/recommendations/today",
                        "Open alerts of matches that begin today (UTC), the largest edge first",
                        Alert.class,
                        call -> recommended(call, today()),
                        Parameter.COMPETITION,
                        Parameter.MARKET,
                        Parameter.BOOKMAKER,
                        Parameter.MINIMUM_EDGE));
    }

    /** An alert with its match's title. */
    static Alert shown(Views views, ValueAlert alert) {
        MatchAnswers.Names names = views.matches()
                .find(alert.getFixtureId())
                .map(MatchAnswers.Names::of)
                .orElseGet(() -> MatchAnswers.Names.of(alert.getFixtureId()));
        return AlertAnswers.alert(
                alert, names.home().name() + " v " + names.away().name());
    }

    private Mono<ServerResponse> list(Call call) {
        Optional<String> state = call.text("state");
        Optional<String> matchId = call.text("matchId");
        String cursor = call.cursor();
        Predicate<ValueAlert> wanted = filter(call)
                .and(alert -> state.isEmpty()
                        || state.get().equals(alert.getState())
                        || state.get().equals("OPEN") && AlertAnswers.isOpen(alert))
                .and(alert -> matchId.isEmpty() || matchId.get().equals(alert.getFixtureId()))
                .and(cursor == null ? alert -> true : after(Page.open(cursor)));
        return call.answer(Page.of(
                views.alerts().latest().filter(wanted),
                call.limit(),
                alert -> alert.getAt().toEpochMilli() + "|" + alert.getAlertId(),
                alert -> shown(views, alert)));
    }

    /** What comes behind a place in the order of {@link AlertView#latest}. */
    private static Predicate<ValueAlert> after(String place) {
        int bar = place.indexOf('|');
        long at;
        try {
            at = Long.parseLong(place.substring(0, Math.max(0, bar)));
        } catch (NumberFormatException e) {
            throw Page.foreign();
        }
        String id = place.substring(bar + 1);
        return alert -> {
            int byTime = Long.compare(alert.getAt().toEpochMilli(), at);
            return byTime < 0 || byTime == 0 && alert.getAlertId().compareTo(id) > 0;
        };
    }

    private Mono<ServerResponse> recommended(Call call, Predicate<ValueAlert> when) {
        Instant now = clock.instant();
        Stream<ValueAlert> open = views.alerts()
                .latest()
                .filter(AlertAnswers::isOpen)
                .filter(alert -> alert.getKickoffAt().isAfter(now) || isRunning(alert))
                .filter(when)
                .filter(filter(call));
        List<Alert> ranked = open.sorted(Comparator.comparingDouble(ValueAlert::getEdge)
                        .reversed()
                        .thenComparing(ValueAlert::getAlertId))
                .map(alert -> shown(views, alert))
                .toList();
        return call.answer(Page.ranked(ranked, call.limit(), call.cursor()));
    }

    private boolean isRunning(ValueAlert alert) {
        Optional<MatchFile> match = views.matches().find(alert.getFixtureId());
        return match.isPresent() && match.get().status().equals("IN_PLAY");
    }

    private Predicate<ValueAlert> today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return alert ->
                LocalDate.ofInstant(alert.getKickoffAt(), ZoneOffset.UTC).equals(today);
    }

    private static Predicate<ValueAlert> filter(Call call) {
        @Nullable String competition = call.text("competition").orElse(null);
        @Nullable String market = call.text("market").orElse(null);
        @Nullable String bookmaker = call.text("bookmaker").orElse(null);
        double least = call.number("minimumEdge").orElse(Double.NEGATIVE_INFINITY);
        return alert -> (competition == null || competition.equals(alert.getCompetition()))
                && (market == null || market.equals(alert.getMarket()))
                && (bookmaker == null || bookmaker.equals(alert.getBookmaker()))
                && alert.getEdge() >= least;
    }
}
