package io.touchline.platform.quality;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.schema.QualityFinding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes what the checks find: counts every one as {@code <stage>.quality.findings{kind,source}}, keeps the latest and sends them on to the topic. One that
 * goes on (same kind, source, fixture and competition) is kept and sent once a minute of our clock. Safe for many threads.
 */
public final class Findings {

    /** How many are kept. */
    static final int KEPT = 500;

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int SUBJECTS = 10_000;

    private final String stage;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Consumer<QualityFinding> outlet;
    private final ArrayDeque<QualityFinding> recent = new ArrayDeque<>();
    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<String, Instant> toldAt = new Bounded<>(SUBJECTS);

    /** One kind of finding about one source. */
    public record Kind(FindingKind kind, String source) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : source.compareTo(other.source);
        }
    }

    /**
     * For one service.
     *
     * @param stage ingest, odds and so on
     * @param outlet the topic in service, a list in tests
     */
    public Findings(String stage, InstantSource clock, MeterRegistry meters, Consumer<QualityFinding> outlet) {
        this.stage = stage;
        this.clock = clock;
        this.meters = meters;
        this.outlet = outlet;
    }

    /** Takes one. */
    public void found(Finding finding) {
        meters.counter(stage + ".quality.findings", "kind", finding.kind().name(), "source", finding.source())
                .increment();
        Instant now = clock.instant();
        QualityFinding told;
        synchronized (this) {
            counts.merge(new Kind(finding.kind(), finding.source()), 1L, Long::sum);
            Instant last = toldAt.get(finding.subject());
            if (last != null && now.isBefore(last.plus(QUIET))) {
                return;
            }
            toldAt.put(finding.subject(), now);
            told = record(finding, now);
            recent.addFirst(told);
            if (recent.size() > KEPT) {
                recent.removeLast();
            }
        }
        outlet.accept(told);
    }

    /** Takes all. */
    public void found(Collection<Finding> findings) {
        findings.forEach(this::found);
    }

    /** The latest, newest first. */
    public synchronized List<QualityFinding> recent() {
        return List.copyOf(recent);
    }

    /** How many there were since the start, repeated ones included. */
    public synchronized Map<Kind, Long> counts() {
        return new TreeMap<>(counts);
    }

    private static QualityFinding record(Finding finding, Instant now) {
        return QualityFinding.newBuilder()
                .setKind(finding.kind().name())
                .setSource(finding.source())
                .setFixtureId(finding.fixtureId())
                .setCompetition(finding.competition())
                .setDetail(finding.detail())
                .setTrusted(finding.trusted())
                .setObservedAt(finding.observedAt())
                .setEmittedAt(now)
                .build();
    }
}
