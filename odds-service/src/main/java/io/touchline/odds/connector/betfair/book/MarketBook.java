package io.touchline.odds.connector.betfair.book;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One market: its definition and its runners, keyed by selection id and handicap. */
public final class MarketBook {

    /** Status of a market whose definition was never told. */
    public static final String UNKNOWN = "UNKNOWN";

    private final String id;
    private final byte[] idBytes;
    private @Nullable RunnerBook[] table = new RunnerBook[16];
    private RunnerBook[] runners = new RunnerBook[8];
    private int count;
    private @Nullable MarketDefinition definition;
    private double traded = Double.NaN;
    private boolean fullDepth;
    private RunnerBook[] touched = new RunnerBook[8];
    private int touchedCount;
    private @Nullable Object attachment;

    /** The message that touched it last, and its place in the table of books. */
    long touchedBy = -1;

    int hash;

    /** Which connection's it is; changes of a later one do not fit. */
    long connection;

    MarketBook(String id, byte[] idBytes) {
        this.id = id;
        this.idBytes = idBytes;
    }

    byte[] idBytes() {
        return idBytes;
    }

    /** Throws everything away: an image follows. */
    void clear() {
        Arrays.fill(table, null);
        Arrays.fill(runners, 0, count, null);
        count = 0;
        definition = null;
        traded = Double.NaN;
        fullDepth = false;
        touchedCount = 0;
    }

    void beginMessage() {
        touchedCount = 0;
    }

    void traded(double told) {
        if (!Double.isNaN(told)) {
            traded = told;
        }
    }

    /** A definition of another event with a lower version is Betfair's known mistake and is passed over. */
    void define(MarketDefinition told, long message) {
        MarketDefinition before = definition;
        if (before != null
                && told.version() < before.version()
                && !java.util.Objects.equals(told.eventId(), before.eventId())) {
            return;
        }
        definition = told;
        for (RunnerDefinition each : told.runners()) {
            RunnerBook runner = runner(each.id(), each.handicap());
            runner.define(each);
            touch(runner, message);
        }
    }

    void apply(ChangeTape tape, int change, long message) {
        RunnerBook runner = runner(tape.runnerId[change], tape.handicap[change]);
        fullDepth |= runner.apply(tape, change);
        touch(runner, message);
    }

    private void touch(RunnerBook runner, long message) {
        if (runner.touchedBy != message) {
            runner.touchedBy = message;
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, touchedCount * 2);
            }
            touched[touchedCount++] = runner;
        }
    }

    private RunnerBook runner(long runnerId, double handicap) {
        int mask = table.length - 1;
        int at = place(runnerId, handicap) & mask;
        RunnerBook there = table[at];
        while (there != null) {
            if (there.id() == runnerId && there.handicap() == handicap) {
                return there;
            }
            at = at + 1 & mask;
            there = table[at];
        }
        RunnerBook added = new RunnerBook(runnerId, handicap);
        table[at] = added;
        if (count == runners.length) {
            runners = Arrays.copyOf(runners, count * 2);
        }
        runners[count++] = added;
        if (count * 2 > table.length) {
            grow();
        }
        return added;
    }

    private void grow() {
        RunnerBook[] wider = new RunnerBook[table.length * 2];
        int mask = wider.length - 1;
        for (int i = 0; i < count; i++) {
            int at = place(runners[i].id(), runners[i].handicap()) & mask;
            while (wider[at] != null) {
                at = at + 1 & mask;
            }
            wider[at] = runners[i];
        }
        table = wider;
    }

    private static int place(long runnerId, double handicap) {
        long mixed = (runnerId * 31 + Double.doubleToRawLongBits(handicap)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40);
    }

    public String id() {
        return id;
    }

    /** Null until told. */
    public @Nullable MarketDefinition definition() {
        return definition;
    }

    /** INACTIVE, OPEN, SUSPENDED, CLOSED, or UNKNOWN where never told. */
    public String status() {
        MarketDefinition now = definition;
        return now == null ? UNKNOWN : now.status();
    }

    public boolean inPlay() {
        MarketDefinition now = definition;
        return now != null && now.inPlay();
    }

    /** Traded volume of the market in pounds; NaN where not told. */
    public double traded() {
        return traded;
    }

    /** All runners, in the order in which they appeared. */
    public List<RunnerBook> runners() {
        return Arrays.asList(runners).subList(0, count);
    }

    /** Those that the latest message changed. */
    public List<RunnerBook> touched() {
        return Arrays.asList(touched).subList(0, touchedCount);
    }

    /** The runner, or null where there is none. */
    public @Nullable RunnerBook find(long runnerId, double handicap) {
        for (int i = 0; i < count; i++) {
            if (runners[i].id() == runnerId && runners[i].handicap() == handicap) {
                return runners[i];
            }
        }
        return null;
    }

    /** The best to back of a runner: odds, size, odds, size. From the full ladder where it is subscribed, else from the best levels. */
    public List<Double> back(RunnerBook runner, int most) {
        return runner.back(most, fullDepth);
    }

    /** The best to lay likewise. */
    public List<Double> lay(RunnerBook runner, int most) {
        return runner.lay(most, fullDepth);
    }

    /** What the adapter keeps with the market; gone with it. */
    public @Nullable Object attachment() {
        return attachment;
    }

    public void attach(@Nullable Object kept) {
        attachment = kept;
    }
}
