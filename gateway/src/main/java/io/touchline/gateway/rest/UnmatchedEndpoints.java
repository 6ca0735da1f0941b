package io.touchline.gateway.rest;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.gateway.access.Caller;
import io.touchline.gateway.rest.SourceAnswers.Link;
import io.touchline.gateway.rest.SourceAnswers.ResolveQuestion;
import io.touchline.gateway.rest.SourceAnswers.Unmatched;
import io.touchline.gateway.view.UnmatchedView;
import io.touchline.gateway.view.Views;
import io.touchline.schema.FixtureLink;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /api/v1/fixtures/unmatched}: vendors' fixtures without a name of ours, and a person's word for which they are. */
final class UnmatchedEndpoints {

    /** Who linked what: one line a link. */
    private static final Logger AUDIT = LoggerFactory.getLogger("io.touchline.gateway.audit");

    private static final Parameter SOURCE = Parameter.text("source", "vendor's name, such as espn");
    private static final Parameter REASON = Parameter.oneOf(
            "reason",
            "why it has no name",
            List.of("UNKNOWN_FIXTURE", "UNKNOWN_TEAM", "UNKNOWN_COMPETITION", "AMBIGUOUS_FIXTURE"));

    private final Views views;
    private final UnmatchedView unmatched;
    private final LinkOutlet outlet;
    private final InstantSource clock;

    UnmatchedEndpoints(Views views, LinkOutlet outlet, InstantSource clock) {
        this.views = views;
        this.unmatched = views.data().unmatched();
        this.outlet = outlet;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.list(
                        "/api/v1/fixtures/unmatched",
                        "Vendors' fixtures that could not be told to be one of ours, the newest first",
                        Unmatched.class,
                        this::list,
                        SOURCE,
                        REASON),
                Endpoint.post(
                        "/api/v1/fixtures/unmatched/{id}/resolve",
                        "Says which fixture a vendor means; its messages that were held are then told",
                        ResolveQuestion.class,
                        Link.class,
                        call -> call.body(ResolveQuestion.class, question -> resolve(call, question))));
    }

    private Mono<ServerResponse> list(Call call) {
        Optional<String> source = call.text(SOURCE.name());
        Optional<String> reason = call.text(REASON.name());
        List<Unmatched> all = unmatched.list().stream()
                .filter(each -> source.isEmpty() || source.get().equals(each.source()))
                .filter(each -> reason.isEmpty() || reason.get().equals(each.reason()))
                .map(each -> new Unmatched(
                        each.key(),
                        each.source(),
                        each.vendorId(),
                        each.reason(),
                        each.detail(),
                        each.candidates(),
                        each.firstAt(),
                        each.lastAt(),
                        each.times()))
                .toList();
        return call.answer(Page.ranked(all, call.limit(), call.cursor()));
    }

    @SuppressWarnings("NullAway") // a body may lack what is needed
    private Mono<ServerResponse> resolve(Call call, ResolveQuestion question) {
        String key = call.id();
        int colon = key.indexOf(':');
        if (colon < 1 || colon == key.length() - 1) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "an unmatched fixture's id looks like espn:633790 but was " + key);
        }
        if (question.fixtureId() == null) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "fixtureId is needed");
        }
        String fixtureId = fixture(question.fixtureId(), Boolean.TRUE.equals(question.force()));
        Optional<FixtureLink> known =
                unmatched.link(key).filter(link -> link.getFixtureId().equals(fixtureId));
        if (known.isPresent()) {
            return call.answerNow(HttpStatus.OK, shown(known.get(), false));
        }
        FixtureLink link = FixtureLink.newBuilder()
                .setSource(key.substring(0, colon))
                .setVendorId(key.substring(colon + 1))
                .setFixtureId(fixtureId)
                .setLinkedBy(call.caller().map(Caller::id).orElse("unknown"))
                .setEmittedAt(clock.instant())
                .build();
        return outlet.send(link)
                .onErrorMap(
                        problem -> !(problem instanceof ProblemException),
                        problem -> new ProblemException(
                                HttpStatus.SERVICE_UNAVAILABLE, "the link could not be kept; try again later"))
                .then(Mono.defer(() -> {
                    unmatched.accept(link);
                    AUDIT.info("{} linked {} to {}", link.getLinkedBy(), key, fixtureId);
                    return call.answerNow(HttpStatus.OK, shown(link, true));
                }));
    }

    private String fixture(String text, boolean force) {
        FixtureId id;
        try {
            id = new FixtureId(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        if (!force && views.matches().find(id.value()).isEmpty()) {
            throw ProblemException.notFound("fixture", id.value());
        }
        return id.value();
    }

    private static Link shown(FixtureLink link, boolean isNew) {
        return new Link(
                link.getSource(),
                link.getVendorId(),
                link.getFixtureId(),
                link.getLinkedBy(),
                link.getEmittedAt(),
                isNew);
    }
}
