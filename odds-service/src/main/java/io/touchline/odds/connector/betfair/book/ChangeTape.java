package io.touchline.odds.connector.betfair.book;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One message of the stream, read whole before any of it touches a book: a broken message then changes nothing. Flat arrays, used again and again.
 * Filled by {@link MessageReader}.
 */
public final class ChangeTape {

    static final int TOLD_LTP = 1;
    static final int TOLD_TV = 2;
    static final int TOLD_SPN = 4;
    static final int TOLD_SPF = 8;

    byte[] bytes = {};

    @Nullable String op;

    @Nullable String changeType;

    @Nullable String segment;

    @Nullable String statusCode;

    @Nullable String errorCode;

    @Nullable String errorMessage;

    boolean connectionClosed;
    long status;
    long subscription;
    boolean subscriptionTold;
    long publishedAt;
    long heartbeatMs;
    private long clkPlace;
    private long initialClkPlace;

    int markets;
    long[] marketPlace = new long[16];
    boolean[] image = new boolean[16];
    boolean[] conflated = new boolean[16];
    double[] marketTraded = new double[16];

    @Nullable MarketDefinition[] definition = new MarketDefinition[16];

    int[] runnersTo = new int[16];

    int runners;
    long[] runnerId = new long[64];
    double[] handicap = new double[64];
    int[] told = new int[64];
    double[] ltp = new double[64];
    double[] traded = new double[64];
    double[] near = new double[64];
    double[] far = new double[64];
    int[] laddersTo = new int[64];

    int ladders;
    int[] ladderKind = new int[128];
    int[] valuesTo = new int[128];

    int values;
    double[] value = new double[1024];

    void clear(byte[] data) {
        bytes = data;
        op = null;
        changeType = null;
        segment = null;
        statusCode = null;
        errorCode = null;
        errorMessage = null;
        connectionClosed = false;
        status = 0;
        subscription = 0;
        subscriptionTold = false;
        publishedAt = 0;
        heartbeatMs = 0;
        clkPlace = 0;
        initialClkPlace = 0;
        markets = 0;
        runners = 0;
        ladders = 0;
        values = 0;
    }

    void clk(long place) {
        clkPlace = place;
    }

    void initialClk(long place) {
        initialClkPlace = place;
    }

    int addMarket() {
        int at = markets++;
        if (at == marketPlace.length) {
            int size = at * 2;
            marketPlace = Arrays.copyOf(marketPlace, size);
            image = Arrays.copyOf(image, size);
            conflated = Arrays.copyOf(conflated, size);
            marketTraded = Arrays.copyOf(marketTraded, size);
            definition = Arrays.copyOf(definition, size);
            runnersTo = Arrays.copyOf(runnersTo, size);
        }
        marketPlace[at] = 0;
        image[at] = false;
        conflated[at] = false;
        marketTraded[at] = Double.NaN;
        definition[at] = null;
        return at;
    }

    int addRunner() {
        int at = runners++;
        if (at == runnerId.length) {
            int size = at * 2;
            runnerId = Arrays.copyOf(runnerId, size);
            handicap = Arrays.copyOf(handicap, size);
            told = Arrays.copyOf(told, size);
            ltp = Arrays.copyOf(ltp, size);
            traded = Arrays.copyOf(traded, size);
            near = Arrays.copyOf(near, size);
            far = Arrays.copyOf(far, size);
            laddersTo = Arrays.copyOf(laddersTo, size);
        }
        handicap[at] = 0;
        told[at] = 0;
        return at;
    }

    void endLadder(int kind) {
        int at = ladders++;
        if (at == ladderKind.length) {
            ladderKind = Arrays.copyOf(ladderKind, at * 2);
            valuesTo = Arrays.copyOf(valuesTo, at * 2);
        }
        ladderKind[at] = kind;
        valuesTo[at] = values;
    }

    /** Room for a row of three. */
    void reserveRow() {
        if (values + 3 > value.length) {
            value = Arrays.copyOf(value, value.length * 2);
        }
    }

    /** The kind of message; null where it does not say. */
    public @Nullable String op() {
        return op;
    }

    /** SUB_IMAGE, RESUB_DELTA or HEARTBEAT; null for an update. */
    public @Nullable String changeType() {
        return changeType;
    }

    /** SEG_START, SEG or SEG_END; null for a whole message. */
    public @Nullable String segment() {
        return segment;
    }

    /** SUCCESS or FAILURE in an answer; null elsewhere. */
    public @Nullable String statusCode() {
        return statusCode;
    }

    public @Nullable String errorCode() {
        return errorCode;
    }

    public @Nullable String errorMessage() {
        return errorMessage;
    }

    public boolean connectionClosed() {
        return connectionClosed;
    }

    /** 503 while Betfair itself is late; 0 where not told. */
    public long status() {
        return status;
    }

    /** The request that this answers. */
    public long subscription() {
        return subscription;
    }

    public boolean subscriptionTold() {
        return subscriptionTold;
    }

    /** Publish time, milliseconds of the epoch; 0 where not told. */
    public long publishedAt() {
        return publishedAt;
    }

    /** As the server keeps it; 0 where not told. */
    public long heartbeatMs() {
        return heartbeatMs;
    }

    /** Where the stream stands, opaque; null where not told. */
    public @Nullable String clk() {
        return text(clkPlace);
    }

    /** The subscription's own token, opaque; null where not told. */
    public @Nullable String initialClk() {
        return text(initialClkPlace);
    }

    public int markets() {
        return markets;
    }

    /** Runner changes in it. */
    public int runners() {
        return runners;
    }

    /** The market's id. */
    public String marketId(int market) {
        String text = text(marketPlace[market]);
        return text == null ? "" : text;
    }

    private @Nullable String text(long place) {
        int from = (int) (place >>> 32);
        int to = (int) place;
        return to == 0 ? null : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
