package io.touchline.odds.connector.betfair.book;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One runner of a market: its ladders and figures as the changes left them. */
public final class RunnerBook {

    private static final String REMOVED = "REMOVED";
    private static final int BACK_ALL = LadderKind.ATB;
    private static final int LAY_ALL = LadderKind.ATL;

    private final long id;
    private final double handicap;
    private final @Nullable Ladder[] byPrice = new Ladder[LadderKind.BATB];
    private final @Nullable Levels[] byLevel = new Levels[LadderKind.KINDS - LadderKind.BATB];
    private @Nullable RunnerDefinition definition;
    private double lastTraded = Double.NaN;
    private double traded = Double.NaN;
    private double near = Double.NaN;
    private double far = Double.NaN;

    /** The message that touched it last. */
    long touchedBy = -1;

    RunnerBook(long id, double handicap) {
        this.id = id;
        this.handicap = handicap;
    }

    /** Lays the changes of the tape's runner into the book. True where a full-depth ladder was among them. */
    boolean apply(ChangeTape tape, int runner) {
        int told = tape.told[runner];
        if (told != 0) {
            if ((told & ChangeTape.TOLD_LTP) != 0) {
                lastTraded = tape.ltp[runner];
            }
            if ((told & ChangeTape.TOLD_TV) != 0) {
                traded = tape.traded[runner];
            }
            if ((told & ChangeTape.TOLD_SPN) != 0) {
                near = tape.near[runner];
            }
            if ((told & ChangeTape.TOLD_SPF) != 0) {
                far = tape.far[runner];
            }
        }
        boolean fullDepth = false;
        double[] value = tape.value;
        int ladder = runner == 0 ? 0 : tape.laddersTo[runner - 1];
        int last = tape.laddersTo[runner];
        int at = ladder == 0 ? 0 : tape.valuesTo[ladder - 1];
        for (; ladder < last; ladder++) {
            int kind = tape.ladderKind[ladder];
            int to = tape.valuesTo[ladder];
            if (kind >= LadderKind.BATB) {
                Levels levels = levels(kind);
                for (; at < to; at += 3) {
                    levels.set((int) value[at], value[at + 1], value[at + 2]);
                }
            } else {
                fullDepth |= kind <= LAY_ALL;
                Ladder prices = ladder(kind);
                for (; at < to; at += 2) {
                    prices.set(value[at], value[at + 1]);
                }
            }
        }
        return fullDepth;
    }

    private Ladder ladder(int kind) {
        Ladder there = byPrice[kind];
        if (there == null) {
            there = new Ladder();
            byPrice[kind] = there;
        }
        return there;
    }

    private Levels levels(int kind) {
        Levels there = byLevel[kind - LadderKind.BATB];
        if (there == null) {
            there = new Levels();
            byLevel[kind - LadderKind.BATB] = there;
        }
        return there;
    }

    void define(RunnerDefinition told) {
        definition = told;
    }

    public long id() {
        return id;
    }

    /** 0 where it has none. */
    public double handicap() {
        return handicap;
    }

    /** ACTIVE until told otherwise. */
    public String status() {
        return definition == null ? "ACTIVE" : definition.status();
    }

    public @Nullable RunnerDefinition definition() {
        return definition;
    }

    boolean isRemoved() {
        return definition != null && definition.status().equals(REMOVED);
    }

    /** Odds of the last trade; null where there was none. */
    public @Nullable Double lastTraded() {
        return Double.isFinite(lastTraded) && lastTraded > 0 ? lastTraded : null;
    }

    /** Traded volume in pounds, both sides counted as Betfair does; 0 for a removed runner, null where the stream does not tell. */
    public @Nullable Double traded() {
        if (isRemoved()) {
            return 0.0;
        }
        return Double.isNaN(traded) ? null : traded;
    }

    /** Projected starting price, near; NaN where there is none, may be infinite. */
    public double near() {
        return near;
    }

    /** Projected starting price, far; likewise. */
    public double far() {
        return far;
    }

    /** The best prices to back with their sizes, alternating. */
    List<Double> back(int most, boolean fullDepth) {
        return fullDepth ? best(byPrice[BACK_ALL], true, most) : best(LadderKind.BATB, LadderKind.BDATB, most);
    }

    /** The best prices to lay with their sizes, alternating. */
    List<Double> lay(int most, boolean fullDepth) {
        return fullDepth ? best(byPrice[LAY_ALL], false, most) : best(LadderKind.BATL, LadderKind.BDATL, most);
    }

    private List<Double> best(@Nullable Ladder ladder, boolean fromAbove, int most) {
        if (ladder == null || ladder.count() == 0 || isRemoved()) {
            return List.of();
        }
        int count = Math.min(most, ladder.count());
        List<Double> best = new ArrayList<>(2 * count);
        for (int i = 0; i < count; i++) {
            int at = fromAbove ? ladder.count() - 1 - i : i;
            best.add(ladder.price(at));
            best.add(ladder.size(at));
        }
        return best;
    }

    private List<Double> best(int kind, int withVirtualBets, int most) {
        Levels levels = byLevel[kind - LadderKind.BATB];
        if (levels == null) {
            levels = byLevel[withVirtualBets - LadderKind.BATB];
        }
        if (levels == null || isRemoved()) {
            return List.of();
        }
        List<Double> best = new ArrayList<>(2 * most);
        for (int level = 0; level < levels.top() && best.size() < 2 * most; level++) {
            if (levels.size(level) != 0) {
                best.add(levels.price(level));
                best.add(levels.size(level));
            }
        }
        return best;
    }

    /** Amount traded at a price so far; 0 where nothing or not told. */
    public double tradedAt(double price) {
        Ladder all = byPrice[LadderKind.TRD];
        for (int i = 0; all != null && i < all.count(); i++) {
            if (all.price(i) == price) {
                return all.size(i);
            }
        }
        return 0;
    }
}
