package io.touchline.odds.book;

import io.touchline.domain.market.MarketType;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All bookmakers' latest quotes for one fixture, and the opening prices of its markets. Holds exactly what takes part in a snapshot, and the suspended quotes beside it:
 *
 * <ul>
 *   <li>of a bookmaker, market and line the newest quote; one that is older than the held one, or equal to it, changes nothing;
 *   <li>nothing older than {@link BookRules#maxAge} beside the newest quote of the fixture;
 *   <li>nothing that was not marked closing and is older than a closing quote of the same market: a snapshot of closing prices holds closing prices alone;
 *   <li>once the match runs, only what was quoted since; what was observed from kickoff on belongs to the running match and what was observed before it does not, whatever its source says.
 * </ul>
 *
 * <p>Each rule refuses late what it would have removed in time, so the order of arrival does not matter to what is held. Time comes from the quotes alone. Not safe for several threads.
 */
public final class PriceBook {

    String competition = "";
    long kickoffAt;
    /** Time of the update that told competition and kickoff. */
    long headerAt = Long.MIN_VALUE;

    boolean inPlay;
    long asOf = Long.MIN_VALUE;
    final NavigableMap<MarketLine, NavigableMap<String, HeldQuote>> quotes = new TreeMap<>();
    final Map<MarketLine, double[]> openings = new TreeMap<>();
    final Map<MarketType, Long> closingAt = new EnumMap<>(MarketType.class);
    private int size;

    public String competition() {
        return competition;
    }

    /** Scheduled start, epoch milliseconds. */
    public long kickoffAt() {
        return kickoffAt;
    }

    public boolean inPlay() {
        return inPlay;
    }

    /** Time of the newest quote that ever went in, epoch milliseconds. */
    public long asOf() {
        return asOf;
    }

    /** How many quotes are held. */
    public int size() {
        return size;
    }

    /** The markets that have a quote, in the order of {@link MarketLine}. */
    public Collection<MarketLine> markets() {
        return Collections.unmodifiableSet(quotes.keySet());
    }

    /** A market's quotes in the order of the bookmakers' names, suspended ones among them. */
    public Collection<HeldQuote> quotes(MarketLine market) {
        NavigableMap<String, HeldQuote> held = quotes.get(market);
        return held == null ? Collections.emptyList() : Collections.unmodifiableCollection(held.values());
    }

    /** Fair probabilities of a market in its first snapshot; kept for as long as the book is. */
    public Map<MarketLine, double[]> openings() {
        return openings;
    }

    /**
     * Takes in what is new in an update.
     *
     * @return whether the book changed
     */
    public boolean accept(OddsUpdate update, BookRules rules, BadQuotes bad) {
        boolean changed = readHeader(update);
        for (Quote quote : update.getQuotes()) {
            MarketType market = QuoteReader.market(quote);
            MarketLine line = market == null ? null : QuoteReader.marketLine(market, quote, update, bad);
            if (market == null || line == null || !inPhase(quote, update)) {
                continue;
            }
            HeldQuote read = QuoteReader.read(market, quote, update.getSource(), bad);
            if (read != null && isNews(read, line, rules)) {
                put(read, line);
                changed = true;
            }
        }
        if (changed) {
            headerAt = Math.max(headerAt, update.getObservedAt().toEpochMilli());
            removeStale(rules);
            removeSurplus(rules.maxQuotes());
        }
        return changed && asOf != Long.MIN_VALUE;
    }

    private boolean readHeader(OddsUpdate update) {
        long at = update.getObservedAt().toEpochMilli();
        if (at < headerAt || at - update.getReceivedAt().toEpochMilli() > QuoteReader.CLOCK_TOLERANCE_MILLIS) {
            return false;
        }
        long kickoff = update.getKickoffAt().toEpochMilli();
        boolean moved = kickoff != kickoffAt;
        kickoffAt = kickoff;
        competition = update.getCompetition();
        return moved && asOf != Long.MIN_VALUE;
    }

    /** Whether a quote belongs to the part of the match that the book is in; the first one from the running match empties the book of what was quoted before it. */
    private boolean inPhase(Quote quote, OddsUpdate update) {
        long at = quote.getObservedAt().toEpochMilli();
        boolean running = isRunning(at, update);
        if (running == inPlay) {
            return true;
        }
        // back before kickoff only where the kickoff was moved behind all that was quoted as running
        if (inPlay && (at <= asOf || update.getKickoffAt().toEpochMilli() <= asOf)) {
            return false;
        }
        inPlay = running;
        quotes.clear();
        closingAt.clear();
        size = 0;
        return true;
    }

    /** A match that runs before its scheduled start runs because the source says so; after it, because of the time: an update of a running match can hold quotes of before. */
    private static boolean isRunning(long quotedAt, OddsUpdate update) {
        long kickoff = update.getKickoffAt().toEpochMilli();
        return quotedAt >= kickoff
                || (update.getInPlay() && update.getObservedAt().toEpochMilli() < kickoff);
    }

    private boolean isNews(HeldQuote quote, MarketLine line, BookRules rules) {
        long at = quote.observedAt();
        if (at < asOf && at < asOf - rules.maxAgeMillis(quote.source(), inPlay)) {
            return false;
        }
        if (!quote.closing() && at < closingAt(line.market())) {
            return false;
        }
        NavigableMap<String, HeldQuote> market = quotes.get(line);
        @Nullable HeldQuote held = market == null ? null : market.get(quote.bookmaker());
        return held == null || (at >= held.observedAt() && !quote.sameAs(held));
    }

    private void put(HeldQuote quote, MarketLine line) {
        add(quote, line);
        asOf = Math.max(asOf, quote.observedAt());
        if (quote.closing()) {
            closingAt.merge(line.market(), quote.observedAt(), Math::max);
        }
    }

    /** Puts a quote in its place and does nothing else. */
    void add(HeldQuote quote, MarketLine line) {
        if (quotes.computeIfAbsent(line, key -> new TreeMap<>()).put(quote.bookmaker(), quote) == null) {
            size++;
        }
    }

    private void removeStale(BookRules rules) {
        quotes.entrySet().removeIf(market -> {
            long closed = closingAt(market.getKey().market());
            market.getValue().values().removeIf(quote -> {
                boolean stale = quote.observedAt() < asOf - rules.maxAgeMillis(quote.source(), inPlay)
                        || (!quote.closing() && quote.observedAt() < closed);
                size -= stale ? 1 : 0;
                return stale;
            });
            return market.getValue().isEmpty();
        });
    }

    private void removeSurplus(int most) {
        while (size > most) {
            MarketLine oldestLine = null;
            HeldQuote oldest = null;
            for (Map.Entry<MarketLine, NavigableMap<String, HeldQuote>> market : quotes.entrySet()) {
                for (HeldQuote quote : market.getValue().values()) {
                    if (oldest == null || quote.observedAt() < oldest.observedAt()) {
                        oldest = quote;
                        oldestLine = market.getKey();
                    }
                }
            }
            if (oldest == null || oldestLine == null) {
                return;
            }
            HeldQuote gone = oldest;
            quotes.computeIfPresent(oldestLine, (line, market) -> {
                market.remove(gone.bookmaker());
                return market.isEmpty() ? null : market;
            });
            size--;
        }
    }

    private long closingAt(MarketType market) {
        return closingAt.getOrDefault(market, Long.MIN_VALUE);
    }
}
