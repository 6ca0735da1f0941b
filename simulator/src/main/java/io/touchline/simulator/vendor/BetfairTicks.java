package io.touchline.simulator.vendor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The exchange's ladder of valid odds, in hundredths: steps of 0.01 up to 2, of 10 from 100 on. Odds above 2 of handicaps go in steps of 0.01 as well. */
final class BetfairTicks {

    private static final int[] CLASSIC = classic();
    private static final int[] FINEST = IntStream.rangeClosed(101, 100_000).toArray();

    private BetfairTicks() {}

    private static int[] classic() {
        int[][] steps = {
            {200, 1},
            {300, 2},
            {400, 5},
            {600, 10},
            {1000, 20},
            {2000, 50},
            {3000, 100},
            {5000, 200},
            {10_000, 500},
            {100_000, 1000}
        };
        IntStream.Builder all = IntStream.builder();
        int price = 101;
        for (int[] step : steps) {
            for (; price < step[0]; price += step[1]) {
                all.add(price);
            }
        }
        return all.add(100_000).build().toArray();
    }

    static int[] of(BetfairType type) {
        return type == BetfairType.ASIAN_HANDICAP ? FINEST : CLASSIC;
    }

    /** Place of the highest step that is not above the price. */
    static int floor(int[] ticks, double price) {
        int at = Arrays.binarySearch(ticks, (int) Math.floor(price * 100 + 1e-6));
        return Math.max(0, at >= 0 ? at : -at - 2);
    }
}
