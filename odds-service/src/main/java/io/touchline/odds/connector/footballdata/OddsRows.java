package io.touchline.odds.connector.footballdata;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryPrices;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a line of football-data.co.uk as the updates that a live source would have sent: one when the first prices were collected, one at the close. Only prices of
 * bookmakers, never the files' highest and average ones, which nobody offered. Safe for use by several threads.
 */
public final class OddsRows {

    /** Name of the source in every record. */
    public static final String SOURCE = "football-data";

    private final @Nullable InstantSource clock;

    private OddsRows(@Nullable InstantSource clock) {
        this.clock = clock;
    }

    /** Updates that arrive now: received and emitted by this clock. */
    public static OddsRows arrivingAt(InstantSource clock) {
        return new OddsRows(clock);
    }

    /** Updates of a replay: received and emitted at the moment they were observed, so that two replays give equal bytes. */
    public static OddsRows replayed() {
        return new OddsRows(null);
    }

    /** The first prices without a listener for single faults; empty where the line has none. */
    public Optional<OddsUpdate> opening(HistoryRow row) {
        return opening(row, fault -> {});
    }

    /**
     * The first prices, observed at {@link HistoryRow#openingAt}; empty where the line has none.
     *
     * @param faults told of every price that cannot be and was left out
     */
    public Optional<OddsUpdate> opening(HistoryRow row, Consumer<CsvRejection> faults) {
        return update(row, HistoryPrices.opening(row, faults), row.openingAt());
    }

    /** The closing prices without a listener for single faults; empty where the line has none. */
    public Optional<OddsUpdate> closing(HistoryRow row) {
        return closing(row, fault -> {});
    }

    /**
     * The closing prices, observed at {@link HistoryRow#closingAt}; empty where the line has none.
     *
     * @param faults told of every price that cannot be and was left out
     */
    public Optional<OddsUpdate> closing(HistoryRow row, Consumer<CsvRejection> faults) {
        return update(row, HistoryPrices.closing(row, faults), row.closingAt());
    }

    private Optional<OddsUpdate> update(HistoryRow row, List<Quote> quotes, Instant observedAt) {
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock == null ? observedAt : clock.instant();
        return Optional.of(OddsUpdate.newBuilder()
                .setFixtureId(row.fixtureId().value())
                .setCompetition(row.competition().code())
                .setKickoffAt(row.kickoffAt())
                .setQuotes(quotes)
                .setSource(SOURCE)
                .setObservedAt(observedAt)
                .setReceivedAt(now)
                .setEmittedAt(now)
                .build());
    }
}
