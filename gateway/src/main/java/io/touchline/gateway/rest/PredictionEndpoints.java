package io.touchline.gateway.rest;

import io.touchline.gateway.rest.PredictionAnswers.Batch;
import io.touchline.gateway.rest.PredictionAnswers.BatchQuestion;
import io.touchline.gateway.rest.PredictionAnswers.MatchPrediction;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.Views;
import io.touchline.schema.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Everything under {@code /api/v1/predictions}. */
final class PredictionEndpoints {

    private static final int MOST_MATCHES = 100;

    private final Views views;

    PredictionEndpoints(Views views) {
        this.views = views;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/v1/predictions/{id}",
                        "The newest prediction of a match",
                        MatchPrediction.class,
                        call -> call.answer(predictionOf(views, call.id()))),
                Endpoint.post(
                        "/api/v1/predictions/batch",
                        "The newest predictions of up to " + MOST_MATCHES + " matches",
                        BatchQuestion.class,
                        Batch.class,
                        call -> call.body(BatchQuestion.class, question -> batch(call, question))));
    }

    /** 404 for an unknown match and for one without a prediction. */
    static MatchPrediction predictionOf(Views views, String id) {
        return find(views, id).orElseThrow(() -> ProblemException.notFound("prediction of a match", id));
    }

    private static Optional<MatchPrediction> find(Views views, String id) {
        Optional<Prediction> newest = views.matches().find(id).map(MatchFile::prediction);
        return newest.map(PredictionAnswers::prediction);
    }

    @SuppressWarnings("NullAway") // a body may lack the list, or hold null in it
    private Mono<ServerResponse> batch(Call call, BatchQuestion question) {
        List<String> ids = question.matchIds();
        if (ids == null
                || ids.isEmpty()
                || ids.size() > MOST_MATCHES
                || ids.stream().anyMatch(id -> id == null)) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "matchIds holds 1 to " + MOST_MATCHES + " match ids");
        }
        List<MatchPrediction> items = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            find(views, id).ifPresentOrElse(items::add, () -> missing.add(id));
        }
        return call.answer(new Batch(items, missing));
    }
}
