package io.touchline.platform.quality;

import io.touchline.domain.fixture.FixtureId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the kickoff that each source tells beside the others'. A pair of moments is told once. Safe for many threads. */
public final class KickoffCheck {

    private static final int FIXTURES = 10_000;

    private final Trust trust;
    private final Duration tolerance;
    private final Map<FixtureId, Kickoffs> kickoffs = new Bounded<>(FIXTURES);

    /** Of one fixture: by source, and which differences were told. */
    private record Kickoffs(Map<String, Instant> bySource, Set<String> told) {}

    /** Kickoffs within ten minutes of each other are the same. */
    public KickoffCheck(Trust trust) {
        this(trust, Duration.ofMinutes(10));
    }

    public KickoffCheck(Trust trust, Duration tolerance) {
        this.trust = trust;
        this.tolerance = tolerance;
    }

    /**
     * A source told a kickoff whose hour it knows.
     *
     * @param at the vendor's clock
     */
    public synchronized List<Finding> seen(String source, FixtureId fixture, Instant kickoffAt, Instant at) {
        Kickoffs known = kickoffs.computeIfAbsent(fixture, unused -> new Kickoffs(new HashMap<>(), new HashSet<>()));
        known.bySource().put(source, kickoffAt);
        List<Finding> findings = new ArrayList<>();
        known.bySource().forEach((other, theirs) -> {
            Duration apart = Duration.between(theirs, kickoffAt).abs();
            if (apart.compareTo(tolerance) <= 0) {
                return;
            }
            boolean inOrder = source.compareTo(other) <= 0;
            String what = inOrder
                    ? "%s by %s, %s by %s".formatted(kickoffAt, source, theirs, other)
                    : "%s by %s, %s by %s".formatted(theirs, other, kickoffAt, source);
            if (known.told().add(what)) {
                String trusted = trust.better(source, other);
                findings.add(Finding.of(
                                FindingKind.KICKOFF_DISAGREES,
                                trusted.equals(source) ? other : source,
                                fixture,
                                what,
                                at)
                        .trusting(trusted));
            }
        });
        return findings;
    }

    /** What the most trusted source says. */
    public synchronized Optional<Instant> believed(FixtureId fixture) {
        Kickoffs known = kickoffs.get(fixture);
        return known == null
                ? Optional.empty()
                : known.bySource().keySet().stream().reduce(trust::better).map(known.bySource()::get);
    }
}
