package io.touchline.odds.book;

import io.touchline.domain.devig.MarginRemoval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The latest odds of one bookmaker for one market and line. Tells the same always; what a margin removal made of it is kept beside it, as the same quote goes into many snapshots. */
public final class HeldQuote {

    private String bookmaker;
    private String source;
    private int bookmakerPlace;
    private int sourcePlace;
    private final boolean suspended;
    private final boolean closing;
    private final long observedAt;
    private final double[] odds;
    private double @Nullable [] fair;

    /** Its bytes in the store, and the time that theirs is told from. */
    private byte @Nullable [] packed;

    private long packedFrom;

    HeldQuote(String bookmaker, String source, boolean suspended, boolean closing, long observedAt, double[] odds) {
        this.bookmaker = bookmaker;
        this.source = source;
        this.suspended = suspended;
        this.closing = closing;
        this.observedAt = observedAt;
        this.odds = odds;
    }

    public String bookmaker() {
        return bookmaker;
    }

    /** The source that brought it. */
    public String source() {
        return source;
    }

    /** True while no bet is taken. */
    public boolean suspended() {
        return suspended;
    }

    /** True where the source itself calls it the closing price. */
    public boolean closing() {
        return closing;
    }

    /** Takes its names from the table of the book that it goes into. */
    void place(NameTable names) {
        bookmakerPlace = names.place(bookmaker);
        sourcePlace = names.place(source);
        packed = null;
        bookmaker = names.at(bookmakerPlace);
        source = names.at(sourcePlace);
    }

    int bookmakerPlace() {
        return bookmakerPlace;
    }

    int sourcePlace() {
        return sourcePlace;
    }

    /** Epoch milliseconds. */
    public long observedAt() {
        return observedAt;
    }

    /** Back odds of a selection, by its place in the market's list; NaN where none is offered. */
    public double odds(int selection) {
        return odds[selection];
    }

    /** How many selections the market has. */
    public int selections() {
        return odds.length;
    }

    /** Whether every selection has odds; only then can the margin be told. */
    public boolean complete() {
        for (double each : odds) {
            if (Double.isNaN(each)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Fair probabilities by a method, which must be the same at every call. Only for a complete quote.
     *
     * @param winners how many selections win together: 1, or 2 for a double chance, whose probabilities then sum to 2
     */
    public double[] fairProbabilities(MarginRemoval method, int winners) {
        double[] known = fair;
        if (known == null) {
            double[] scaled = odds.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= winners;
            }
            known = method.fairProbabilities(scaled);
            for (int i = 0; i < known.length; i++) {
                known[i] *= winners;
            }
            fair = known;
        }
        return known;
    }

    /** What {@link #packed(long, byte[])} noted for the same base; null where nothing was. */
    byte @Nullable [] packed(long base) {
        return packedFrom == base ? packed : null;
    }

    void packed(long base, byte[] bytes) {
        packed = bytes;
        packedFrom = base;
    }

    /** Whether it tells the same prices as another quote of the same bookmaker at the same moment. */
    boolean sameAs(HeldQuote other) {
        return observedAt == other.observedAt
                && suspended == other.suspended
                && closing == other.closing
                && source.equals(other.source)
                && Arrays.equals(odds, other.odds);
    }

    /** Whether the same bets are offered as in another quote of the same bookmaker, whenever they were confirmed. */
    boolean offersAs(HeldQuote other) {
        return suspended == other.suspended && closing == other.closing && Arrays.equals(odds, other.odds);
    }

    double[] odds() {
        return odds;
    }
}
