package io.touchline.odds;

import io.touchline.domain.market.MarketType;
import io.touchline.odds.book.BookRules;
import io.touchline.odds.consensus.MarginMethods;
import io.touchline.odds.consensus.Weights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the odds service, save its connectors'.
 *
 * @param devig margin removal
 * @param quote when a quote is too old
 * @param sources what differs by source; the shipped ones stay where one is added
 * @param book what is kept
 * @param snapshot how soon changed prices are told
 * @param consensus how opinions are weighed
 * @param history Postgres
 * @param teams a table of clubs and spellings laid over the shipped one; null for the shipped one alone
 * @param fixtureWait how long prices of a source that repeats them wait for their fixture to be announced
 */
@ConfigurationProperties("odds")
public record OddsProperties(
        @DefaultValue Devig devig,
        @DefaultValue Quote quote,
        @DefaultValue Map<String, Source> sources,
        @DefaultValue Book book,
        @DefaultValue Snapshot snapshot,
        @DefaultValue Consensus consensus,
        @DefaultValue History history,
        @Nullable Path teams,
        @DefaultValue("2m") Duration fixtureWait) {

    /** football-data's prices are of Friday for the weekend and of Tuesday for midweek, and nothing comes between them and the close. */
    private static final Duration FOOTBALL_DATA = Duration.ofDays(7);

    /** Pinnacle tells what has changed, and everything once in 10 minutes; between the two what it said stands. */
    private static final Duration PINNACLE = Duration.ofMinutes(15);

    private static final Map<String, Source> SHIPPED_SOURCES =
            Map.of("football-data", new Source(FOOTBALL_DATA), "pinnacle", new Source(PINNACLE));

    public OddsProperties {
        Map<String, Source> all = new HashMap<>(SHIPPED_SOURCES);
        all.putAll(sources);
        sources = Map.copyOf(all);
    }

    /**
     * Margin removal. Where nothing is set, each market takes the method of the lowest log loss on the seasons of 2012/13 to 2020/21 ({@code docs/decisions/0006-margin-removal.md}): power, but
     * odds_ratio for totals and multiplicative for Asian handicaps.
     *
     * @param method of every market that {@code markets} does not name: multiplicative, additive, power, shin, odds_ratio, logarithmic or differential_margin; null: as measured
     * @param markets method by market
     */
    public record Devig(
            @Nullable String method, @DefaultValue Map<MarketType, String> markets) {

        private static final String MEASURED = "power";
        private static final Map<MarketType, String> MEASURED_BY_MARKET =
                Map.of(MarketType.TOTAL_GOALS, "odds_ratio", MarketType.ASIAN_HANDICAP, "multiplicative");

        MarginMethods methods() {
            String own = method;
            Map<MarketType, String> all = new HashMap<>(own == null ? MEASURED_BY_MARKET : Map.of());
            all.putAll(markets);
            return new MarginMethods(own == null ? MEASURED : own, all);
        }
    }

    /**
     * When a quote is too old, beside the newest quote of its fixture.
     *
     * @param maxAge how much older than its fixture's newest quote one may be before kickoff
     * @param maxAgeInPlay the same once the match runs
     */
    public record Quote(
            @DefaultValue("15m") Duration maxAge,
            @DefaultValue("90s") Duration maxAgeInPlay) {}

    /**
     * What differs by source.
     *
     * @param maxAge takes the place of {@code odds.quote.max-age} and {@code max-age-in-play} for this source; shipped: 7d for football-data, 15m for pinnacle; null: those hold
     */
    public record Source(@Nullable Duration maxAge) {}

    /**
     * What a price book keeps.
     *
     * @param maxQuotes most quotes a fixture
     * @param keptAfterKickoff how long a fixture's book is kept after kickoff and after its last update
     */
    public record Book(
            @DefaultValue("1500") int maxQuotes,
            @DefaultValue("6h") Duration keptAfterKickoff) {}

    /**
     * How soon changed prices are told, each fixture by itself. Under load more changes share a snapshot: telling all that is due takes at most a fifth of the time.
     *
     * @param window changes within it share a snapshot; 0: each change has its own
     * @param confirmationWindow the same for updates that only confirm known prices
     * @param outsideLive whether the windows count in a replay too; by itself a replay gives each change its snapshot, so that it gives the same bytes each time
     */
    public record Snapshot(
            @DefaultValue("5ms") Duration window,
            @DefaultValue("250ms") Duration confirmationWindow,
            @DefaultValue("false") boolean outsideLive) {

        Pace pace(boolean live) {
            return live || outsideLive ? new Pace(window, confirmationWindow) : Pace.EACH_CHANGE;
        }
    }

    /**
     * How opinions are weighed.
     *
     * @param sharpWeight of a sharp bookmaker's fair probabilities in the consensus
     * @param softWeight of any other bookmaker's
     */
    public record Consensus(
            @DefaultValue("5") double sharpWeight,
            @DefaultValue("1") double softWeight) {}

    /**
     * Postgres.
     *
     * @param outsideLive whether a replay's quotes are written too; in live state they always are where Postgres is set
     */
    public record History(@DefaultValue("false") boolean outsideLive) {}

    BookRules bookRules() {
        Map<String, Duration> ages = new HashMap<>();
        sources.forEach((name, source) -> {
            Duration age = source.maxAge();
            if (age != null) {
                ages.put(name, age);
            }
        });
        return new BookRules(quote.maxAge(), quote.maxAgeInPlay(), ages, book.maxQuotes());
    }

    Weights weights() {
        return new Weights(consensus.sharpWeight(), consensus.softWeight());
    }
}
