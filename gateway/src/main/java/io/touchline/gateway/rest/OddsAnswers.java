package io.touchline.gateway.rest;

import io.touchline.domain.odds.Overround;
import io.touchline.gateway.view.MatchFile;
import io.touchline.schema.ArbitrageLeg;
import io.touchline.schema.ArbitrageOffer;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.Prediction;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers about odds. */
final class OddsAnswers {

    private OddsAnswers() {}

    @Meaning("One selection of a bookmaker's quote.")
    record Odds(
            String selection,

            @Meaning("decimal; null where none is offered") @Nullable Double backOdds,

            @Meaning("decimal; null off exchanges") @Nullable Double layOdds,

            @Nullable Double backSize,
            @Nullable Double laySize) {}

    @Meaning("A bookmaker's latest odds for one market.")
    record BookmakerQuote(
            String bookmaker,
            String market,

            @Meaning("null for a market without line") @Nullable Double line,

            boolean suspended,
            boolean closing,
            List<Odds> prices,
            @Meaning("the bookmaker's clock") Instant observedAt,
            @Meaning("who told it") String source,

            @Meaning("true: the source is not trusted now, and this is the last that is known")
            boolean stale,

            @Meaning("seconds since observedAt where it is stale; null where it is not") @Nullable Double staleSeconds) {}

    @Meaning("One selection of a market: all bookmakers together, beside our models.")
    record FairSelection(
            String selection,

            @Meaning("of the bookmakers' consensus, margin removed")
            double marketProbability,

            @Meaning("the same in the first snapshot") double openingProbability,
            @Meaning("1 / marketProbability") double marketFairOdds,
            @Meaning("highest among fresh open quotes") double bestOdds,
            String bestBookmaker,
            double meanOdds,

            @Meaning("of our models; null without prediction") @Nullable Double probability,

            @Meaning("odds at which the edge is 0") @Nullable Double fairOdds,

            @Meaning("expected profit per unit at the best odds; null where the prediction has not seen the price")
            @Nullable Double edge) {}

    @Meaning("One market of a match.")
    record Market(
            String market,
            @Nullable Double line,
            @Meaning("margin removal") String method,

            @Meaning("mean overround of the bookmakers, as a fraction")
            double overround,

            @Meaning("of the best odds together; negative = arbitrage")
            double bestOverround,

            int bookmakers,

            @Meaning("standard deviation of the bookmakers' fair probabilities")
            double disagreement,

            Instant observedAt,
            List<FairSelection> selections) {}

    @Meaning("One bet of an arbitrage.")
    record Leg(
            String selection,
            String bookmaker,
            double odds,
            @Meaning("share of the whole stake") double stakeShare) {}

    @Meaning("Bets on all selections that pay more than they cost.")
    record Arbitrage(
            String matchId,
            String match,
            Instant kickoffAt,
            String market,
            @Nullable Double line,
            @Meaning("per unit of the whole stake") double profit,
            Instant asOf,
            List<Leg> legs) {}

    @Meaning("All odds of a match.")
    record MatchOdds(
            String matchId,
            Instant kickoffAt,
            boolean inPlay,

            @Meaning("time of the newest price; null where nobody quotes it") @Nullable Instant asOf,

            List<Market> markets,
            List<BookmakerQuote> quotes,
            List<Arbitrage> arbitrage) {}

    @Meaning("One selection in a comparison.")
    record Cell(
            String selection,
            @Nullable Double odds,
            @Meaning("whether nobody offers more") boolean best) {}

    @Meaning("One bookmaker in a comparison.")
    record Row(
            String bookmaker,
            boolean suspended,

            @Meaning("null where a selection is missing") @Nullable Double overround,

            Instant observedAt,
            List<Cell> prices) {}

    @Meaning("One market at all bookmakers.")
    record Comparison(
            String matchId,
            String market,
            @Nullable Double line,
            List<Row> bookmakers,
            @Meaning("empty where nobody quotes it") List<FairSelection> fair) {}

    @Meaning("A price above its fair one by our models, whether or not it passed the alert rules.")
    record ValueOffer(
            String matchId,
            String match,
            @Nullable String competition,
            Instant kickoffAt,
            String market,
            @Nullable Double line,
            String selection,
            String bookmaker,
            double odds,
            double probability,
            double fairOdds,
            double edge,
            double marketProbability,
            double confidence,
            Instant asOf) {}

    @Meaning("How a selection's fair probability moved since the first snapshot.")
    record Movement(
            String matchId,
            String match,
            Instant kickoffAt,
            String market,
            @Nullable Double line,
            String selection,
            double openingProbability,
            double marketProbability,
            @Meaning("now minus opening") double change,
            Instant asOf) {}

    static String title(MatchFile file) {
        MatchAnswers.Names names = MatchAnswers.Names.of(file);
        return names.home().name() + " v " + names.away().name();
    }

