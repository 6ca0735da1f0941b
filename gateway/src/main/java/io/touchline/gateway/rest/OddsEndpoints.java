package io.touchline.gateway.rest;

import io.touchline.domain.market.MarketType;
import io.touchline.gateway.rest.OddsAnswers.Arbitrage;
import io.touchline.gateway.rest.OddsAnswers.Movement;
import io.touchline.gateway.rest.OddsAnswers.ValueOffer;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.Views;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Everything under {@code /api/v1/odds}. */
final class OddsEndpoints {

    /** The alert rule's default threshold. */
    private static final double USUAL_EDGE = 0.042;

    private final Views views;
    private final InstantSource clock;
    private final Freshness freshness;

    OddsEndpoints(Views views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
        this.freshness = new Freshness(views.data().sources(), clock);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/v1/odds/matches/{id}",
                        "All odds of a match",
                        OddsAnswers.MatchOdds.class,
                        call -> call.answer(OddsAnswers.matchOdds(MatchEndpoints.held(views, call.id()), freshness))),
                Endpoint.get(
                        "/api/v1/odds/compare",
                        "One market of a match at all bookmakers",
                        OddsAnswers.Comparison.class,
                        this::compare,
                        Parameter.MATCH.needed(),
                        Parameter.MARKET,
                        Parameter.number("line", "line of the market, where it has one", -1000, 1000)),
                Endpoint.list(
                        "/api/v1/odds/value",
                        "Best prices above our fair ones, the largest edge first; not the alerts, which pass more rules",
                        ValueOffer.class,
                        this::value,
                        Parameter.COMPETITION,
                        Parameter.MARKET,
                        Parameter.MINIMUM_EDGE),
                Endpoint.list(
                        "/api/v1/odds/arbitrage",
                        "Bets that pay more than they cost whatever happens, the largest profit first",
                        Arbitrage.class,
                        this::arbitrage,
                        Parameter.COMPETITION),
                Endpoint.list(
                        "/api/v1/odds/movement",
                        "How fair probabilities moved since the first price, the largest move first",
                        Movement.class,
                        this::movement,
                        Parameter.MATCH,
                        Parameter.COMPETITION,
                        Parameter.MARKET));
    }

    private Mono<ServerResponse> compare(Call call) {
        MatchFile match = MatchEndpoints.held(views, call.text("matchId").orElseThrow());
        return call.answer(OddsAnswers.comparison(
                match,
                call.text("market").orElse(MarketType.MATCH_RESULT.name()),
                call.number("line").orElse(null)));
    }

    private Mono<ServerResponse> value(Call call) {
        double least = call.number("minimumEdge").orElse(USUAL_EDGE);
        Optional<String> wanted = call.text("market");
        List<ValueOffer> offers = running(call)
                .flatMap(OddsEndpoints::offers)
                .filter(offer -> offer.edge() >= least)
                .filter(offer -> wanted.isEmpty() || wanted.get().equals(offer.market()))
                .sorted(Comparator.comparingDouble(ValueOffer::edge).reversed().thenComparing(ValueOffer::matchId))
                .toList();
        return call.answer(Page.ranked(offers, call.limit(), call.cursor()));
    }

    private Mono<ServerResponse> arbitrage(Call call) {
        List<Arbitrage> found = running(call)
                .flatMap(match -> OddsAnswers.arbitrage(match).stream())
                .sorted(Comparator.comparingDouble(Arbitrage::profit).reversed().thenComparing(Arbitrage::matchId))
                .toList();
        return call.answer(Page.ranked(found, call.limit(), call.cursor()));
    }

    private Mono<ServerResponse> movement(Call call) {
        Optional<String> id = call.text("matchId");
        Optional<String> wanted = call.text("market");
        Stream<MatchFile> matches = id.isPresent() ? Stream.of(MatchEndpoints.held(views, id.get())) : running(call);
        List<Movement> moves = matches.flatMap(OddsEndpoints::moves)
                .filter(move -> wanted.isEmpty() || wanted.get().equals(move.market()))
                .sorted(Comparator.<Movement>comparingDouble(move -> Math.abs(move.change()))
                        .reversed()
                        .thenComparing(Movement::matchId))
                .toList();
        return call.answer(Page.ranked(moves, call.limit(), call.cursor()));
    }

    /** Matches whose prices still mean something: in play, or yet to begin. */
    private Stream<MatchFile> running(Call call) {
        Optional<String> competition = call.text("competition");
        Instant now = clock.instant();
        return views.matches()
                .all()
                .filter(match -> match.status().equals("IN_PLAY")
                        || match.status().equals("SCHEDULED")
                                && match.kickoffAt().isAfter(now))
                .filter(match -> competition.isEmpty()
                        || competition.get().equals(MatchAnswers.Names.of(match).competition()));
    }

    private static Stream<ValueOffer> offers(MatchFile match) {
        MarketSnapshot snapshot = match.snapshot();
        Prediction prediction = Values.comparable(match);
        if (snapshot == null || prediction == null) {
            return Stream.empty();
        }
        return snapshot.getMarkets().stream()
                .filter(market -> Values.judges(prediction, market))
                .flatMap(market -> market.getPrices().stream()
                        .flatMap(price ->
                                Values.model(prediction, market.getMarket(), market.getLine(), price.getSelection())
                                        .map(chance -> offer(match, snapshot, prediction, market, price, chance))
                                        .stream()));
    }

    private static ValueOffer offer(
            MatchFile match,
            MarketSnapshot snapshot,
            Prediction prediction,
            MarketPrices market,
            FairPrice price,
            SelectionProbability chance) {
        return new ValueOffer(
                match.id(),
                OddsAnswers.title(match),
                snapshot.getCompetition(),
                match.kickoffAt(),
                market.getMarket(),
                market.getLine(),
                price.getSelection(),
                price.getBestBookmaker(),
                price.getBestOdds(),
                Values.outcomes(chance).equivalentProbability(),
                Values.fairOdds(chance),
                Values.edge(chance, price.getBestOdds()),
                price.getProbability(),
                prediction.getConfidence(),
                market.getObservedAt());
    }

    private static Stream<Movement> moves(MatchFile match) {
        MarketSnapshot snapshot = match.snapshot();
        if (snapshot == null) {
            return Stream.empty();
        }
        return snapshot.getMarkets().stream()
                .flatMap(market -> market.getPrices().stream()
                        .map(price -> new Movement(
                                match.id(),
                                OddsAnswers.title(match),
                                match.kickoffAt(),
                                market.getMarket(),
                                market.getLine(),
                                price.getSelection(),
                                price.getOpeningProbability(),
                                price.getProbability(),
                                price.getProbability() - price.getOpeningProbability(),
                                market.getObservedAt())));
    }
}
