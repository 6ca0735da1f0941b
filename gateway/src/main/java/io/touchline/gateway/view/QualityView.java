package io.touchline.gateway.view;

import io.touchline.schema.QualityFinding;
import io.touchline.schema.Rejection;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest findings about the data, and how many of what kind there were; how many rejections of what reason. Safe for many threads. */
public final class QualityView {

    private static final int MOST_KINDS = 2_000;

    private final int most;
    private final ArrayDeque<QualityFinding> recent = new ArrayDeque<>();
    private final Map<Kind, Count> findings = new HashMap<>();
    private final Map<Kind, Count> rejections = new HashMap<>();

    /**
     * What is counted together.
     *
     * @param name of the finding's kind, or of the rejection's reason
     * @param competition code; null where it is not about one
     */
    public record Kind(String name, String source, @Nullable String competition) {}

    /** How many, and when the newest came. */
    public record Count(long number, Instant newestAt) {
        private Count plus(Instant at) {
            return new Count(number + 1, at.isAfter(newestAt) ? at : newestAt);
        }
    }

    /** @param most findings held */
    public QualityView(int most) {
        this.most = most;
    }

    /** One record of the topic. */
    public synchronized void accept(QualityFinding finding) {
        recent.addFirst(finding);
        if (recent.size() > most) {
            recent.removeLast();
        }
        count(
                findings,
                new Kind(finding.getKind(), finding.getSource(), finding.getCompetition()),
                finding.getEmittedAt());
    }

    /** One record of the topic. */
    public synchronized void accept(Rejection rejection) {
        count(rejections, new Kind(rejection.getReason(), rejection.getSource(), null), rejection.getReceivedAt());
    }

    /** Newest first. */
    public synchronized List<QualityFinding> recent() {
        return List.copyOf(recent);
    }

    /** Findings by kind, source and competition, since the topic's beginning. */
    public synchronized Map<Kind, Count> findings() {
        return Map.copyOf(findings);
    }

    /** Rejections by reason and source, since the topic's beginning. */
    public synchronized Map<Kind, Count> rejections() {
        return Map.copyOf(rejections);
    }

    private static void count(Map<Kind, Count> counts, Kind kind, Instant at) {
        if (counts.size() < MOST_KINDS || counts.containsKey(kind)) {
            counts.merge(kind, new Count(1, at), (known, first) -> known.plus(at));
        }
    }
}