    static MatchOdds matchOdds(MatchFile file, Freshness freshness) {
        MarketSnapshot snapshot = file.snapshot();
        return new MatchOdds(
                file.id(),
                file.kickoffAt(),
                snapshot != null && snapshot.getInPlay(),
                snapshot == null ? null : snapshot.getAsOf(),
                snapshot == null
                        ? List.of()
                        : snapshot.getMarkets().stream()
                                .map(market -> market(market, Values.comparable(file)))
                                .toList(),
                file.quoted().stream().map(each -> quote(each, freshness)).toList(),
                arbitrage(file));
    }

    static List<Arbitrage> arbitrage(MatchFile file) {
        MarketSnapshot snapshot = file.snapshot();
        return snapshot == null
                ? List.of()
                : snapshot.getArbitrage().stream()
                        .map(offer -> arbitrage(file, snapshot, offer))
                        .toList();
    }

    private static Arbitrage arbitrage(MatchFile file, MarketSnapshot snapshot, ArbitrageOffer offer) {
        return new Arbitrage(
                file.id(),
                title(file),
                file.kickoffAt(),
                offer.getMarket(),
                offer.getLine(),
                offer.getProfit(),
                snapshot.getAsOf(),
                offer.getLegs().stream().map(OddsAnswers::leg).toList());
    }

    private static Leg leg(ArbitrageLeg leg) {
        return new Leg(leg.getSelection(), leg.getBookmaker(), leg.getOdds(), leg.getStakeShare());
    }

    private static Market market(MarketPrices market, @Nullable Prediction prediction) {
        return new Market(
                market.getMarket(),
                market.getLine(),
                market.getMethod(),
                market.getOverround(),
                market.getBestOverround(),
                market.getBookmakers(),
                market.getDisagreement(),
                market.getObservedAt(),
                fair(market, prediction));
    }

    private static List<FairSelection> fair(MarketPrices market, @Nullable Prediction prediction) {
        return market.getPrices().stream()
                .map(price -> {
                    SelectionProbability chance = Values.model(
                                    prediction, market.getMarket(), market.getLine(), price.getSelection())
                            .orElse(null);
                    return fair(price, chance, prediction != null && Values.judges(prediction, market));
                })
                .toList();
    }

    private static FairSelection fair(FairPrice price, @Nullable SelectionProbability chance, boolean judged) {
        return new FairSelection(
                price.getSelection(),
                price.getProbability(),
                price.getOpeningProbability(),
                1 / price.getProbability(),
                price.getBestOdds(),
                price.getBestBookmaker(),
                price.getMeanOdds(),
                chance == null ? null : Values.outcomes(chance).equivalentProbability(),
                chance == null ? null : Values.fairOdds(chance),
                chance == null || !judged ? null : Values.edge(chance, price.getBestOdds()));
    }

    private static BookmakerQuote quote(MatchFile.Quoted quoted, Freshness freshness) {
        Quote quote = quoted.quote();
        return new BookmakerQuote(
                quote.getBookmaker(),
                quote.getMarket(),
                quote.getLine(),
                quote.getSuspended(),
                quote.getClosing(),
                quote.getPrices().stream()
                        .map(price -> new Odds(
                                price.getSelection(),
                                price.getBackOdds(),
                                price.getLayOdds(),
                                price.getBackSize(),
                                price.getLaySize()))
                        .toList(),
                quote.getObservedAt(),
                quoted.source(),
                freshness.isStale(quoted.source()),
                freshness.staleFor(quoted.source(), quote.getObservedAt()));
    }

    static Comparison comparison(MatchFile file, String market, @Nullable Double line) {
        List<Quote> quotes = file.quotes().stream()
                .filter(quote -> quote.getMarket().equals(market) && Objects.equals(quote.getLine(), line))
                .toList();
        return new Comparison(
                file.id(),
                market,
                line,
                quotes.stream().map(quote -> row(quote, quotes)).toList(),
                Values.consensus(file.snapshot(), market, line)
                        .map(known -> fair(known, Values.comparable(file)))
                        .orElse(List.of()));
    }

    private static Row row(Quote quote, List<Quote> all) {
        List<Cell> cells = quote.getPrices().stream()
                .map(price -> new Cell(price.getSelection(), price.getBackOdds(), isBest(quote, price, all)))
                .toList();
        double[] odds = quote.getPrices().stream()
                .mapToDouble(price -> price.getBackOdds() == null ? Double.NaN : price.getBackOdds())
                .toArray();
        boolean whole = odds.length > 1 && Arrays.stream(odds).allMatch(value -> value > 1);
        return new Row(
                quote.getBookmaker(),
                quote.getSuspended(),
                whole ? Overround.of(odds) : null,
                quote.getObservedAt(),
                cells);
    }

    private static boolean isBest(Quote quote, Price price, List<Quote> all) {
        Double odds = price.getBackOdds();
        return odds != null
                && !quote.getSuspended()
                && all.stream()
                        .filter(other -> !other.getSuspended())
                        .flatMap(other -> other.getPrices().stream())
                        .filter(other -> other.getSelection().equals(price.getSelection()))
                        .allMatch(other -> other.getBackOdds() == null || other.getBackOdds() <= odds);
    }
}
