package io.touchline.simulator.vendor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sizes by key (a price in hundredths, or a level), each with the number of the change that set it, so that what has changed since any earlier moment can be
 * told. What is gone stays as a size of 0.
 */
final class BetfairLadder {

    /** A price and a size, in hundredths; a size of 0 is an empty place. */
    record Offer(int price, long size) {}

    private record Cell(Offer offer, long change) {}

    private static final Offer EMPTY = new Offer(0, 0);

    private final boolean levels;
    private final TreeMap<Integer, Cell> cells = new TreeMap<>();

    private BetfairLadder(boolean levels) {
        this.levels = levels;
    }

    /** Keyed by price: {@code [price, size]}. */
    static BetfairLadder byPrice() {
        return new BetfairLadder(false);
    }

    /** Keyed by level, 0 the best: {@code [level, price, size]}. */
    static BetfairLadder byLevel() {
        return new BetfairLadder(true);
    }

    void set(int key, Offer offer, long change) {
        Cell before = cells.get(key);
        if (before == null ? offer.size() > 0 : !before.offer().equals(offer)) {
            cells.put(key, new Cell(offer, change));
        }
    }

    long size(int key) {
        Cell cell = cells.get(key);
        return cell == null ? 0 : cell.offer().size();
    }

    /** From here on these offers, in this order, and no others. */
    void replace(List<Offer> offers, long change) {
        Map<Integer, Offer> wanted = new HashMap<>();
        for (int i = 0; i < offers.size(); i++) {
            wanted.put(levels ? i : offers.get(i).price(), offers.get(i));
        }
        for (Integer key : List.copyOf(cells.keySet())) {
            if (!wanted.containsKey(key)) {
                set(key, levels ? EMPTY : new Offer(key, 0), change);
            }
        }
        wanted.forEach((key, offer) -> set(key, offer, change));
    }

    /** What has changed since, deletions with it. */
    List<Object> since(long change) {
        return told(change, false);
    }

    /** What there is. */
    List<Object> image() {
        return told(Long.MIN_VALUE, true);
    }

    private List<Object> told(long after, boolean present) {
        List<Object> all = new ArrayList<>();
        cells.forEach((key, cell) -> {
            if (cell.change() > after && (!present || cell.offer().size() > 0)) {
                Object price = Json.number(cell.offer().price() / 100.0);
                Object size = Json.number(cell.offer().size() / 100.0);
                all.add(levels ? List.of(key, price, size) : List.of(price, size));
            }
        });
        if (!levels) {
            Collections.reverse(all);
        }
        return all;
    }
}
