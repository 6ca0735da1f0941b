package io.touchline.ingest.quality;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.platform.quality.CompletenessCheck;
import io.touchline.platform.quality.Finding;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.quality.KickoffCheck;
import io.touchline.platform.quality.OrderCheck;
import io.touchline.platform.quality.ScoreCheck;
import io.touchline.platform.quality.StalenessCheck;
import io.touchline.platform.quality.TimeCheck;
import io.touchline.platform.quality.Trust;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every word about a match through the checks: clock, running number, kickoff and score beside other sources', silence, completeness. */
public final class ScoreQuality implements ScoreNormaliser.ScoreWatch {

    private final Findings findings;
    private final ScoreCheck scores;
    private final KickoffCheck kickoffs;
    private final OrderCheck order = new OrderCheck();
    private final StalenessCheck silence = new StalenessCheck();
    private final CompletenessCheck complete = CompletenessCheck.ofScores();

    public ScoreQuality(Findings findings, Trust trust) {
        this.findings = findings;
        this.scores = new ScoreCheck(trust);
        this.kickoffs = new KickoffCheck(trust);
    }

    @Override
    public void seen(SourceDescriptor source, Known known, MatchSeen seen, Payload payload) {
        String name = source.name();
        TimeCheck.USUAL.seen(name, payload.observedAt(), payload.receivedAt()).ifPresent(findings::found);
        FixtureId id = known.id();
        if (id == null) {
            return;
        }
        Instant at = seen.observedAt();
        Long sequence = seen.sequence();
        if (sequence != null) {
            order.seen(name, id.value(), sequence, false, at).ifPresent(findings::found);
        }
        silence.seen(name, id.competition(), payload.receivedAt());
        Instant kickoff = known.ref().kickoffAt();
        if (kickoff != null && known.ref().kickoffKnown()) {
            findings.found(kickoffs.seen(name, id, kickoff, at));
            complete.known(id, kickoff);
        }
        Goals goals = seen.goals();
        switch (seen.status()) {
            case "POSTPONED", "CANCELLED" -> complete.gone(id);
            case "SCHEDULED" -> {
                // nothing to tell yet
            }
            default -> {
                if (goals != null) {
                    complete.reported(id);
                }
            }
        }
        findings.found(scores.seen(
                name, id, seen.status(), goals == null ? null : goals.home(), goals == null ? null : goals.away(), at));
    }

    /** What did not come. */
    public List<Finding> missing(Instant now) {
        List<Finding> found = new ArrayList<>(silence.check(now));
        found.addAll(complete.check(now));
        return found;
    }
}
