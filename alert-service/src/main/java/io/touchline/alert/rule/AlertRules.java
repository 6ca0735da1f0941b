package io.touchline.alert.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rules in the order in which they are asked; the first refusal is the named one.
 *
 * @param fresh also tells how long an alert's price lasts
 * @param up also tells which sources are down
 * @param list every rule, the two before among them
 */
public record AlertRules(FreshPriceRule fresh, SourceUpRule up, List<AlertRule> list) {

    public AlertRules {
        list = List.copyOf(list);
    }

    /**
     * The rules by their settings.
     *
     * @param maxAge of a price from a source without a limit of its own
     * @param bySource limits of single sources
     * @param pause after an event of the match
     * @param trust says which sources are down
     */
    public static AlertRules of(
            double minimumEdge,
            double maximumEdge,
            Duration maxAge,
            Map<String, Duration> bySource,
            Duration pause,
            double minimumConfidence,
            int minimumModels,
            SourceTrust trust) {
        FreshPriceRule fresh = new FreshPriceRule(maxAge, bySource);
        SourceUpRule up = new SourceUpRule(trust);
        return new AlertRules(
                fresh,
                up,
                List.of(
                        new PhaseRule(),
                        fresh,
                        up,
                        new MatchEventRule(pause),
                        new EdgeRule(minimumEdge, maximumEdge),
                        new ConfidenceRule(minimumConfidence),
                        new ModelAgreementRule(minimumModels)));
    }

    /** Empty where the offer is worth telling. */
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        for (AlertRule rule : list) {
            Optional<Refusal> refusal = rule.refusal(offer, valuation, situation);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
