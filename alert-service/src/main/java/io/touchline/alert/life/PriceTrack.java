package io.touchline.alert.life;

import io.touchline.alert.rule.FreshPriceRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bookmaker's quotes of one market in the order in which they were observed: the one that the last prediction judged, and those after it, which wait for a prediction that has seen them.
 * Not safe for threads.
 */
final class PriceTrack {

    /** Quotes that may wait; beyond, the oldest waiting one is given up. */
    static final int MOST_WAITING = 32;

    private final List<HeldQuote> quotes = new ArrayList<>();

    /**
     * Puts a quote in its place. Of two with one observation time the later to come stays. One from before the quote that was judged last says nothing any more.
     *
     * @param judgedAt when a prediction last judged this fixture; null before the first
     * @return false where this quote changes nothing
     */
    boolean add(HeldQuote quote, @Nullable Instant judgedAt, FreshPriceRule fresh) {
        int at = quotes.size();
        while (at > 0 && !quotes.get(at - 1).observedAt().isBefore(quote.observedAt())) {
            at--;
        }
        boolean replaces = at < quotes.size() && quotes.get(at).observedAt().equals(quote.observedAt());
        if (replaces && quotes.get(at).saysTheSame(quote)) {
            return false;
        }
        if (replaces) {
            quotes.set(at, at == 0 ? quote.following(quotes.getFirst()) : linked(at, quote, fresh));
        } else {
            if (at == 0 && judgedAt != null && !quotes.isEmpty()) {
                return false;
            }
            quotes.add(at, linked(at, quote, fresh));
        }
        for (int next = at + 1; next < quotes.size(); next++) {
            quotes.set(next, linked(next, quotes.get(next).alone(), fresh));
        }
        if (quotes.size() > MOST_WAITING) {
            quotes.remove(1);
        }
        return true;
    }

    /** For reading a stored track. */
    void restore(HeldQuote quote) {
        quotes.add(quote);
    }

    /** A price goes on standing where the quote before offers it too, in the same phase, open, and not so long ago that it had gone stale. */
    private HeldQuote linked(int at, HeldQuote quote, FreshPriceRule fresh) {
        if (at == 0) {
            return quote;
        }
        HeldQuote before = quotes.get(at - 1);
        boolean broken = before.suspended()
                || before.inPlay() != quote.inPlay()
                || quote.observedAt().isAfter(fresh.freshUntil(before.source(), before.observedAt(), before.inPlay()));
        return broken ? quote : quote.following(before);
    }

    /** The newest quote that was observed by then; null where the first came later. */
    @Nullable HeldQuote at(Instant time) {
        for (int i = quotes.size() - 1; i >= 0; i--) {
            if (!quotes.get(i).observedAt().isAfter(time)) {
                return quotes.get(i);
            }
        }
        return null;
    }

    /** All that were observed later, in order. */
    List<HeldQuote> after(Instant time) {
        return quotes.stream().filter(quote -> quote.observedAt().isAfter(time)).toList();
    }

    /** All of them, in order. */
    List<HeldQuote> quotes() {
        return List.copyOf(quotes);
    }

    /** Forgets what lies before the quote in force at the last judgement. */
    void prune(Instant judgedAt) {
        while (quotes.size() > 1 && !quotes.get(1).observedAt().isAfter(judgedAt)) {
            quotes.removeFirst();
        }
    }
}
