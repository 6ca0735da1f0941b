package io.touchline.alert;

import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.rule.SourceTrust;
import io.touchline.domain.stake.KellySettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the alert service.
 *
 * @param edge how much value is told
 * @param price how old a price may be
 * @param sources which sources are trusted
 * @param pause event time after a goal, red card, penalty or VAR check in which nothing opens
 * @param confidence how sure a prediction must be
 * @param models how many models must agree
 * @param stake how much is proposed
 * @param closing what counts as the market's close
 * @param watch looking at open alerts while no record comes
 * @param channel the socket
 * @param history Postgres
 */
@ConfigurationProperties("alert")
public record AlertProperties(
        @DefaultValue Edge edge,
        @DefaultValue Price price,
        @DefaultValue Sources sources,
        @DefaultValue("30s") Duration pause,
        @DefaultValue Confidence confidence,
        @DefaultValue Models models,
        @DefaultValue Stake stake,
        @DefaultValue Closing closing,
        @DefaultValue Watch watch,
        @DefaultValue Channel channel,
        @DefaultValue History history) {

    /**
     * How much value is told, expected profit per unit staked.
     *
     * @param minimum least edge of an alert
     * @param maximum beyond which a price is taken for a mistake
     * @param step how far an edge moves before it is told again
     */
    public record Edge(
            @DefaultValue("0.042") double minimum,
            @DefaultValue("0.5") double maximum,
            @DefaultValue("0.005") double step) {}

    /**
     * How old a price may be, event time.
     *
     * @param maxAge of a source without a limit of its own, and of every source once the match runs
     * @param sources limits of single sources; the shipped ones stay where one is added
     */
    public record Price(
            @DefaultValue("90s") Duration maxAge,
            @DefaultValue Map<String, Duration> sources) {

        /** A stream tells of a price when it changes: until then it stands, as long as the source is up. */
        private static final Duration STREAM = Duration.ofMinutes(10);

        /** The Odds API is asked once a minute, for prices that it read up to a minute before. */
        private static final Duration POLLED = Duration.ofSeconds(150);

        /** football-data's prices are of Friday for the weekend and of Tuesday for midweek, and nothing comes between them and the close. */
        private static final Map<String, Duration> SHIPPED_SOURCES = Map.of(
                "football-data",
                Duration.ofDays(7),
                "betfair",
                STREAM,
                "pinnacle",
                STREAM,
                "sportradar",
                STREAM,
                "theoddsapi",
                POLLED);

        public Price {
            Map<String, Duration> all = new HashMap<>(SHIPPED_SOURCES);
            all.putAll(sources);
            sources = Map.copyOf(all);
        }
    }

    /**
     * How sure a prediction must be.
     *
     * @param minimum 0 to 1
     */
    public record Confidence(@DefaultValue("0") double minimum) {}

    /**
     * How many models must agree.
     *
     * @param minimum votes that see value on their own
     */
    public record Models(@DefaultValue("2") int minimum) {}

    /**
     * How much is proposed.
     *
     * @param kelly share of Kelly's stake
     * @param maximum most on one bet, fraction of bankroll
     * @param exposure most open at a time, fraction of bankroll; by fixture in an alert's stake, over all fixtures in the ledger
     */
    public record Stake(
            @DefaultValue("0.125") double kelly,
            @DefaultValue("0.05") double maximum,
            @DefaultValue("0.15") double exposure) {}

    /**
     * What counts as the market's close.
     *
     * @param window how long before kickoff a consensus still counts
     */
    public record Closing(@DefaultValue("10m") Duration window) {}

    /**
     * Looking at open alerts while no record comes; live state only, in a replay records alone move time.
     *
     * @param interval between looks
     */
    public record Watch(@DefaultValue("5s") Duration interval) {}

    /**
     * The socket.
     *
     * @param port TCP port; 0 for any free one
     * @param outsideLive whether it opens in a replay's namespace too
     * @param heartbeat between signs of life
     * @param history how many alert events can be resumed
     * @param backlog how many events may wait for one client before it counts as stalled
     * @param stall how long a client may take nothing while events wait for it
     */
    public record Channel(
            @DefaultValue("8091") int port,
            @DefaultValue("false") boolean outsideLive,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("10000") int history,
            @DefaultValue("2000") int backlog,
            @DefaultValue("30s") Duration stall) {}

    /**
     * Postgres.
     *
     * @param outsideLive whether a replay's alerts are written too; in live state they always are where Postgres is set
     * @param bankrollInterval how often the bankroll is written down where it changed
     */
    public record History(
            @DefaultValue("false") boolean outsideLive,
            @DefaultValue("5s") Duration bankrollInterval) {}

    /**
     * Which sources are trusted.
     *
     * @param silence of the service that reads a source, after which its alerts end
     */
    public record Sources(@DefaultValue("60s") Duration silence) {}

    AlertRules rules(SourceTrust trust) {
        return AlertRules.of(
                edge.minimum(),
                edge.maximum(),
                price.maxAge(),
                price.sources(),
                pause,
                confidence.minimum(),
                models.minimum(),
                trust);
    }

    KellySettings kelly() {
        return new KellySettings(stake.kelly(), stake.maximum(), stake.exposure());
    }
}
