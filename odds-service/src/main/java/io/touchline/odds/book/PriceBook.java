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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

    private static final long BASE_LASTS = TimeUnit.MINUTES.toMillis(15);

    String competition = "";
    long kickoffAt;
    /** Time of the update that told competition and kickoff. */
    long headerAt = Long.MIN_VALUE;

    boolean inPlay;
    long asOf = Long.MIN_VALUE;
    final NavigableMap<MarketLine, MarketQuotes> quotes = new TreeMap<>();
    final Map<MarketLine, double[]> openings = new TreeMap<>();
    final Map<MarketType, Long> closingAt = new EnumMap<>(MarketType.class);
    final NameTable names = new NameTable();
    private int size;

    /** What the times of quotes are told from in the store; stays for a while, so that the bytes of a market that did not change stay. */
    private long base = Long.MIN_VALUE;

    /** No quote is stale while the newest is not past this; too early is safe. */
    private long nextStaleAt = Long.MIN_VALUE;

    private boolean priceMoved;

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
        MarketQuotes held = quotes.get(market);
        return held == null ? Collections.emptyList() : Collections.unmodifiableCollection(held.byBookmaker.values());
    }

    /** What is made of a market's quotes; made again only after one of them changed. Each market is asked for one kind of thing alone. */
    public <T> T derived(MarketLine line, Class<T> type, Function<MarketLine, T> make) {
        MarketQuotes market = quotes.get(line);
        if (market == null) {
            return make.apply(line);
        }
        Object known = market.derived;
        if (known == null) {
            known = make.apply(line);
            market.derived = known;
        }
        return type.cast(known);
    }

    /** Whether the last update that changed the book moved a price, opened or closed a market, or changed the phase of the match; false where it confirmed what was known. */
    public boolean priceMoved() {
        return priceMoved;
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
        priceMoved = changed;
        for (Quote quote : update.getQuotes()) {
            MarketType market = QuoteReader.market(quote);
            MarketLine line = market == null ? null : QuoteReader.marketLine(market, quote, update, bad);
            if (market == null || line == null || !inPhase(quote, update)) {
                continue;
            }
            HeldQuote read = QuoteReader.read(market, quote, update.getSource(), bad);
            if (read != null && isNews(read, line, rules)) {
                put(read, line, rules);
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
        names.clear();
        closingAt.clear();
        size = 0;
        nextStaleAt = Long.MIN_VALUE;
        priceMoved = true;
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
        MarketQuotes market = quotes.get(line);
        @Nullable HeldQuote held = market == null ? null : market.byBookmaker.get(quote.bookmaker());
        return held == null || (at >= held.observedAt() && !quote.sameAs(held));
    }

    private void put(HeldQuote quote, MarketLine line, BookRules rules) {
        HeldQuote before = add(quote, line);
        priceMoved |= before == null || !quote.offersAs(before);
        asOf = Math.max(asOf, quote.observedAt());
        nextStaleAt = Math.min(nextStaleAt, staleAfter(quote, rules));
        if (quote.closing()) {
            closingAt.merge(line.market(), quote.observedAt(), Math::max);
            nextStaleAt = Long.MIN_VALUE;
        }
    }

    /** Puts a quote in its place and does nothing else. */
    @Nullable HeldQuote add(HeldQuote quote, MarketLine line) {
        quote.place(names);
        MarketQuotes market = quotes.computeIfAbsent(line, key -> new MarketQuotes());
        HeldQuote before = market.byBookmaker.put(quote.bookmaker(), quote);
        market.changed();
        if (before == null) {
            size++;
        }
        return before;
    }

    private void removeStale(BookRules rules) {
        if (asOf <= nextStaleAt) {
            return;
        }
        nextStaleAt = Long.MAX_VALUE;
        quotes.entrySet().removeIf(market -> {
            long closed = closingAt(market.getKey().market());
            market.getValue().byBookmaker.values().removeIf(quote -> {
                long staleAfter = staleAfter(quote, rules);
                boolean stale = staleAfter < asOf || (!quote.closing() && quote.observedAt() < closed);
                if (stale) {
                    size--;
                    priceMoved = true;
                    market.getValue().changed();
                } else {
                    nextStaleAt = Math.min(nextStaleAt, staleAfter);
                }
                return stale;
            });
            return market.getValue().byBookmaker.isEmpty();
        });
    }

    private long staleAfter(HeldQuote quote, BookRules rules) {
        return quote.observedAt() + rules.maxAgeMillis(quote.source(), inPlay);
    }

    /** What times are told from: the newest quote's of some minutes ago at most. */
    long base() {
        if (base == Long.MIN_VALUE || asOf - base > BASE_LASTS) {
            base = asOf;
            quotes.values().forEach(market -> market.packed = null);
        }
        return base;
    }

    private void removeSurplus(int most) {
        while (size > most) {
            MarketLine oldestLine = null;
            HeldQuote oldest = null;
            for (Map.Entry<MarketLine, MarketQuotes> market : quotes.entrySet()) {
                for (HeldQuote quote : market.getValue().byBookmaker.values()) {
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
            priceMoved = true;
            quotes.computeIfPresent(oldestLine, (line, market) -> {
                market.byBookmaker.remove(gone.bookmaker());
                market.changed();
                return market.byBookmaker.isEmpty() ? null : market;
            });
            size--;
        }
    }

    private long closingAt(MarketType market) {
        return closingAt.getOrDefault(market, Long.MIN_VALUE);
    }
}
