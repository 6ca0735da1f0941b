package io.touchline.gateway.rest;

import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.MatchView;
import io.touchline.gateway.view.Views;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Everything under {@code /api/v1/matches}. */
final class MatchEndpoints {

    private static final List<String> STATUSES =
            List.of("SCHEDULED", "IN_PLAY", "FINISHED", "POSTPONED", "ABANDONED", "CANCELLED");
    private static final Parameter TEAM = Parameter.text("team", "part of a team's name or id");
    private static final Parameter FROM = Parameter.moment("from", "first kickoff, inclusive");
    private static final Parameter TO = Parameter.moment("to", "last kickoff, exclusive");

    private final Views views;
    private final PastMatches past;
    private final VectorSource state;
    private final VectorSource projections;
    private final InstantSource clock;
    private final Freshness freshness;

    MatchEndpoints(Views views, PastMatches past, VectorSource state, VectorSource projections, InstantSource clock) {
        this.state = state;
        this.projections = projections;
        this.views = views;
        this.past = past;
        this.clock = clock;
        this.freshness = new Freshness(views.data().sources(), clock);
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.list(
                "/api/v1/matches",
                "Matches around now, by kickoff",
                MatchAnswers.Match.class,
                call -> list(call, filter(call)),
                Parameter.COMPETITION,
                Parameter.oneOf("status", "how it stands", STATUSES),
                FROM,
                TO,
                TEAM));
        endpoints.add(Endpoint.list(
                "/api/v1/matches/live",
                "Matches in play",
                MatchAnswers.Match.class,
                call -> list(
                        call, byCompetition(call).and(match -> match.status().equals("IN_PLAY"))),
                Parameter.COMPETITION));
        endpoints.add(Endpoint.list(
                "/api/v1/matches/upcoming",
                "Matches yet to begin",
                MatchAnswers.Match.class,
                call -> list(call, byCompetition(call).and(upcoming())),
                Parameter.COMPETITION));
        endpoints.add(Endpoint.get("/api/v1/matches/{id}", "One match", MatchAnswers.Match.class, this::one));
        endpoints.add(Endpoint.get(
                "/api/v1/matches/{id}/odds",
                "All odds of a match",
                OddsAnswers.MatchOdds.class,
                call -> call.answer(OddsAnswers.matchOdds(held(views, call.id()), freshness))));
        endpoints.add(Endpoint.get(
                "/api/v1/matches/{id}/prediction",
                "The newest prediction of a match",
                PredictionAnswers.MatchPrediction.class,
                call -> call.answer(PredictionEndpoints.predictionOf(views, call.id()))));
        endpoints.add(Endpoint.get(
                "/api/v1/matches/{id}/events",
                "What happened in a match",
                MatchAnswers.Events.class,
                call -> call.answer(MatchAnswers.events(held(views, call.id())))));
        endpoints.add(Endpoint.get(
                "/api/v1/matches/{id}/head-to-head",
                "Past matches of the two teams",
                MatchAnswers.HeadToHead.class,
                this::headToHead));
        endpoints.add(Endpoint.get(
                "/api/v1/matches/{id}/features",
                "The newest feature vector of a match",
                MatchAnswers.Features.class,
                this::features));
        return List.copyOf(endpoints);
    }

    /** A match that is held; 404 otherwise. */
    static MatchFile held(Views views, String id) {
        return views.matches().find(id).orElseThrow(() -> ProblemException.notFound("match", id));
    }

    private Mono<ServerResponse> one(Call call) {
        Optional<MatchFile> file = views.matches().find(call.id());
        if (file.isPresent()) {
            return call.answer(MatchAnswers.match(file.get(), freshness));
        }
        return past.find(call.id())
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("match", call.id())))
                .flatMap(call::answer);
    }

    private Mono<ServerResponse> headToHead(Call call) {
        MatchFile file = held(views, call.id());
        MatchAnswers.Names names = MatchAnswers.Names.of(file);
        String competition = names.competition();
        return call.answer(MatchAnswers.headToHead(
                file,
                competition == null
                        ? List.of()
                        : views.meetings()
                                .before(
                                        file.kickoffAt(),
                                        competition,
                                        names.home().id(),
                                        names.away().id())));
    }

    /** From the feature service's own stores, else from what came by, else from where its projections keep them. */
    private Mono<ServerResponse> features(Call call) {
        String id = call.id();
        VectorSource seen =
                asked -> Mono.justOrEmpty(views.matches().find(asked)).flatMap(file -> Mono.justOrEmpty(file.vector()));
        return state.or(seen)
                .or(projections)
                .newest(id)
                .switchIfEmpty(Mono.error(() -> views.matches().find(id).isEmpty()
                        ? ProblemException.notFound("match", id)
                        : ProblemException.notFound("feature vector of a match", id)))
                .flatMap(vector -> call.answer(MatchAnswers.features(vector)));
    }

    private Mono<ServerResponse> list(Call call, Predicate<MatchFile> wanted) {
        Stream<MatchFile> rest = views.matches().after(place(call.cursor())).filter(wanted);
        return call.answer(
                Page.of(rest, call.limit(), MatchEndpoints::place, file -> MatchAnswers.match(file, freshness)));
    }

    private static String place(MatchFile match) {
        return match.kickoffAt().toEpochMilli() + "|" + match.id();
    }

    private static MatchView.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String text = Page.open(cursor);
        int bar = text.indexOf('|');
        try {
            return new MatchView.Place(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, bar)))), text.substring(bar + 1));
        } catch (NumberFormatException e) {
            throw Page.foreign();
        }
    }

    private Predicate<MatchFile> filter(Call call) {
        Optional<String> status = call.text("status");
        Optional<Instant> from = call.moment("from");
        Optional<Instant> to = call.moment("to");
        Optional<String> team = call.text("team").map(text -> text.toLowerCase(Locale.ROOT));
        return byCompetition(call)
                .and(match -> status.isEmpty() || match.status().equals(status.get()))
                .and(match -> from.isEmpty() || !match.kickoffAt().isBefore(from.get()))
                .and(match -> to.isEmpty() || match.kickoffAt().isBefore(to.get()))
                .and(match -> team.isEmpty() || plays(match, team.get()));
    }

    private static Predicate<MatchFile> byCompetition(Call call) {
        Optional<String> competition = call.text("competition");
        return match -> competition.isEmpty()
                || competition.get().equals(MatchAnswers.Names.of(match).competition());
    }

    private Predicate<MatchFile> upcoming() {
        Instant now = clock.instant();
        return match -> match.status().equals("SCHEDULED") && match.kickoffAt().isAfter(now);
    }

    private static boolean plays(MatchFile match, String team) {
        MatchAnswers.Names names = MatchAnswers.Names.of(match);
        return Stream.of(names.home(), names.away())
                .anyMatch(side -> side.id().contains(team)
                        || side.name().toLowerCase(Locale.ROOT).contains(team));
    }
}
