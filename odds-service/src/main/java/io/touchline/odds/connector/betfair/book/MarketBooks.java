package io.touchline.odds.connector.betfair.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All books of one stream. An image replaces a book, or all of them; a change to a market that was never told whole is refused. After a cut the books
 * stand still: they go on with a {@code RESUB_DELTA} or are replaced by images. For one thread.
 */
public final class MarketBooks {

    /** What became of a market's part of a message. */
    public enum Outcome {
        APPLIED,
        /** Nobody told the market as a whole, on this connection. */
        WITHOUT_IMAGE
    }

    private static final int SETTLED_KEPT = 500;
    private static final long NO_SUBSCRIPTION = Long.MIN_VALUE;

    private @Nullable MarketBook[] table = new MarketBook[256];
    private int count;
    private @Nullable MarketBook latest;
    private long message;
    private long connection;
    private boolean cut;
    private long subscription = NO_SUBSCRIPTION;
    private final List<MarketBook> touched = new ArrayList<>();
    private final Set<MarketBook> settled = new LinkedHashSet<>();

    /** Begins a message of changes. False where it belongs to a subscription that is over; nothing of it may be applied then. */
    public boolean begin(ChangeTape tape) {
        message++;
        touched.clear();
        String type = tape.changeType();
        boolean starts = tape.segment() == null || "SEG_START".equals(tape.segment());
        if ("SUB_IMAGE".equals(type)) {
            if (starts) {
                clear();
            }
            subscription = tape.subscriptionTold() ? tape.subscription() : NO_SUBSCRIPTION;
        } else if ("RESUB_DELTA".equals(type)) {
            if (cut) {
                cut = false;
                connection--;
            }
            subscription = tape.subscriptionTold() ? tape.subscription() : NO_SUBSCRIPTION;
        } else if (cut && tape.markets() > 0) {
            cut = false;
        }
        return subscription == NO_SUBSCRIPTION || !tape.subscriptionTold() || tape.subscription() == subscription;
    }

    /** Applies one market's part of the message. */
    public Outcome apply(ChangeTape tape, int market) {
        long place = tape.marketPlace[market];
        MarketBook book = find(tape.bytes, (int) (place >>> 32), (int) place);
        MarketDefinition definition = tape.definition[market];
        boolean stale = book != null && book.connection != connection;
        if (book == null || stale) {
            if (!tape.image[market] && definition == null) {
                return Outcome.WITHOUT_IMAGE;
            }
            if (book == null) {
                book = add(tape.bytes, (int) (place >>> 32), (int) place);
            }
        }
        if (tape.image[market] || stale) {
            book.clear();
        }
        book.connection = connection;
        if (book.touchedBy != message) {
            book.touchedBy = message;
            book.beginMessage();
            touched.add(book);
        }
        book.traded(tape.marketTraded[market]);
        if (definition != null) {
            book.define(definition, message);
        }
        int from = market == 0 ? 0 : tape.runnersTo[market - 1];
        int to = tape.runnersTo[market];
        for (int change = from; change < to; change++) {
            book.apply(tape, change, message);
        }
        return Outcome.APPLIED;
    }

    /** The books that the latest message changed. */
    public List<MarketBook> touched() {
        return touched;
    }

    /** The connection was cut; what the books say waits for the next one. */
    public void cut() {
        if (!cut) {
            cut = true;
            connection++;
        }
        subscription = NO_SUBSCRIPTION;
    }

    public int size() {
        return count;
    }

    /** The market's book, or null where there is none. */
    public @Nullable MarketBook find(String id) {
        byte[] bytes = id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /** All books, in no order. */
    public List<MarketBook> list() {
        List<MarketBook> all = new ArrayList<>(count);
        for (MarketBook each : table) {
            if (each != null) {
                all.add(each);
            }
        }
        return all;
    }

    /** The market is settled; its book is dropped once many others were settled after it, for a correction may follow. */
    public void settled(MarketBook book) {
        if (settled.add(book) && settled.size() > SETTLED_KEPT) {
            Iterator<MarketBook> oldest = settled.iterator();
            MarketBook dropped = oldest.next();
            oldest.remove();
            MarketDefinition definition = dropped.definition();
            if (definition != null && definition.isClosed() && find(dropped.id()) == dropped) {
                drop(dropped);
            }
        }
    }

    private void drop(MarketBook book) {
        List<MarketBook> kept = list();
        kept.remove(book);
        Arrays.fill(table, null);
        kept.forEach(this::put);
        count = kept.size();
        latest = null;
    }

    private void clear() {
        Arrays.fill(table, null);
        count = 0;
        latest = null;
        cut = false;
        settled.clear();
    }

    private @Nullable MarketBook find(byte[] bytes, int from, int to) {
        MarketBook before = latest;
        if (before != null && Arrays.equals(before.idBytes(), 0, before.idBytes().length, bytes, from, to)) {
            return before;
        }
        int mask = table.length - 1;
        int at = hash(bytes, from, to) & mask;
        MarketBook there = table[at];
        while (there != null) {
            if (Arrays.equals(there.idBytes(), 0, there.idBytes().length, bytes, from, to)) {
                latest = there;
                return there;
            }
            at = at + 1 & mask;
            there = table[at];
        }
        return null;
    }

    private MarketBook add(byte[] bytes, int from, int to) {
        byte[] own = Arrays.copyOfRange(bytes, from, to);
        MarketBook book = new MarketBook(new String(own, java.nio.charset.StandardCharsets.UTF_8), own);
        book.hash = hash(own, 0, own.length);
        if (++count * 2 > table.length) {
            List<MarketBook> all = list();
            table = new MarketBook[table.length * 2];
            all.forEach(this::put);
        }
        put(book);
        latest = book;
        return book;
    }

    private void put(MarketBook book) {
        int mask = table.length - 1;
        int at = book.hash & mask;
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        table[at] = book;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
