package io.touchline.odds.history;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.consensus.Bookmaker;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.CopyRows;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicSink;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sink of {@code live_odds} into Postgres. A batch is one transaction: copied into a staging table, put into {@code odds_history} where it is not there yet, and what it says of closing prices into
 * {@code closing_odds}; then the offsets are committed. The same batch again changes nothing, and the order of batches does not matter.
 */
public final class OddsHistory implements AutoCloseable {

    /** The consumer group, without namespace. */
    public static final String GROUP = "odds-history";

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_quotes (LIKE odds_history) ON COMMIT DROP""";

    private static final String KEEP_HISTORY = """
            INSERT INTO odds_history (%1$s) SELECT %1$s FROM staged_quotes
            ON CONFLICT (fixture_id, bookmaker, market, line, source, observed_at) DO NOTHING""".formatted(QuoteRows.COLUMNS);

    private static final String CLOSING_COLUMNS =
            "fixture_id, bookmaker, market, line, competition, kickoff_at, observed_at, source, closing, selections, back_odds";

    private static final String KEEP_CLOSING = """
            INSERT INTO closing_odds AS held (%1$s)
            SELECT DISTINCT ON (fixture_id, bookmaker, market, line) %1$s FROM staged_quotes
            WHERE NOT suspended AND NOT in_play AND observed_at < kickoff_at AND array_length(selections, 1) > 0
            ORDER BY fixture_id, bookmaker, market, line, observed_at DESC, source
            ON CONFLICT (fixture_id, bookmaker, market, line) DO UPDATE SET
                competition = excluded.competition, kickoff_at = excluded.kickoff_at,
                observed_at = excluded.observed_at, source = excluded.source, closing = excluded.closing,
                selections = excluded.selections, back_odds = excluded.back_odds
            WHERE held.observed_at < excluded.observed_at""".formatted(CLOSING_COLUMNS);

    private static final String DROP_NOT_CLOSING = """
            DELETE FROM closing_odds held USING (
                SELECT fixture_id, market, max(observed_at) AS closed_at FROM closing_odds
                WHERE closing AND fixture_id IN (SELECT fixture_id FROM staged_quotes)
                GROUP BY fixture_id, market) marked
            WHERE held.fixture_id = marked.fixture_id AND held.market = marked.market
                AND NOT held.closing AND held.observed_at < marked.closed_at""";

    private static final String KEEP_BOOKMAKERS = """
            INSERT INTO bookmakers SELECT * FROM staged_bookmakers ON CONFLICT (bookmaker) DO UPDATE SET
                name = excluded.name, kind = excluded.kind, priority = excluded.priority,
                commission = excluded.commission""";

    private static final String KEEP_MARKETS = """
            INSERT INTO betting_markets SELECT * FROM staged_markets ON CONFLICT (market) DO UPDATE SET
                has_line = excluded.has_line, selections = excluded.selections""";

    private final Database database;
    private final Bookmakers bookmakers;
    private final Rejections rejections;
    private final TopicSink sink;
    private final Set<YearMonth> knownMonths = new HashSet<>();
    private final Set<String> knownBookmakers = new HashSet<>();
    private boolean listsWritten;

    /** Starts nothing yet. */
    public OddsHistory(KafkaSettings kafka, Database database, Bookmakers bookmakers, Rejections rejections) {
        this.database = database;
        this.bookmakers = bookmakers;
        this.rejections = rejections;
        this.sink = new TopicSink(GROUP, kafka, List.of(Topics.LIVE_ODDS), rejections, this::store);
    }

    /** Begins to consume. */
    public OddsHistory start() {
        sink.start();
        return this;
    }

    /** What keeps it from working, for people; empty where all is well. */
    public String problem() {
        return sink.problem();
    }

    /** Puts a batch into the tables in one transaction. */
    void store(List<Received<?>> batch) throws SQLException, IOException {
        QuoteRows quotes = QuoteRows.of(batch, rejections);
        database.inTransaction(connection -> {
            if (!listsWritten) {
                writeMarkets(connection);
                writeBookmakers(connection, List.copyOf(bookmakers.list()));
            }
            writeBookmakers(
                    connection,
                    quotes.bookmakers().stream()
                            .filter(slug -> !knownBookmakers.contains(slug))
                            .map(bookmakers::of)
                            .toList());
            for (YearMonth month : quotes.months()) {
                if (!knownMonths.contains(month)) {
                    Database.execute(connection, partition(month));
                }
            }
            if (quotes.rows().size() > 0) {
                Database.execute(connection, STAGE);
                Database.copy(connection, "staged_quotes (" + QuoteRows.COLUMNS + ")", quotes.rows());
                Database.execute(connection, KEEP_HISTORY);
                Database.execute(connection, KEEP_CLOSING);
                Database.execute(connection, DROP_NOT_CLOSING);
            }
            return quotes.rows().size();
        });
        listsWritten = true;
        knownMonths.addAll(quotes.months());
        knownBookmakers.addAll(quotes.bookmakers());
    }

    @Override
    public void close() {
        sink.close();
    }

    private static String partition(YearMonth month) {
        return "CREATE TABLE IF NOT EXISTS odds_history_%04d_%02d PARTITION OF odds_history FOR VALUES FROM ('%s-01T00:00:00Z') TO ('%s-01T00:00:00Z')"
                .formatted(month.getYear(), month.getMonthValue(), month, month.plusMonths(1));
    }

    private static void writeBookmakers(Connection connection, List<Bookmaker> some) throws SQLException, IOException {
        if (some.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows();
        for (Bookmaker each : some) {
            rows.add(
                    each.slug(),
                    each.name(),
                    each.kind().name().toLowerCase(Locale.ROOT),
                    each.priority(),
                    each.commission());
        }
        Database.execute(connection, "DROP TABLE IF EXISTS staged_bookmakers");
        Database.execute(connection, "CREATE TEMPORARY TABLE staged_bookmakers (LIKE bookmakers) ON COMMIT DROP");
        Database.copy(connection, "staged_bookmakers", rows);
        Database.execute(connection, KEEP_BOOKMAKERS);
    }

    private static void writeMarkets(Connection connection) throws SQLException, IOException {
        CopyRows rows = new CopyRows();
        for (MarketType each : MarketType.values()) {
            rows.add(
                    each.name(),
                    each.hasLine(),
                    each.selections().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")));
        }
        Database.execute(connection, "CREATE TEMPORARY TABLE staged_markets (LIKE betting_markets) ON COMMIT DROP");
        Database.copy(connection, "staged_markets", rows);
        Database.execute(connection, KEEP_MARKETS);
    }
}
