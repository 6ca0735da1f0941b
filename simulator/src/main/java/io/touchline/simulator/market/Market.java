package io.touchline.simulator.market;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchScript;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.league.Seed;
import io.touchline.simulator.league.TrueRates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What every bookmaker offers at any moment, as a function of that moment: it does not matter who asks, how often, or in which
 * order. Prices already worked out are kept until the bookmaker's next look at them.
 */
public final class Market {

    private static final Duration IN_PLAY_REPRICING = Duration.ofSeconds(30);
    private static final Duration IN_PLAY_DELAY = Duration.ofSeconds(12);
    private static final Duration SUSPENSION = Duration.ofSeconds(60);
    private static final Duration MOOD = Duration.ofMinutes(40);
    private static final Duration LAPSE = Duration.ofMinutes(12);

    /** In play the errors of all bookmakers shrink: everybody watches the same match. */
    private static final double IN_PLAY_NOISE = 0.4;

    private final League league;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(long version, List<MarketPrice> markets) {}

    public Market(League league) {
        this.league = league;
    }

    /** Every bookmaker that has the match on its board then; those that suspended it are there without markets. */
    public List<BookmakerPrices> at(Match match, Instant now) {
        List<BookmakerPrices> all = new ArrayList<>();
        for (Bookmaker bookmaker : Bookmakers.all()) {
            BookmakerPrices prices = find(bookmaker, match, now);
            if (prices != null) {
                all.add(prices);
            }
        }
        return all;
    }

    /** Null before the bookmaker opens and after the match. */
    public @Nullable BookmakerPrices find(Bookmaker bookmaker, Match match, Instant now) {
        Seed own = match.seed().with("book").with(bookmaker.key());
        Instant readAt = stepBefore(now, bookmaker.scanning(), own.with("scan"));
        boolean inPlay = !readAt.isBefore(match.kickoffAt());
        if (!inPlay && lapses(own.with("silent"), readAt, bookmaker.silent())) {
            readAt = lapseStart(own.with("silent"), readAt);
        }
        if (readAt.isBefore(match.kickoffAt().minus(league.plan().pricedAhead()))) {
            return null;
        }
        return inPlay ? inPlay(bookmaker, match, own, readAt) : before(bookmaker, match, own, readAt);
    }

    private BookmakerPrices before(Bookmaker bookmaker, Match match, Seed own, Instant readAt) {
        Instant pricedAt = pricedBefore(bookmaker, own, readAt);
        long version = pricedAt.getEpochSecond();
        String key = match.eventId() + ' ' + bookmaker.key();
        Kept last = kept.get(key);
        if (last == null || last.version() != version) {
            last = new Kept(version, beforePrices(match, opinionBefore(bookmaker, match, own, pricedAt)));
            kept.put(key, last);
        }
        return new BookmakerPrices(bookmaker, readAt, last.markets());
    }

    private static Instant pricedBefore(Bookmaker bookmaker, Seed own, Instant readAt) {
        Instant pricedAt = stepBefore(readAt, bookmaker.repricing(), own.with("price"));
        if (lapses(own.with("forget"), pricedAt, bookmaker.forgetful())) {
            return stepBefore(lapseStart(own.with("forget"), pricedAt), bookmaker.repricing(), own.with("price"));
        }
        return pricedAt;
    }

    private Opinion opinionBefore(Bookmaker bookmaker, Match match, Seed own, Instant pricedAt) {
        TrueRates known = league.ratesKnownAt(match, pricedAt.minus(bookmaker.delay()));
        TrueRates rates = noisy(known, bookmaker, own, pricedAt, 1);
        return new Opinion(pricedAt, false, rates, 0, 0, new Quoter(bookmaker, quoteSeed(own, pricedAt)));
    }

    private List<MarketPrice> beforePrices(Match match, Opinion opinion) {
        double totalLine = totalLine(match);
        double handicapLine = handicapLine(match);
        Goals goals = opinion.goals();
        Quoter quoter = opinion.quoter();
        return List.of(
                quoter.quote(MarketPrice.Kind.MATCH_RESULT, null, goals.matchResult(0)),
                quoter.quote(MarketPrice.Kind.TOTALS, totalLine, goals.totals(totalLine, 0)),
                quoter.quote(MarketPrice.Kind.HANDICAP, handicapLine, goals.handicap(handicapLine, 0)));
    }

    /** The line of the main total before kickoff, a half. */
    public double totalLine(Match match) {
        TrueRates first = firstRates(match);
        return Math.max(1.5, Math.floor(first.home() + first.away()) + 0.5);
    }

    /** The home side's main handicap before kickoff, in quarters. */
    public double handicapLine(Match match) {
        TrueRates first = firstRates(match);
        return 0.0 - Math.round((first.home() - first.away()) * 4 * 0.9) / 4.0;
    }

    private TrueRates firstRates(Match match) {
        return league.ratesKnownAt(match, match.kickoffAt().minus(league.plan().pricedAhead()));
    }

    private static Seed quoteSeed(Seed own, Instant pricedAt) {
        return own.with("quote").with(moodOf(pricedAt, own));
    }

