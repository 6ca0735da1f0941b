package io.touchline.domain.market;

/** How a bet ended. The halves come from quarter lines, where one half of the stake is settled on each neighbouring line. */
public enum Outcome {
    WON,
    HALF_WON,
    /** Stake returned because the line was met exactly. */
    PUSH,
    HALF_LOST,
    LOST,
    /** Stake returned because the bet never stood: the match was abandoned or the market withdrawn. */
    VOID;

    /**
     * Profit per unit staked. At odds 1.90: won 0.90, half won 0.45, push 0, half lost −0.5, lost −1.
     *
     * @param odds decimal odds, above 1.0
     */
    public double profit(double odds) {
        return switch (this) {
            case WON -> odds - 1;
            case HALF_WON -> (odds - 1) / 2;
            case PUSH, VOID -> 0;
            case HALF_LOST -> -0.5;
            case LOST -> -1;
        };
    }
}
