package io.touchline.bench;

import io.touchline.odds.connector.betfair.book.BadMessage;
import io.touchline.odds.connector.betfair.book.StreamBooks;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How many runner changes a second one core reads from a recorded Betfair stream into market books, beside walking over the tokens of the same bytes with
 * Jackson's streaming parser. The recording lies unpacked in memory; a small one is read several times a round, each time into empty books. Best of the rounds.
 */
public final class ParseBenchmark {

    private static final int ROUNDS = 12;
    private static final int WARM_UP = 8;
    private static final long BYTES_A_ROUND = 24L << 20;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double GOAL = 1_000_000;

    /** Written and never read: keeps the work from being left out. */
    private static volatile long kept;

    private final byte[] bytes;
    private final int[] lineEnds;
    private final StreamBooks books = new StreamBooks();
    private final JsonFactory factory = new JsonFactory();

    private ParseBenchmark(byte[] bytes) {
        this.bytes = bytes;
        this.lineEnds = lineEnds(bytes);
    }

    /**
     * Measures.
     *
     * @throws IOException where the file cannot be read
     * @throws IllegalArgumentException where it is no recording of market changes
     */
    public static Measurement run(Path recording) throws IOException {
        return new ParseBenchmark(unpacked(recording)).measure();
    }

    private Measurement measure() {
        long changes = intoBooks();
        if (changes == 0) {
            throw new IllegalArgumentException("there are no runner changes in the recording");
        }
        tokens();
        int repeats = (int) Math.max(1, BYTES_A_ROUND / bytes.length);
        double books = Double.MAX_VALUE;
        double tokens = Double.MAX_VALUE;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double ours = seconds(repeats, this::intoBooks);
            double theirs = seconds(repeats, this::tokens);
            if (round >= WARM_UP) {
                books = Math.min(books, ours);
                tokens = Math.min(tokens, theirs);
            }
        }
        return new Measurement(
                "parse",
                changes * repeats / books,
                "runner changes a second",
                changes * repeats / tokens,
                "tokenising the same bytes with Jackson's streaming parser alone",
                GOAL);
    }

    private interface Work {
        long run();
    }

    private static double seconds(int repeats, Work work) {
        long sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < repeats; i++) {
            sum += work.run();
        }
        double seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
        kept = sum;
        return seconds;
    }

    private long intoBooks() {
        books.forget();
        long changes = 0;
        int from = 0;
        for (int end : lineEnds) {
            if (end > from) {
                try {
                    changes += books.read(bytes, from, end);
                } catch (BadMessage e) {
                    throw new IllegalArgumentException("the recording has a broken line: " + e.detail(), e);
                }
            }
            from = end + 1;
        }
        return changes;
    }

    private long tokens() {
        long tokens = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the recording is no JSON: " + e.getOriginalMessage(), e);
        }
        return tokens;
    }

    private static int[] lineEnds(byte[] bytes) {
        int[] ends = new int[1024];
        int count = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = i;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private static byte[] unpacked(Path recording) throws IOException {
        String name = String.valueOf(recording.getFileName()).toLowerCase(Locale.ROOT);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(recording))) {
            if (name.endsWith(".bz2")) {
                return new BZip2CompressorInputStream(file, true).readAllBytes();
            }
            return name.endsWith(".gz") ? new GZIPInputStream(file).readAllBytes() : file.readAllBytes();
        }
    }
}
