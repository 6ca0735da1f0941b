package io.touchline.bench.path;

import io.touchline.ingest.connector.footballdata.IngestRows;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import java.time.Instant;
import java.util.List;

/** How lines of history files become records, and when. */
public interface HistorySource {

    /** Makes a source; it may look at every line before the first is told, and so is given only what may be known of each. */
    @FunctionalInterface
    interface Over {
        HistorySource lines(List<HistoryRow> rows);
    }

    /** When something of a match is told. */
    Instant at(HistoryRow row, Kind kind);

    /** Tells it. */
    void tell(HistoryRow row, Kind kind, HistoryTopics to);

    /** As {@code replay} and {@code backtest} tell it. */
    static HistorySource replayed() {
        IngestRows ingest = IngestRows.replayed();
        OddsRows odds = OddsRows.replayed();
        return new HistorySource() {
            @Override
            public Instant at(HistoryRow row, Kind kind) {
                return switch (kind) {
                    case OPENING -> row.openingAt();
                    case CLOSING -> row.closingAt();
                    case RESULT -> row.resultAt();
                };
            }

            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                switch (kind) {
                    case OPENING -> {
                        to.fixture(ingest.fixture(row), at(row, kind));
                        odds.opening(row).ifPresent(update -> to.odds(update, update.getObservedAt()));
                    }
                    case CLOSING -> odds.closing(row).ifPresent(update -> to.odds(update, update.getObservedAt()));
                    case RESULT -> to.result(ingest.result(row), at(row, kind));
                }
            }
        };
    }
}
