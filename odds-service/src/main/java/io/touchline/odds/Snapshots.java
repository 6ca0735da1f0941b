package io.touchline.odds;

import io.touchline.odds.arbitrage.ArbitrageFinder;
import io.touchline.odds.book.MarketLine;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.consensus.Consensus;
import io.touchline.odds.movement.OpeningPrices;
import io.touchline.schema.ArbitrageOffer;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the snapshot of a book: a function of the book alone, save for the time of writing. A market whose quotes did not change is not worked out again. */
final class Snapshots {

    /** What is made of one market's quotes. */
    private record Derived(
            @Nullable MarketPrices prices, @Nullable ArbitrageOffer offer) {}

    private final Consensus consensus;
    private final ArbitrageFinder arbitrage;
    private final InstantSource clock;

    Snapshots(Consensus consensus, ArbitrageFinder arbitrage, InstantSource clock) {
        this.consensus = consensus;
        this.arbitrage = arbitrage;
        this.clock = clock;
    }

    MarketSnapshot of(String fixtureId, PriceBook book) {
        List<MarketPrices> markets = new ArrayList<>(book.markets().size());
        List<ArbitrageOffer> offers = new ArrayList<>();
        for (MarketLine line : book.markets()) {
            Derived made = derived(book, line);
            if (made.prices() != null) {
                markets.add(made.prices());
            }
            if (made.offer() != null) {
                offers.add(made.offer());
            }
        }
        return new MarketSnapshot(
                fixtureId,
                book.competition(),
                Instant.ofEpochMilli(book.kickoffAt()),
                book.inPlay(),
                Instant.ofEpochMilli(book.asOf()),
                markets,
                offers,
                clock.instant());
    }

    /** Notes the opening of each market that is new, as a snapshot would, for a book whose snapshot has to wait. */
    void noteOpenings(PriceBook book) {
        for (MarketLine line : book.markets()) {
            if (OpeningPrices.isMissing(book, line)) {
                derived(book, line);
            }
        }
    }

    private Derived derived(PriceBook book, MarketLine line) {
        return book.derived(
                line,
                Derived.class,
                each -> new Derived(consensus.market(book, each).orElse(null), arbitrage.offer(book, each)));
    }
}
