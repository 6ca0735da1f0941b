package io.touchline.simulator.vendor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A recorded stream, played from the first subscription on: each line when it is due by its {@code pt} at the wanted speed. What is no market change message is
 * left out; a client's filter chooses markets by id alone.
 */
final class BetfairRecording implements BetfairSource {

    private final List<JsonNode> lines = new ArrayList<>();
    private final double speed;
    private long startedNanos;
    private boolean started;

    /**
     * Reads the file, one message a line, not packed.
     *
     * @param speed recorded seconds in a real one; {@link Double#POSITIVE_INFINITY} for as fast as it can be read
     */
    BetfairRecording(Path file, double speed) throws IOException {
        this.speed = speed;
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode message = Json.read(line.strip());
                if (message.path("op").asString("").equals("mcm") && message.has("pt")) {
                    lines.add(message);
                }
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("no market change message in " + file);
        }
    }

    @Override
    public synchronized Batch image(Wanted wanted) {
        start();
        return batch(1, wanted);
    }

    @Override
    public synchronized @Nullable Batch since(long change, Wanted wanted) {
        start();
        int next = (int) change;
        if (next >= lines.size() || at(next).isAfter(now())) {
            return null;
        }
        return batch(next + 1L, wanted);
    }

    private void start() {
        if (!started) {
            started = true;
            startedNanos = System.nanoTime();
        }
    }

    /** The message of that number, from 1. */
    private Batch batch(long number, Wanted wanted) {
        JsonNode line = lines.get((int) number - 1);
        List<Object> markets = new ArrayList<>();
        for (JsonNode market : line.path("mc")) {
            if (BetfairBooks.isAmong(
                    wanted.filter(), "marketIds", market.path("id").asString(""))) {
                markets.add(market);
            }
        }
        return new Batch(
                number,
                at((int) number - 1),
                line.path("ct").asStringOpt().orElse(null),
                line.path("segmentType").asStringOpt().orElse(null),
                markets);
    }

    private Instant at(int line) {
        return Instant.ofEpochMilli(lines.get(line).path("pt").asLong());
    }

    @Override
    public int count(Wanted wanted) {
        return wanted.filter().path("marketIds").size();
    }

    @Override
    public long newest() {
        return lines.size();
    }

    @Override
    public synchronized Instant now() {
        if (!started) {
            return at(0);
        }
        if (Double.isInfinite(speed)) {
            return at(lines.size() - 1);
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9 * speed;
        return at(0).plusMillis((long) (seconds * 1000));
    }
}
