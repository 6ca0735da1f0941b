package io.touchline.alert.grade;

import io.touchline.domain.fixture.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a match ended, as far as grading needs it.
 *
 * @param score after 90 minutes; null where the goals count for nothing (abandoned, cancelled)
 * @param resultAt when it was known
 * @param toldAt the source's clock; a later one corrects an earlier one
 */
public record FinalResult(@Nullable Score score, Instant resultAt, Instant toldAt) {}
