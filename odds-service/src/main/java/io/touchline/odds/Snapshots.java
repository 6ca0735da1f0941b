package io.touchline.odds;

import io.touchline.odds.arbitrage.ArbitrageFinder;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.consensus.Consensus;
import io.touchline.schema.MarketSnapshot;
import java.time.Instant;
import java.time.InstantSource;

/** Makes the snapshot of a book: a function of the book alone, save for the time of writing. */
final class Snapshots {

    private final Consensus consensus;
    private final ArbitrageFinder arbitrage;
    private final InstantSource clock;

    Snapshots(Consensus consensus, ArbitrageFinder arbitrage, InstantSource clock) {
        this.consensus = consensus;
        this.arbitrage = arbitrage;
        this.clock = clock;
    }

    MarketSnapshot of(String fixtureId, PriceBook book) {
        return new MarketSnapshot(
                fixtureId,
                book.competition(),
                Instant.ofEpochMilli(book.kickoffAt()),
                book.inPlay(),
                Instant.ofEpochMilli(book.asOf()),
                consensus.markets(book),
                arbitrage.offers(book),
                clock.instant());
    }
}
