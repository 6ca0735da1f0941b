package io.touchline.odds.quality;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.odds.normalise.OddsNormaliser;
import io.touchline.platform.quality.CompletenessCheck;
import io.touchline.platform.quality.Finding;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.quality.KickoffCheck;
import io.touchline.platform.quality.OrderCheck;
import io.touchline.platform.quality.PriceCheck;
import io.touchline.platform.quality.StalenessCheck;
import io.touchline.platform.quality.TimeCheck;
import io.touchline.platform.quality.Trust;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every price through the checks: clock, running number, range, jumps, distance from the others, kickoff beside other sources', silence, completeness. */
public final class PriceQuality implements OddsNormaliser.OddsWatch {

    private final Findings findings;
    private final PriceCheck prices = new PriceCheck();
    private final KickoffCheck kickoffs;
    private final OrderCheck order = new OrderCheck();
    private final StalenessCheck silence = new StalenessCheck();
    private final CompletenessCheck complete = CompletenessCheck.ofPrices();

    public PriceQuality(Findings findings, Trust trust) {
        this.findings = findings;
        this.kickoffs = new KickoffCheck(trust);
    }

    @Override
    public void seen(SourceDescriptor source, Known known, OddsUpdate update) {
        FixtureId id = known.id();
        if (id == null) {
            return;
        }
        String name = source.name();
        TimeCheck.USUAL
                .seen(name, update.getObservedAt(), update.getReceivedAt())
                .ifPresent(findings::found);
        Long sequence = update.getSourceSequence();
        if (sequence != null) {
            order.seen(name, id.value(), sequence, false, update.getObservedAt())
                    .ifPresent(findings::found);
        }
        silence.seen(name, id.competition(), update.getReceivedAt());
        Instant kickoff = known.ref().kickoffAt();
        if (kickoff != null && known.ref().kickoffKnown()) {
            findings.found(kickoffs.seen(name, id, kickoff, update.getObservedAt()));
            complete.known(id, kickoff);
        }
        for (Quote quote : update.getQuotes()) {
            findings.found(prices.quote(name, id, update.getInPlay(), quote));
            complete.reported(id);
        }
    }

    /** What did not come. */
    public List<Finding> missing(Instant now) {
        List<Finding> found = new ArrayList<>(silence.check(now));
        found.addAll(complete.check(now));
        return found;
    }
}
