package io.touchline.gateway.rest;

import io.touchline.gateway.rest.PerformanceAnswers.Group;
import io.touchline.gateway.rest.PerformanceAnswers.Groups;
import io.touchline.gateway.view.OutcomeView;
import io.touchline.schema.AlertOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything under {@code /api/v1/performance}. */
final class PerformanceEndpoints {

    private static final Parameter FROM = Parameter.moment("from", "first time of grading, inclusive");
    private static final Parameter TO = Parameter.moment("to", "last time of grading, exclusive");

    private final OutcomeView outcomes;

    PerformanceEndpoints(OutcomeView outcomes) {
        this.outcomes = outcomes;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/v1/performance/metrics",
                        "How all graded alerts fared",
                        PerformanceAnswers.Metrics.class,
                        call -> call.answer(PerformanceAnswers.metrics(wanted(call))),
                        FROM,
                        TO),
                Endpoint.get(
                        "/api/v1/performance/by-league",
                        "How graded alerts fared by competition",
                        Groups.class,
                        call -> call.answer(groups(wanted(call), AlertOutcome::getCompetition, name -> {
                            String title = MatchAnswers.competitionName(name);
                            return title == null ? name : title;
                        })),
                        FROM,
                        TO),
                Endpoint.get(
                        "/api/v1/performance/by-market",
                        "How graded alerts fared by market",
                        Groups.class,
                        call -> call.answer(groups(
                                wanted(call),
                                AlertOutcome::getMarket,
                                name -> name.replace('_', ' ').toLowerCase(Locale.ROOT))),
                        FROM,
                        TO));
    }

    private List<AlertOutcome> wanted(Call call) {
        Optional<Instant> from = call.moment("from");
        Optional<Instant> to = call.moment("to");
        return outcomes.all().stream()
                .filter(outcome -> from.isEmpty() || !outcome.getGradedAt().isBefore(from.get()))
                .filter(outcome -> to.isEmpty() || outcome.getGradedAt().isBefore(to.get()))
                .toList();
    }

    private static Groups groups(
            List<AlertOutcome> outcomes, Function<AlertOutcome, String> by, Function<String, String> title) {
        return new Groups(
                outcomes.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
                        .map(group -> new Group(
                                group.getKey(),
                                title.apply(group.getKey()),
                                PerformanceAnswers.measures(group.getValue())))
                        .sorted(Comparator.comparingInt(
                                        (Group group) -> group.measures().count())
                                .reversed()
                                .thenComparing(Group::name))
                        .toList(),
                PerformanceAnswers.NOTE);
    }
}
