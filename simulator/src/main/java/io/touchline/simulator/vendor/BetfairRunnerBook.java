package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Seed;
import io.touchline.simulator.vendor.BetfairLadder.Offer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Offers and trades of one runner. */
final class BetfairRunnerBook {

    private static final int DEPTH = 6;
    private static final int LEVELS = 3;
    private static final double SPREAD = 0.02;

    /** Levels of a handicap lie this many hundredths apart. */
    private static final int FINEST_STEP = 2;

    private final BetfairType.Runner runner;
    private final int[] ticks;
    private final int step;
    private final Seed seed;
    private final BetfairLadder back = BetfairLadder.byPrice();
    private final BetfairLadder lay = BetfairLadder.byPrice();
    private final BetfairLadder bestBack = BetfairLadder.byLevel();
    private final BetfairLadder bestLay = BetfairLadder.byLevel();
    private final BetfairLadder traded = BetfairLadder.byPrice();
    private int lastTraded;
    private long lastTradedChange;
    private long volume;
    private long volumeChange;
    private int toBack;
    private int toLay;

    BetfairRunnerBook(BetfairType type, BetfairType.Runner runner, Seed seed) {
        this.runner = runner;
        this.ticks = BetfairTicks.of(type);
        this.step = type == BetfairType.ASIAN_HANDICAP ? FINEST_STEP : 1;
        this.seed = seed.with(runner.id()).with(Math.round(runner.handicap() * 4));
    }

    BetfairType.Runner runner() {
        return runner;
    }

    /** Nobody offers anything. */
    void empty(long change) {
        show(List.of(), List.of(), change);
    }

    /**
     * The offers around a price.
     *
     * @param odds the best to back
     * @param fair without margin
     * @param period sizes stay as they are within it
     */
    void quote(double odds, double fair, long period, long change) {
        int best = BetfairTicks.floor(ticks, odds);
        int above = Math.max(best + step, BetfairTicks.floor(ticks, fair + SPREAD * (fair - 1)) + 1);
        List<Offer> backs = new ArrayList<>();
        List<Offer> lays = new ArrayList<>();
        for (int i = 0; i < DEPTH; i++) {
            if (best - i * step >= 0) {
                backs.add(offer(ticks[best - i * step], i, period, "back"));
            }
            if (above + i * step < ticks.length) {
                lays.add(offer(ticks[above + i * step], i, period, "lay"));
            }
        }
        show(backs, lays, change);
    }

    private Offer offer(int price, int depth, long period, String side) {
        double u = seed.with(side).with(price).with(period).uniform();
        double pounds = 4 - Math.log1p(-u) * 90 * (1 + depth);
        return new Offer(price, Math.round(pounds * 100));
    }

    private void show(List<Offer> backs, List<Offer> lays, long change) {
        back.replace(backs, change);
        lay.replace(lays, change);
        bestBack.replace(backs.stream().limit(LEVELS).toList(), change);
        bestLay.replace(lays.stream().limit(LEVELS).toList(), change);
        toBack = backs.isEmpty() ? 0 : backs.getFirst().price();
        toLay = lays.isEmpty() ? 0 : lays.getFirst().price();
    }

    /** Perhaps a trade in that minute; the hundredths of a pound that changed hands. */
    long trade(long minute, long change) {
        Seed own = seed.with("trade").with(minute);
        double u = own.uniform();
        int price = u < 0.2 ? toBack : u < 0.35 ? toLay : 0;
        if (price == 0) {
            return 0;
        }
        long size = 200 + Math.round(-Math.log1p(-own.with("size").uniform()) * 6000);
        traded.set(price, new Offer(price, traded.size(price) + size), change);
        volume += size;
        volumeChange = change;
        if (lastTraded != price) {
            lastTraded = price;
            lastTradedChange = change;
        }
        return size;
    }

    /** What has changed since; empty where nothing. */
    Map<String, Object> since(long change, Set<String> fields) {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, fields, "EX_ALL_OFFERS", "atb", back.since(change));
        put(told, fields, "EX_ALL_OFFERS", "atl", lay.since(change));
        put(told, fields, "EX_BEST_OFFERS", "batb", bestBack.since(change));
        put(told, fields, "EX_BEST_OFFERS", "batl", bestLay.since(change));
        put(told, fields, "EX_BEST_OFFERS_DISP", "bdatb", bestBack.since(change));
        put(told, fields, "EX_BEST_OFFERS_DISP", "bdatl", bestLay.since(change));
        put(told, fields, "EX_TRADED", "trd", traded.since(change));
        scalars(told, fields, change);
        return identified(told);
    }

    Map<String, Object> image(Set<String> fields) {
        Map<String, Object> told = new LinkedHashMap<>();
        put(told, fields, "EX_ALL_OFFERS", "atb", back.image());
        put(told, fields, "EX_ALL_OFFERS", "atl", lay.image());
        put(told, fields, "EX_BEST_OFFERS", "batb", bestBack.image());
        put(told, fields, "EX_BEST_OFFERS", "batl", bestLay.image());
        put(told, fields, "EX_BEST_OFFERS_DISP", "bdatb", bestBack.image());
        put(told, fields, "EX_BEST_OFFERS_DISP", "bdatl", bestLay.image());
        put(told, fields, "EX_TRADED", "trd", traded.image());
        scalars(told, fields, 0);
        return identified(told);
    }

    private void scalars(Map<String, Object> told, Set<String> fields, long change) {
        if (fields.contains("EX_LTP") && lastTradedChange > change) {
            told.put("ltp", Json.number(lastTraded / 100.0));
        }
        if (fields.contains("EX_TRADED_VOL") && volumeChange > change) {
            told.put("tv", Json.number(volume / 100.0));
        }
    }

    private Map<String, Object> identified(Map<String, Object> told) {
        if (!told.isEmpty()) {
            told.put("id", runner.id());
            if (runner.handicap() != 0) {
                told.put("hc", Json.number(runner.handicap()));
            }
        }
        return told;
    }

    private static void put(
            Map<String, Object> told, Set<String> fields, String field, String name, List<Object> offers) {
        if (fields.contains(field) && !offers.isEmpty()) {
            told.put(name, offers);
        }
    }
}
