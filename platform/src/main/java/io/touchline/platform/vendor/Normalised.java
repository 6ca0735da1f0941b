package io.touchline.platform.vendor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One normalised event on its way out.
 *
 * @param type its name: FIXTURE, STATE, GOAL, YELLOW_CARD, RESULT, SHOT, ODDS, BOOK, SETTLEMENT, WEATHER, RATING ...
 * @param known whose; null where it is of no fixture
 * @param at its time
 * @param value a record of the topic where it belongs, or the {@link VendorEvent} itself where it belongs on none
 */
public record Normalised(String type, @Nullable Known known, Instant at, Object value) {}
