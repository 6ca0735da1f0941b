package io.touchline.gateway.rest;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import io.touchline.gateway.rest.PredictionAnswers.MatchPrediction;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.Views;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /api/v1/predictions/custom}: what a vector of the caller's own would be predicted as; from nothing, or from a match's newest vector with some values changed. Nothing of it goes on a topic. */
final class CustomEndpoint {

    private final Views views;
    private final VectorSource vectors;
    private final PredictionSource predictions;
    private final InstantSource clock;

    CustomEndpoint(Views views, VectorSource vectors, PredictionSource predictions, InstantSource clock) {
        this.views = views;
        this.vectors = vectors;
        this.predictions = predictions;
        this.clock = clock;
    }

    @Meaning("A vector of the caller's own: that of a match, or of two teams.")
    record CustomQuestion(
            @Meaning("match whose newest vector is begun with; without it, competition and both teams are needed")
            @Nullable String matchId,

            @Meaning("code such as eng.1") @Nullable String competition,
            @Meaning("id of a team") @Nullable String homeTeam,
            @Meaning("id of a team") @Nullable String awayTeam,
            @Meaning("now if missing") @Nullable Instant kickoffAt,

            @Meaning("OPENING, HOURS_24, HOUR_1, CLOSING or IN_PLAY; OPENING, or the match's own, if missing") @Nullable String cutoff,

            @Meaning(
                    "values by name of the catalogue; null = unknown, as is every one that is missing where no match is begun with")
            @Nullable Map<String, @Nullable Double> features) {}

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post(
                "/api/v1/predictions/custom",
                "The prediction of a vector of the caller's own",
                CustomQuestion.class,
                MatchPrediction.class,
                call -> call.body(CustomQuestion.class, question -> predict(call, question))));
    }

    private Mono<ServerResponse> predict(Call call, CustomQuestion question) {
        return begun(question)
                .flatMap(vector -> predictions.predict(changed(vector, question)))
                .switchIfEmpty(
                        Mono.error(
                                () -> new ProblemException(
                                        HttpStatus.NOT_FOUND,
                                        "no model has an opinion on this: name teams that have played, or give market_fair_home, _draw and _away")))
                .flatMap(prediction -> call.answer(PredictionAnswers.prediction(prediction)));
    }

    private Mono<FeatureVector> begun(CustomQuestion question) {
        String id = question.matchId();
        if (id != null) {
            MatchFile file = views.matches().find(id).orElse(null);
            FeatureVector held = file == null ? null : file.vector();
            return (held == null ? vectors.newest(id) : Mono.just(held))
                    .filter(vector -> vector.getCatalogueVersion()
                            == FeatureCatalogue.shipped().version())
                    .switchIfEmpty(Mono.error(() -> ProblemException.notFound("vector of a match", id)));
        }
        String competition = question.competition();
        String home = question.homeTeam();
        String away = question.awayTeam();
        if (competition == null || home == null || away == null) {
            throw bad("either matchId, or competition, homeTeam and awayTeam are needed");
        }
        Instant kickoff = question.kickoffAt();
        return Mono.just(empty(competition, home, away, kickoff == null ? clock.instant() : kickoff, clock.instant()));
    }

    /**
     * A vector in which nothing is known but who plays.
     *
     * @throws ProblemException 400 where the competition is unknown or a team's id is none
     */
    static FeatureVector empty(String competition, String home, String away, Instant kickoffAt, Instant asOf) {
        Float[] unknown = new Float[FeatureCatalogue.shipped().size()];
        Arrays.fill(unknown, Float.NaN);
        try {
            Competition played = Competitions.find(competition)
                    .orElseThrow(() -> bad("the competition " + competition + " is not known"));
            Season season = Season.at(LocalDate.ofInstant(kickoffAt, ZoneOffset.UTC), played.calendarYear());
            return new FeatureVector(
                    FixtureId.of(played.sport(), competition, season, new TeamId(home), new TeamId(away))
                            .value(),
                    competition,
                    season.label(),
                    home,
                    away,
                    kickoffAt.truncatedTo(ChronoUnit.MILLIS),
                    Cutoff.OPENING.name(),
                    asOf.truncatedTo(ChronoUnit.MILLIS),
                    FeatureCatalogue.shipped().version(),
                    Arrays.asList(unknown),
                    asOf.truncatedTo(ChronoUnit.MILLIS));
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static FeatureVector changed(FeatureVector begun, CustomQuestion question) {
        List<Float> values = new ArrayList<>(begun.getValues());
        Map<String, @Nullable Double> given = question.features() == null ? Map.of() : question.features();
        List<String> strange = given.keySet().stream()
                .filter(name -> FeatureCatalogue.find(name).isEmpty())
                .sorted()
                .toList();
        if (!strange.isEmpty()) {
            throw bad("no feature is called " + String.join(", ", strange) + "; the catalogue is in docs/features.md");
        }
        given.forEach((name, value) ->
                values.set(FeatureCatalogue.position(name), value == null ? Float.NaN : value.floatValue()));
        FeatureVector.Builder vector = FeatureVector.newBuilder(begun).setValues(Collections.unmodifiableList(values));
        String cutoff = question.cutoff();
        if (cutoff != null) {
            if (Arrays.stream(Cutoff.values()).noneMatch(each -> each.name().equals(cutoff))) {
                throw bad("cutoff is one of "
                        + Arrays.stream(Cutoff.values()).map(Cutoff::name).collect(Collectors.joining(", "))
                        + " but was " + cutoff);
            }
            vector.setCutoff(cutoff);
        }
        return vector.build();
    }

    private static ProblemException bad(String why) {
        return new ProblemException(HttpStatus.BAD_REQUEST, why);
    }
}
