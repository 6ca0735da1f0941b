package io.touchline.prediction.model.inplay;

import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.InPlayParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How learned parameters are written and read again: JSON; and those that come with Touchline, learned from 11,226 matches of five leagues, 2014 to 2021. */
public final class InPlayContent {

    /** Version of the parameters that come with Touchline. */
    public static final String SHIPPED_VERSION = "2021.2";

    private static final String SHIPPED = "in-play.json";
    private static final int FORMAT = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InPlayContent() {}

    /** The whole. */
    @SuppressWarnings("ArrayRecordComponent") // written and read at once
    record Written(
            int format,
            double[] minutes,
            double[] ofFirstHalf,
            double[][][] scores,
            double shotsPerGoal,
            double xgPerGoal,
            double[] byShots,
            double[] byXg,
            double[] byScore,
            double spread) {}

    /** The parameters that come with Touchline. */
    public static InPlayParameters shipped() {
        try (InputStream in = InPlayContent.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the jar");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes; numbers read back to the same bits. */
    public static byte[] write(InPlayParameters learned) {
        return JSON.writeValueAsBytes(new Written(
                FORMAT,
                learned.clock().shares(),
                learned.clock().ofFirstHalf(),
                learned.scores(),
                learned.shotsPerGoal(),
                learned.xgPerGoal(),
                learned.byShots(),
                learned.byXg(),
                learned.byScore(),
                learned.spread()));
    }

    /** The parameters; throws {@link IllegalArgumentException} where the bytes are none that this version can read. */
    public static InPlayParameters read(byte[] bytes) {
        Written written;
        try {
            written = JSON.readValue(bytes, Written.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("in-play parameters cannot be read: " + e.getOriginalMessage(), e);
        }
        if (written.format() != FORMAT) {
            throw new IllegalArgumentException(
                    "in-play parameters have format " + written.format() + ", not " + FORMAT);
        }
        return new InPlayParameters(
                new GoalClock(written.minutes(), written.ofFirstHalf()),
                written.scores(),
                written.shotsPerGoal(),
                written.xgPerGoal(),
                written.byShots(),
                written.byXg(),
                written.byScore(),
                written.spread());
    }
}
