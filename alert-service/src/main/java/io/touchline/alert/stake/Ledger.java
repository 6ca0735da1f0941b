package io.touchline.alert.stake;

import io.touchline.schema.AlertOutcome;
import io.touchline.schema.ValueAlert;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes every alert's stake as far as the bound on open exposure over all fixtures has room, and books its grade. What it writes, the outcome, is per unit and follows from the alert alone; what
 * depends on the order of alerts, the money, stays in its stores.
 */
final class Ledger implements Processor<String, ValueAlert, String, AlertOutcome> {

    static final String BETS = "bet-by-alert";
    static final String BANKROLL = "bankroll";
    static final String ONLY_KEY = "all";

    private final double maximumExposure;
    private final InstantSource clock;
    private @Nullable ProcessorContext<String, AlertOutcome> context;
    private @Nullable KeyValueStore<String, PlacedBet> bets;
    private @Nullable KeyValueStore<String, Bankroll> bankroll;

    Ledger(double maximumExposure, InstantSource clock) {
        this.maximumExposure = maximumExposure;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, AlertOutcome> given) {
        context = given;
        bets = given.getStateStore(BETS);
        bankroll = given.getStateStore(BANKROLL);
    }

    @Override
    public void process(Record<String, ValueAlert> record) {
        if (context == null || bets == null || bankroll == null) {
            throw new IllegalStateException("the ledger is not initialised");
        }
        ValueAlert alert = record.value();
        PlacedBet bet = bets.get(alert.getAlertId());
        Bankroll kept = bankroll.get(ONLY_KEY);
        Bankroll now = kept == null ? Bankroll.FIRST : kept;
        switch (alert.getState()) {
            case "OPENED" -> {
                if (bet == null) {
                    double money = now.room(alert.getStake(), maximumExposure);
                    bets.put(alert.getAlertId(), PlacedBet.of(alert, money));
                    bankroll.put(ONLY_KEY, now.afterPlacing(money, alert.getAt()));
                }
            }
            case "GRADED" -> {
                Double perUnit = alert.getProfit();
                if (bet != null && perUnit != null && alert.getSequence() > bet.gradedSequence()) {
                    double profit = bet.money() * perUnit;
                    bankroll.put(
                            ONLY_KEY,
                            bet.gradedSequence() == 0
                                    ? now.afterSettling(bet.money(), profit, alert.getAt())
                                    : now.afterCorrecting(profit - bet.profit(), alert.getAt()));
                    bets.put(alert.getAlertId(), bet.graded(alert.getSequence(), profit));
                    context.forward(record.withKey(alert.getFixtureId() + "|" + alert.getAlertId())
                            .withValue(bet.outcome(alert, perUnit, clock.instant())));
                }
            }
            default -> {
                // an update or a close leaves the bet as it is
            }
        }
    }
}
