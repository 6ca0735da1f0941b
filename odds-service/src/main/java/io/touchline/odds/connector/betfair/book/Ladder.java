package io.touchline.odds.connector.betfair.book;

import java.util.Arrays;

/** Money by price, prices rising. A size of 0 takes the price away. */
final class Ladder {

    private double[] prices = new double[16];
    private double[] sizes = new double[16];
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** The i-th price from below. */
    double price(int i) {
        return prices[i];
    }

    double size(int i) {
        return sizes[i];
    }

    void set(double price, double size) {
        double[] all = prices;
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            double there = all[middle];
            if (there < price) {
                low = middle + 1;
            } else if (there > price) {
                high = middle - 1;
            } else {
                if (size == 0) {
                    remove(middle);
                } else {
                    sizes[middle] = size;
                }
                return;
            }
        }
        if (size != 0) {
            insert(low, price, size);
        }
    }

    private void insert(int at, double price, double size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        System.arraycopy(prices, at, prices, at + 1, count - at);
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        prices[at] = price;
        sizes[at] = size;
        count++;
    }

    private void remove(int at) {
        count--;
        System.arraycopy(prices, at + 1, prices, at, count - at);
        System.arraycopy(sizes, at + 1, sizes, at, count - at);
    }
}
