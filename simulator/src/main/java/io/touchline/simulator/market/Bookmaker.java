package io.touchline.simulator.market;

import java.time.Duration;

/**
 * How one bookmaker works.
 *
 * @param key its key at the odds vendor
 * @param title its name at the odds vendor
 * @param exchange whether it also shows lay odds
 * @param margin overround of a market, such as 0.06
 * @param rateNoise standard deviation of its error in each side's log rate
 * @param priceNoise standard deviation of its further error in a selection's log odds
 * @param delay how late it learns of news
 * @param repricing time between two looks at its own prices
 * @param scanning time between two readings of its prices by the vendor
 * @param forgetful share of the time in which it leaves a match's price as it was, while the vendor goes on reading it
 * @param silent share of the time in which the vendor does not reach it: the price and its time stand still
 */
public record Bookmaker(
        String key,
        String title,
        boolean exchange,
        double margin,
        double rateNoise,
        double priceNoise,
        Duration delay,
        Duration repricing,
        Duration scanning,
        double forgetful,
        double silent) {

    /** So large that of a hundred prices about one beats its own margin: value that is there whatever anybody believes, in play too. */
    private static final double SOFT_ERROR = 0.045;

    static Bookmaker sharp(String key, String title, boolean exchange, double margin) {
        return new Bookmaker(
                key,
                title,
                exchange,
                margin,
                0.012,
                0.004,
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                0,
                0);
    }

    static Bookmaker soft(String key, String title, double margin, double rateNoise, int delayMinutes) {
        return new Bookmaker(
                key,
                title,
                false,
                margin,
                rateNoise,
                SOFT_ERROR,
                Duration.ofMinutes(delayMinutes),
                Duration.ofSeconds(180),
                Duration.ofSeconds(60),
                0.06,
                0.04);
    }
}
