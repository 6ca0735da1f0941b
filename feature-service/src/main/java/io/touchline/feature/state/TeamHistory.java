package io.touchline.feature.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A team's appearances in the order of the timeline: a stack, so that the newest can be taken back exactly. */
final class TeamHistory {

    /** How far back the last match of the same competition and season is looked for; cups lie between. */
    private static final int SEASON_SEARCH = 60;

    /** Of so many newest appearances it is kept what was worked out: about 14 kB a team. */
    private static final int REMEMBERED = 32;

    private final List<Appearance> appearances = new ArrayList<>();
    private @Nullable Remembered @Nullable [] remembered;

    private record Remembered(Appearance of, double[] numbers) {}

    void push(Appearance appearance) {
        appearances.add(appearance);
    }

    void pop() {
        appearances.removeLast();
    }

    boolean isEmpty() {
        return appearances.isEmpty();
    }

    @Nullable Appearance last() {
        return appearances.isEmpty() ? null : appearances.getLast();
    }

    Appearance at(int index) {
        return appearances.get(index);
    }

    /** What is worked out of one appearance, and need not be again for the next fixture of the team; not to be written to. */
    @SuppressWarnings("ReferenceEquality") // the same object tells the same; another that is equal is worked out again
    double[] remembered(int index, Function<Appearance, double[]> workOut) {
        @Nullable Remembered[] all = remembered;
        if (all == null) {
            all = new Remembered[REMEMBERED];
            remembered = all;
        }
        Appearance appearance = appearances.get(index);
        Remembered known = all[index % REMEMBERED];
        if (known == null || known.of() != appearance) {
            known = new Remembered(appearance, workOut.apply(appearance));
            all[index % REMEMBERED] = known;
        }
        return known.numbers();
    }

    /** How many appearances were known strictly before a moment. */
    int countBefore(long moment) {
        int low = 0;
        int high = appearances.size();
        if (high > 0 && appearances.get(high - 1).result().resultAt() < moment) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (appearances.get(middle).result().resultAt() < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The running totals in a competition and season after the first so many appearances. */
    Appearance.SeasonTotals totals(String competition, String season, int first) {
        int count = Math.min(first, appearances.size());
        for (int at = count - 1; at >= Math.max(0, count - SEASON_SEARCH); at--) {
            PastResult result = appearances.get(at).result();
            if (result.competition().equals(competition) && result.season().equals(season)) {
                return appearances.get(at).season();
            }
        }
        return Appearance.SeasonTotals.NONE;
    }
}
