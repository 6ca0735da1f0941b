package io.touchline.gateway.rest;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.gateway.rest.SourceAnswers.Completeness;
import io.touchline.gateway.rest.SourceAnswers.Finding;
import io.touchline.gateway.rest.SourceAnswers.FindingCount;
import io.touchline.gateway.rest.SourceAnswers.Quality;
import io.touchline.gateway.rest.SourceAnswers.RejectionCount;
import io.touchline.gateway.rest.SourceAnswers.Source;
import io.touchline.gateway.rest.SourceAnswers.Sources;
import io.touchline.gateway.view.DataView;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.Views;
import io.touchline.platform.quality.CompletenessCheck;
import io.touchline.schema.Fixture;
import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /api/v1/system/sources} and {@code /api/v1/system/quality}. */
final class SourceEndpoints {

    private static final int FINDINGS = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Set<String> NOT_OWED = Set.of("POSTPONED", "CANCELLED", "ABANDONED");

    private final Views views;
    private final DataView data;
    private final InstantSource clock;
    private final Freshness freshness;

    SourceEndpoints(Views views, InstantSource clock) {
        this.views = views;
        this.data = views.data();
        this.clock = clock;
        this.freshness = new Freshness(data.sources(), clock);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/v1/system/sources",
                        "How every source that is switched on does, and whether it is trusted",
                        Sources.class,
                        this::sources),
                Endpoint.get(
                        "/api/v1/system/quality",
                        "What is odd about the data, what is missing and what was rejected",
                        Quality.class,
                        this::quality));
    }

    private Mono<ServerResponse> sources(Call call) {
        Instant now = clock.instant();
        return call.answerNow(
                HttpStatus.OK,
                new Sources(
                        now,
                        data.sources().list().stream()
                                .map(state -> source(state, now))
                                .toList()));
    }

    private Source source(SourceState state, Instant now) {
        boolean silent = freshness.isSilent(state, now);
        boolean down = Freshness.isDown(state);
        String problem = silent
                ? "the " + state.getStage() + " service has told nothing since " + state.getEmittedAt()
                : state.getProblem();
        Instant good = state.getLastGoodAt();
        return new Source(
                state.getSource(),
                state.getStage(),
                state.getState(),
                !silent && !down,
                problem.isEmpty() ? null : problem,
                good,
                good == null ? null : Duration.between(good, now).toMillis() / 1000.0,
                state.getVendorAt(),
                state.getSequence(),
                state.getBreaker(),
                state.getQuotaLeft(),
                state.getStalenessMillis() / 1000.0,
                state.getEmittedAt());
    }

    private Mono<ServerResponse> quality(Call call) {
        return call.answerNow(
                HttpStatus.OK,
                new Quality(
                        data.quality().recent().stream()
                                .limit(FINDINGS)
                                .map(found -> new Finding(
                                        found.getKind(),
                                        found.getSource(),
                                        found.getFixtureId(),
                                        found.getCompetition(),
                                        found.getDetail(),
                                        found.getTrusted(),
                                        found.getObservedAt(),
                                        found.getEmittedAt()))
                                .toList(),
                        data.quality().findings().entrySet().stream()
                                .map(each -> new FindingCount(
                                        each.getKey().name(),
                                        each.getKey().source(),
                                        each.getKey().competition(),
                                        each.getValue().number(),
                                        each.getValue().newestAt()))
                                .sorted(Comparator.comparing(FindingCount::count)
                                        .reversed()
                                        .thenComparing(FindingCount::kind)
                                        .thenComparing(FindingCount::source)
                                        .thenComparing(each -> String.valueOf(each.competition())))
                                .toList(),
                        completeness(clock.instant()),
                        data.quality().rejections().entrySet().stream()
                                .map(each -> new RejectionCount(
                                        each.getKey().source(),
                                        each.getKey().name(),
                                        each.getValue().number(),
                                        each.getValue().newestAt()))
                                .sorted(Comparator.comparing(RejectionCount::count)
                                        .reversed()
                                        .thenComparing(RejectionCount::source)
                                        .thenComparing(RejectionCount::reason))
                                .toList()));
    }

    private List<Completeness> completeness(Instant now) {
        CompletenessCheck prices = CompletenessCheck.ofPrices();
        CompletenessCheck scores = CompletenessCheck.ofScores();
        views.matches()
                .all()
                .filter(file -> file.kickoffAt().isAfter(now.minus(DAY))
                        && file.kickoffAt().isBefore(now.plus(DAY)))
                .forEach(file -> tell(file, prices, scores));
        return Stream.concat(
                        prices.shares(now, now.minus(DAY), now.plus(DAY)).stream()
                                .map(share -> shown("prices", share)),
                        scores.shares(now, now.minus(DAY), now.plus(DAY)).stream()
                                .map(share -> shown("scores", share)))
                .toList();
    }

    private static void tell(MatchFile file, CompletenessCheck prices, CompletenessCheck scores) {
        Fixture fixture = file.fixture();
        if (fixture == null || NOT_OWED.contains(fixture.getStatus())) {
            return;
        }
        FixtureId id = new FixtureId(file.id());
        prices.known(id, file.kickoffAt());
        scores.known(id, file.kickoffAt());
        if (file.snapshot() != null) {
            prices.reported(id);
        }
        if (file.state() != null || file.result() != null) {
            scores.reported(id);
        }
    }

    private static Completeness shown(String what, CompletenessCheck.Share share) {
        return Completeness.of(
                what, share.competition(), share.day(), share.expected(), share.reported(), share.missing());
    }
}
