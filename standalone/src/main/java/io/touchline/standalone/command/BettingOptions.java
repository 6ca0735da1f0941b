package io.touchline.standalone.command;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.stake.KellySettings;
import io.touchline.prediction.backtest.BettingRules;
import io.touchline.prediction.backtest.BettingRules.Staking;
import io.touchline.prediction.backtest.BettingRules.Strategy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a backtest bets on, and how much; defaults are those of {@link BettingRules#standard}. */
final class BettingOptions {

    /** The two moments at which the files have prices. */
    private enum Prices {
        OPENING,
        CLOSING
    }

    @Option(
            names = "--strategy",
            paramLabel = "value|random",
            defaultValue = "value",
            description = "value: the greatest edge of each market; random: by lot, which loses the margin (default:"
                    + " ${DEFAULT-VALUE})")
    private Strategy strategy = Strategy.VALUE;

    @Option(
            names = "--bet-at",
            paramLabel = "opening|closing",
            defaultValue = "opening",
            description = "whose prices are bet on (default: ${DEFAULT-VALUE})")
    private Prices at = Prices.OPENING;

    @Option(
            names = "--bookmakers",
            split = ",",
            paramLabel = "NAME",
            description = "bookmakers bet with, such as pinnacle,bet365 (default: all that are named in the files)")
    private Set<String> bookmakers = new LinkedHashSet<>();

    @Option(
            names = "--min-edge",
            paramLabel = "SHARE",
            defaultValue = "0.042",
            description = "edge above which is bet (default: ${DEFAULT-VALUE})")
    private double minimumEdge = 0.042;

    @Option(
            names = "--staking",
            paramLabel = "kelly|flat",
            description = "how much is bet (default: kelly; flat for random bets)")
    private Staking[] staking = {};

    @Option(
            names = "--kelly",
            paramLabel = "SHARE",
            defaultValue = "0.125",
            description = "share of Kelly's stake (default: ${DEFAULT-VALUE})")
    private double kelly = 0.125;

    @Option(
            names = "--max-stake",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "most of the bankroll on one bet (default: ${DEFAULT-VALUE})")
    private double maximumStake = 0.05;

    @Option(
            names = "--max-open",
            paramLabel = "SHARE",
            defaultValue = "0.15",
            description = "most of the bankroll open at a time (default: ${DEFAULT-VALUE})")
    private double maximumOpen = 0.15;

    @Option(
            names = "--flat-stake",
            paramLabel = "SHARE",
            defaultValue = "0.001",
            description = "flat stake, in bankrolls of the start (default: ${DEFAULT-VALUE})")
    private double flatStake = 0.001;

    @Option(
            names = "--limit",
            paramLabel = "SHARE",
            defaultValue = "Infinity",
            description = "most that a bookmaker takes on one bet, in bankrolls of the start (default: none)")
    private double limit = Double.POSITIVE_INFINITY;

    @Option(
            names = "--commission",
            split = ",",
            paramLabel = "NAME=SHARE",
            description = "share of winnings that a bookmaker keeps (default: betfair-exchange=0.05)")
    private Map<String, Double> commission =
            new LinkedHashMap<>(BettingRules.standard().commission());

    @Option(
            names = "--bet-delay",
            paramLabel = "DURATION",
            defaultValue = "PT0S",
            description = "from decision to price taken, such as PT30M (default: none)")
    private Duration delay = Duration.ZERO;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of random bets (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    /** The rules that were asked for; bad usage where they make no sense. */
    BettingRules rules() {
        Staking stakes = staking.length > 0
                ? staking[staking.length - 1]
                : strategy == Strategy.RANDOM ? Staking.FLAT : Staking.KELLY;
        try {
            return new BettingRules(
                    strategy,
                    at == Prices.OPENING ? Cutoff.OPENING : Cutoff.CLOSING,
                    bookmakers,
                    minimumEdge,
                    stakes,
                    new KellySettings(kelly, maximumStake, maximumOpen),
                    flatStake,
                    limit,
                    commission,
                    delay,
                    seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
    }
}
