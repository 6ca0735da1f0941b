package io.touchline.platform.quality;

import io.touchline.domain.fixture.FixtureId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what each source says of a match's score and status beside what the others say. One source may lag behind another, so a contradiction counts once it has stood for a
 * while by the vendors' clocks, or at once where both say that the match is over. Told once until it changes. Safe for many threads.
 */
public final class ScoreCheck {

    private static final int FIXTURES = 5_000;
    private static final Set<String> OVER = Set.of("FINISHED", "ABANDONED", "CANCELLED");

    private final Trust trust;
    private final Duration lag;
    private final Map<FixtureId, Map<String, Word>> words = new Bounded<>(FIXTURES);
    private final Map<String, Contradiction> contradictions = new Bounded<>(FIXTURES);

    /**
     * What a source said last.
     *
     * @param status SCHEDULED, IN_PLAY, FINISHED and so on
     * @param home goals; null where not told
     * @param away goals; null where not told
     * @param since by the vendor's clock, since when it says so
     * @param at by the vendor's clock, when it said so last
     */
    public record Word(
            String source,
            String status,
            @Nullable Integer home,
            @Nullable Integer away,
            Instant since,
            Instant at) {

        String score() {
            return home + "-" + away;
        }

        boolean hasScore() {
            return home != null && away != null;
        }
    }

    /** Which scores or statuses stand against each other, and whether that was told. */
    private record Contradiction(String what, boolean told) {}

    /** A source may lag two minutes behind another. */
    public ScoreCheck(Trust trust) {
        this(trust, Duration.ofMinutes(2));
    }

    public ScoreCheck(Trust trust, Duration lag) {
        this.trust = trust;
        this.lag = lag;
    }

    /**
     * A source told the state of a match.
     *
     * @param home goals on its board; null where not told
     * @param away goals on its board; null where not told
     * @param at the vendor's clock
     */
    public synchronized List<Finding> seen(
            String source,
            FixtureId fixture,
            String status,
            @Nullable Integer home,
            @Nullable Integer away,
            Instant at) {
        Map<String, Word> all = words.computeIfAbsent(fixture, unused -> new HashMap<>());
        Word before = all.get(source);
        if (before != null && at.isBefore(before.at())) {
            return List.of();
        }
        Word word = new Word(source, status, home, away, at, at);
        if (before != null && before.status().equals(status) && before.score().equals(word.score())) {
            word = new Word(source, status, home, away, before.since(), at);
        }
        all.put(source, word);
        List<Finding> findings = new ArrayList<>();
        for (Word other : List.copyOf(all.values())) {
            if (!other.source().equals(source)) {
                score(fixture, word, other).ifPresent(findings::add);
                status(fixture, word, other).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** The word of the most trusted source that told a score, whatever the others say. */
    public synchronized Optional<Word> believed(FixtureId fixture) {
        Word best = null;
        for (Word word : words.getOrDefault(fixture, Map.of()).values()) {
            if (word.hasScore()
                    && (best == null
                            || trust.better(word.source(), best.source()).equals(word.source()))) {
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<Finding> score(FixtureId fixture, Word word, Word other) {
        boolean differ = word.hasScore() && other.hasScore() && !word.score().equals(other.score());
        boolean bothOver = word.status().equals("FINISHED") && other.status().equals("FINISHED");
        return contradiction(
                FindingKind.SCORE_DISAGREES,
                fixture,
                word,
                other,
                differ
                        ? "score " + first(word, other).score() + " by "
                                + first(word, other).source() + ", "
                                + second(word, other).score() + " by "
                                + second(word, other).source()
                        : "",
                bothOver);
    }

    private Optional<Finding> status(FixtureId fixture, Word word, Word other) {
        boolean differ = OVER.contains(word.status()) != OVER.contains(other.status())
                || word.status().equals("POSTPONED") != other.status().equals("POSTPONED");
        return contradiction(
                FindingKind.STATUS_DISAGREES,
                fixture,
                word,
                other,
                differ
                        ? first(word, other).status() + " by "
                                + first(word, other).source() + ", "
                                + second(word, other).status() + " by "
                                + second(word, other).source()
                        : "",
                false);
    }

    private Optional<Finding> contradiction(
            FindingKind kind, FixtureId fixture, Word word, Word other, String what, boolean atOnce) {
        String pair = kind + "|" + fixture.value() + "|" + first(word, other).source() + "|"
                + second(word, other).source();
        if (what.isEmpty()) {
            contradictions.remove(pair);
            return Optional.empty();
        }
        Contradiction known = contradictions.get(pair);
        if (known != null && known.told() && known.what().equals(what)) {
            return Optional.empty();
        }
        Instant since = word.since().isAfter(other.since()) ? word.since() : other.since();
        Instant now = word.at().isAfter(other.at()) ? word.at() : other.at();
        boolean counts = atOnce || !now.isBefore(since.plus(lag));
        contradictions.put(pair, new Contradiction(what, counts));
        if (!counts) {
            return Optional.empty();
        }
        String trusted = trust.better(word.source(), other.source());
        String about = trusted.equals(word.source()) ? other.source() : word.source();
        return Optional.of(Finding.of(kind, about, fixture, what, now).trusting(trusted));
    }

    private static Word first(Word one, Word other) {
        return one.source().compareTo(other.source()) <= 0 ? one : other;
    }

    private static Word second(Word one, Word other) {
        return one.source().compareTo(other.source()) <= 0 ? other : one;
    }
}
