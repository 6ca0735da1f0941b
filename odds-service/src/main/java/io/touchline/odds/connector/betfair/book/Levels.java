package io.touchline.odds.connector.betfair.book;

/** The best so-and-so many prices by level, 0 the best. A price or size of 0 empties the level. */
final class Levels {

    /** Betfair gives ten at most. */
    static final int MOST = 32;

    private final double[] prices = new double[MOST];
    private final double[] sizes = new double[MOST];
    private int top;

    void clear() {
        java.util.Arrays.fill(prices, 0);
        java.util.Arrays.fill(sizes, 0);
        top = 0;
    }

    void set(int level, double price, double size) {
        prices[level] = size == 0 ? 0 : price;
        sizes[level] = price == 0 ? 0 : size;
        top = Math.max(top, level + 1);
    }

    /** Levels that were ever told; empty ones among them. */
    int top() {
        return top;
    }

    double price(int level) {
        return prices[level];
    }

    /** 0 where the level is empty. */
    double size(int level) {
        return sizes[level];
    }
}
