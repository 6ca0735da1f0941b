package io.touchline.platform.quality;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All checks of a service in one place: whoever turns a vendor's events into records tells it what came of which fixture, and it puts what it finds into {@link Findings}. Changes
 * nothing and holds nothing up. Safe for many threads.
 */
public final class Quality {

    private final Findings findings;
    private final InstantSource clock;
    private final Set<String> gapless;
    private final OrderCheck order = new OrderCheck();
    private final PriceCheck prices = new PriceCheck();
    private final ScoreCheck scores;
    private final KickoffCheck kickoffs;
    private final StalenessCheck staleness = new StalenessCheck();
    private final CompletenessCheck completeness;

    /**
     * By its parts.
     *
     * @param clock ours
     * @param completeness what is owed of every fixture here: prices or scores
     * @param gapless sources whose running numbers leave none out
     */
    public Quality(
            Findings findings, InstantSource clock, Trust trust, CompletenessCheck completeness, Set<String> gapless) {
        this.findings = findings;
        this.clock = clock;
        this.scores = new ScoreCheck(trust);
        this.kickoffs = new KickoffCheck(trust);
        this.completeness = completeness;
        this.gapless = Set.copyOf(gapless);
    }

    /** A payload came whose transport tells the vendor's clock. */
    public void payload(String source, Payload payload) {
        TimeCheck.USUAL.seen(source, payload.observedAt(), payload.receivedAt()).ifPresent(findings::found);
    }

    /** A match of a known fixture. */
    public void match(FixtureId fixture, MatchSeen match) {
        String source = match.fixture().source();
        Instant at = match.observedAt();
        heard(source, fixture);
        sequence(source, match.fixture().vendorId(), match.sequence(), at);
        kickoff(source, fixture, match.fixture().kickoffAt(), match.fixture().kickoffKnown(), at);
        Goals goals = match.goals();
        findings.found(scores.seen(
                source,
                fixture,
                match.status(),
                goals == null ? null : Integer.valueOf(goals.home()),
                goals == null ? null : Integer.valueOf(goals.away()),
                at));
        switch (match.status()) {
            case "POSTPONED", "CANCELLED", "ABANDONED" -> completeness.gone(fixture);
            case "IN_PLAY", "FINISHED" -> completeness.reported(fixture);
            default -> {}
        }
    }

    /** Odds of a known fixture. */
    public void odds(FixtureId fixture, OddsSeen odds) {
        String source = odds.fixture().source();
        Instant kickoffAt = odds.fixture().kickoffAt();
        Boolean said = odds.inPlay();
        heard(source, fixture);
        sequence(source, odds.fixture().vendorId(), odds.sequence(), odds.observedAt());
        kickoff(source, fixture, kickoffAt, odds.fixture().kickoffKnown(), odds.observedAt());
        boolean inPlay =
                said != null ? said : kickoffAt != null && !odds.observedAt().isBefore(kickoffAt);
        for (Quote quote : odds.quotes()) {
            findings.found(prices.quote(source, fixture, inPlay, quote));
        }
        if (!odds.quotes().isEmpty()) {
            completeness.reported(fixture);
        }
    }

    /** A fixture is announced, whoever announced it. */
    public void fixture(FixtureId fixture, Instant kickoffAt) {
        completeness.known(fixture, kickoffAt);
    }

    /** A source's stream begins anew, so its running numbers may. */
    public void restarted(String source, String vendorId) {
        order.restarted(source, vendorId);
    }

    /** Looks for what did not come; now and then, by the service's own timer. */
    public void check() {
        Instant now = clock.instant();
        findings.found(staleness.check(now));
        findings.found(completeness.check(now));
    }

    /** Where what was found is. */
    public Findings findings() {
        return findings;
    }

    /** What the sources say of scores, and who is believed. */
    public ScoreCheck scores() {
        return scores;
    }

    /** What the sources say of kickoffs, and who is believed. */
    public KickoffCheck kickoffs() {
        return kickoffs;
    }

    private void heard(String source, FixtureId fixture) {
        staleness.seen(source, fixture.competition(), clock.instant());
    }

    private void sequence(String source, String vendorId, @Nullable Long sequence, Instant at) {
        if (sequence != null) {
            order.seen(source, vendorId, sequence, gapless.contains(source), at).ifPresent(findings::found);
        }
    }

    private void kickoff(String source, FixtureId fixture, @Nullable Instant kickoffAt, boolean known, Instant at) {
        if (kickoffAt == null) {
            return;
        }
        completeness.known(fixture, kickoffAt);
        if (known) {
            findings.found(kickoffs.seen(source, fixture, kickoffAt, at));
        }
    }
}
