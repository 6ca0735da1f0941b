package io.touchline.platform.footballdata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What files of expected goals tell of a played match, beside what football-data.co.uk tells. Known after the final whistle alone. */
public record MatchXg(Side home, Side away) {

    /**
     * One side; each value null where no file tells it.
     *
     * @param xg expected goals, own goals excluded
     * @param nonPenaltyXg the same without penalties
     * @param setPieceXg of these, after corners, free kicks and other set pieces
     * @param shots how many
     * @param bigChances shots with more than {@link #BIG_CHANCE} expected goals, penalties among them
     * @param penalties penalties taken
     * @param passesPerDefensiveAction passes allowed for each action against them, in the attacking part of the pitch
     * @param deepCompletions passes completed near the other goal
     */
    public record Side(
            @Nullable Double xg,
            @Nullable Double nonPenaltyXg,
            @Nullable Double setPieceXg,
            @Nullable Integer shots,
            @Nullable Integer bigChances,
            @Nullable Integer penalties,
            @Nullable Double passesPerDefensiveAction,
            @Nullable Integer deepCompletions) {

        Side or(Side other) {
            return new Side(
                    first(other, Side::xg),
                    first(other, Side::nonPenaltyXg),
                    first(other, Side::setPieceXg),
                    first(other, Side::shots),
                    first(other, Side::bigChances),
                    first(other, Side::penalties),
                    first(other, Side::passesPerDefensiveAction),
                    first(other, Side::deepCompletions));
        }

        private <T> @Nullable T first(Side other, Function<Side, @Nullable T> value) {
            @Nullable T own = value.apply(this);
            return own == null ? value.apply(other) : own;
        }
    }

    /** A shot above this is a big chance. */
    public static final double BIG_CHANCE = 0.3;

    /** What this one tells, and where it tells nothing, the other. */
    MatchXg or(MatchXg other) {
        return new MatchXg(home.or(other.home), away.or(other.away));
    }
}