    /**
     * What the bookmaker thinks at that moment, asked directly and not through an odds vendor that reads it now and then. Null before it opens and after the
     * match.
     */
    public @Nullable Opinion opinion(Bookmaker bookmaker, Match match, Instant now) {
        Seed own = match.seed().with("book").with(bookmaker.key());
        if (now.isBefore(match.kickoffAt().minus(league.plan().pricedAhead()))
                || league.viewAt(match, now).phase() == Phase.FULL_TIME) {
            return null;
        }
        if (now.isBefore(match.kickoffAt())) {
            return opinionBefore(bookmaker, match, own, pricedBefore(bookmaker, own, now));
        }
        return opinionInPlay(bookmaker, match, own, now);
    }

    private @Nullable BookmakerPrices inPlay(Bookmaker bookmaker, Match match, Seed own, Instant readAt) {
        if (league.viewAt(match, readAt).phase() == Phase.FULL_TIME) {
            return null;
        }
        Opinion opinion = opinionInPlay(bookmaker, match, own, readAt);
        if (opinion.suspended()) {
            return new BookmakerPrices(bookmaker, readAt, List.of());
        }
        TrueRates rates = opinion.rates();
        Goals goals = opinion.goals();
        int scored = opinion.homeGoals() + opinion.awayGoals();
        double line = scored + Math.max(0.5, Math.floor(rates.home() + rates.away()) + 0.5);
        Quoter quoter = opinion.quoter();
        List<MarketPrice> markets = new ArrayList<>();
        quoter.find(MarketPrice.Kind.MATCH_RESULT, null, goals.matchResult(opinion.homeGoals() - opinion.awayGoals()))
                .ifPresent(markets::add);
        quoter.find(MarketPrice.Kind.TOTALS, line, goals.totals(line, scored)).ifPresent(markets::add);
        return new BookmakerPrices(bookmaker, readAt, List.copyOf(markets));
    }

    private Opinion opinionInPlay(Bookmaker bookmaker, Match match, Seed own, Instant readAt) {
        Instant pricedAt = later(
                match.kickoffAt(),
                stepBefore(readAt, IN_PLAY_REPRICING, own.with("live")).minus(IN_PLAY_DELAY));
        MatchView seen = league.viewAt(match, pricedAt);
        TrueRates rates = noisy(remaining(match, seen), bookmaker, own, pricedAt, IN_PLAY_NOISE);
        return new Opinion(
                pricedAt,
                isSuspended(match, readAt),
                rates,
                seen.goals(true),
                seen.goals(false),
                new Quoter(bookmaker, quoteSeed(own, pricedAt)));
    }

    /** Rates of the goals still to come, given the cards so far. */
    private TrueRates remaining(Match match, MatchView seen) {
        TrueRates whole = league.trueRates(match);
        double share = MatchScript.goalsLeft((double) seen.played() / seen.playSeconds());
        boolean homeShort = seen.count(true, MatchEvent.Kind.RED_CARD) > 0;
        boolean awayShort = seen.count(false, MatchEvent.Kind.RED_CARD) > 0;
        double home = (homeShort ? MatchScript.SHORT_HANDED : 1) * (awayShort ? MatchScript.MAN_MORE : 1);
        double away = (awayShort ? MatchScript.SHORT_HANDED : 1) * (homeShort ? MatchScript.MAN_MORE : 1);
        return new TrueRates(Math.max(1e-4, whole.home() * share * home), Math.max(1e-4, whole.away() * share * away));
    }

    /** After a goal, a goal taken back or a red card nobody takes bets for a while. */
    private boolean isSuspended(Match match, Instant now) {
        long elapsed = Duration.between(match.kickoffAt(), now).toSeconds();
        for (MatchEvent event : league.script(match).events()) {
            boolean matters = event.kind().isGoal() || event.kind() == MatchEvent.Kind.RED_CARD;
            if (matters && (isWithin(elapsed, event.elapsed()) || isWithin(elapsed, event.takenBackAt()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(long elapsed, int since) {
        return elapsed >= since && elapsed - since < SUSPENSION.toSeconds();
    }

    private TrueRates noisy(TrueRates rates, Bookmaker bookmaker, Seed own, Instant at, double factor) {
        Seed mood = own.with("mood").with(moodOf(at, own));
        Seed character = own.with("character");
        double spread = bookmaker.rateNoise() * factor / Math.sqrt(2);
        return rates.shifted(
                spread * (mood.with("home").normal() + character.with("home").normal()),
                spread * (mood.with("away").normal() + character.with("away").normal()));
    }

    private static long moodOf(Instant at, Seed own) {
        return stepBefore(at, MOOD, own.with("mood")).getEpochSecond();
    }

    private static boolean lapses(Seed seed, Instant at, double share) {
        return share > 0 && seed.with(lapseStart(seed, at).getEpochSecond()).uniform() < share;
    }

    private static Instant lapseStart(Seed seed, Instant at) {
        return stepBefore(at, LAPSE, seed);
    }

    /** The last multiple of the step, shifted by an amount of the seed's own so that not everybody moves at once. */
    private static Instant stepBefore(Instant at, Duration step, Seed seed) {
        long length = step.toSeconds();
        long shift = (long) (seed.uniform() * length);
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond() - shift, length) * length + shift);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
