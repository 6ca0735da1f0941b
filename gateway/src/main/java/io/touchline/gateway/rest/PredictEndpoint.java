package io.touchline.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.Views;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /api/v1/matches/predict}: the prediction of the match that two teams play on a day. Where it is scheduled, the newest one that was made; where it is not, what the models know of the two teams, in the competition that
 * they were seen in last. The gateway makes no predictions of its own.
 */
final class PredictEndpoint {

    private static final int MOST_FACTORS = 300;

    private final Views views;
    private final PredictionSource predictions;
    private final InstantSource clock;

    PredictEndpoint(Views views, PredictionSource predictions, InstantSource clock) {
        this.views = views;
        this.predictions = predictions;
        this.clock = clock;
    }

    @Meaning("Which match is meant.")
    record PredictQuestion(
            @JsonProperty("home_team_id") String home_team_id,
            @JsonProperty("away_team_id") String away_team_id,
            @Meaning("day (UTC) or moment") String match_date,

            @Meaning("not needed: the fixture knows its venue") @Nullable String venue_id,

            @Meaning("whether the answer holds the confidence; true if missing") @Nullable Boolean include_confidence,

            @Meaning("not needed: the vector's windows are fixed by the catalogue") @Nullable Integer historical_depth_games) {}

    @Meaning("Probabilities of the match result.")
    record Probabilities(
            double home_win,
            double draw,
            double away_win,
            @Nullable Double confidence) {}

    @Meaning("One thing that the prediction rests on.")
    record Factor(
            String name,
            @Meaning("null = unknown") @Nullable Double value,
            String unit) {}

    @Meaning("Where the prediction comes from.")
    record Metadata(
            String match_id,

            @Meaning("false where no such match is known") boolean scheduled,

            String model_version,
            String cutoff,
            Instant prediction_time) {}

    @Meaning("The prediction of one match.")
    record PredictAnswer(Probabilities prediction, List<Factor> factors, Metadata metadata) {}

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post(
                "/api/v1/matches/predict",
                "The prediction of the match of two teams on a day",
                PredictQuestion.class,
                PredictAnswer.class,
                call -> call.body(PredictQuestion.class, question -> predict(call, question))));
    }

    @SuppressWarnings("NullAway") // a body may lack what is needed
    private Mono<ServerResponse> predict(Call call, PredictQuestion question) {
        if (question.home_team_id() == null || question.away_team_id() == null || question.match_date() == null) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "home_team_id, away_team_id and match_date are needed");
        }
        LocalDate day = day(question.match_date());
        Optional<MatchFile> scheduled = views.matches()
                .all()
                .filter(file -> {
                    MatchAnswers.Names names = MatchAnswers.Names.of(file);
                    return names.home().id().equals(question.home_team_id())
                            && names.away().id().equals(question.away_team_id())
                            && LocalDate.ofInstant(file.kickoffAt(), ZoneOffset.UTC)
                                    .equals(day);
                })
                .findFirst();
        boolean withConfidence = !Boolean.FALSE.equals(question.include_confidence());
        if (scheduled.isPresent()) {
            MatchFile match = scheduled.get();
            Prediction prediction = match.prediction();
            if (prediction == null) {
                throw ProblemException.notFound("prediction of a match", match.id());
            }
            return call.answer(answer(prediction, match.vector(), withConfidence, true));
        }
        FeatureVector vector = unscheduled(question.home_team_id(), question.away_team_id(), day);
        return predictions
                .predict(vector)
                .switchIfEmpty(Mono.error(() -> unknown(question.home_team_id(), question.away_team_id(), day)))
                .flatMap(prediction -> call.answer(answer(prediction, vector, withConfidence, false)));
    }

    private FeatureVector unscheduled(String home, String away, LocalDate day) {
        String competition = newestOf(home)
                .filter(seen -> newestOf(away).isPresent())
                .map(file -> new FixtureId(file.id()).competition())
                .orElseThrow(() -> unknown(home, away, day));
        return CustomEndpoint.empty(
                competition, home, away, day.atStartOfDay(ZoneOffset.UTC).toInstant(), clock.instant());
    }

    private Optional<MatchFile> newestOf(String team) {
        return views.matches()
                .all()
                .filter(file -> {
                    MatchAnswers.Names names = MatchAnswers.Names.of(file);
                    return names.home().id().equals(team) || names.away().id().equals(team);
                })
                .max(Comparator.comparing(MatchFile::kickoffAt));
    }

    private static ProblemException unknown(String home, String away, LocalDate day) {
        return ProblemException.notFound("match", home + " v " + away + " on " + day);
    }

    private static PredictAnswer answer(
            Prediction prediction, @Nullable FeatureVector vector, boolean withConfidence, boolean scheduled) {
        return new PredictAnswer(
                new Probabilities(
                        chance(prediction, "HOME"),
                        chance(prediction, "DRAW"),
                        chance(prediction, "AWAY"),
                        withConfidence ? prediction.getConfidence() : null),
                factors(vector),
                new Metadata(
                        prediction.getFixtureId(),
                        scheduled,
                        prediction.getModelVersion(),
                        prediction.getCutoff(),
                        prediction.getAsOf()));
    }

    private static double chance(Prediction prediction, String selection) {
        return Values.model(prediction, "MATCH_RESULT", null, selection)
                .map(SelectionProbability::getWin)
                .orElse(Double.NaN);
    }

    private static List<Factor> factors(@Nullable FeatureVector vector) {
        FeatureCatalogue catalogue = FeatureCatalogue.shipped();
        if (vector == null || vector.getCatalogueVersion() != catalogue.version()) {
            return List.of();
        }
        List<Factor> factors = new ArrayList<>();
        for (int at = 0; at < Math.min(MOST_FACTORS, vector.getValues().size()) && at < catalogue.size(); at++) {
            float value = vector.getValues().get(at);
            if (!Float.isNaN(value)) {
                FeatureCatalogue.Feature feature = catalogue.features().get(at);
                factors.add(new Factor(feature.name(), (double) value, feature.unit()));
            }
        }
        return List.copyOf(factors);
    }

    private static LocalDate day(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                    : LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "match_date looks like 2026-08-15 or 2026-08-15T14:00:00Z but was " + text);
        }
    }
}
