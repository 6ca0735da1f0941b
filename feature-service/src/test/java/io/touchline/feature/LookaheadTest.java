package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.MadeLeague.Event;
import io.touchline.feature.MadeLeague.Match;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** With everything removed that became known after a moment, the vectors up to that moment are the same bytes; a planted leak is found. */
class LookaheadTest {

    private final MadeLeague league = new MadeLeague(13, 6, 2);
    private final List<Event> events = league.events();

    @Test
    void theFutureRemoved_vectorsAreByteIdentical() {
        assertThat(differing(events, moments())).isEmpty();
    }

    @Test
    void twoRunsOfOneInput_giveTheSameBytes() {
        assertThat(run(events)).isEqualTo(run(events)).hasSize(240);
    }

    @Test
    void resultsOfOneDayInAnyOrder_giveTheSameBytes() {
        List<Event> disordered = new ArrayList<>(events);
        Random random = new Random(3);
        for (int at = 0; at + 1 < disordered.size(); at++) {
            Event one = disordered.get(at);
            Event other = disordered.get(at + 1);
            boolean sameTime = one.value() instanceof MatchResult
                    && other.value() instanceof MatchResult
                    && one.at().equals(other.at());
            if (sameTime && random.nextBoolean()) {
                disordered.set(at, other);
                disordered.set(at + 1, one);
            }
        }
        assertThat(disordered).isNotEqualTo(events);
        assertThat(run(disordered)).isEqualTo(run(events));
    }

    @Test
    void finds_aResultThatSaysItWasKnownTooEarly() {
        Match match = league.matches().get(40);
        Event leak = early(match, match.result().getKickoffAt());
        assertThat(differing(planted(match.result(), leak), moments())).isNotEmpty();
    }

    @Test
    void finds_theTableOfTheEndOfTheSeason() {
        Match last = league.matches().get(59);
        Event leak = early(last, last.result().getKickoffAt().minus(Duration.ofDays(20)));
        assertThat(differing(planted(last.result(), leak), moments())).isNotEmpty();
    }

    @Test
    void finds_theClosingPriceInAnOpeningVector() {
        Match match = league.matches().get(70);
        MarketSnapshot closingAsOpening = MarketSnapshot.newBuilder(match.closing())
                .setAsOf(match.opening().getAsOf())
                .build();
        Event leak = new Event(match.closing().getAsOf(), match.fixture().getFixtureId(), closingAsOpening);
        List<Event> input = new ArrayList<>(events);
        input.replaceAll(event -> event.value() == match.opening() ? leak : event);
        assertThat(differing(input, List.of(match.opening().getAsOf())))
                .singleElement()
                .asString()
                .endsWith(match.fixture().getFixtureId() + "|OPENING");
    }

    /** The match as if played and known earlier; it truly became known when it did. */
    private static Event early(Match match, Instant knownAt) {
        MatchResult result = MatchResult.newBuilder(match.result())
                .setKickoffAt(knownAt.minusSeconds(60))
                .setResultAt(knownAt)
                .build();
        return new Event(match.result().getResultAt(), result.getFixtureId(), result);
    }

    private List<Event> planted(MatchResult instead, Event leak) {
        List<Event> input = new ArrayList<>(events);
        input.removeIf(event -> event.value() == instead);
        // it is on the topic before everything else, as with a history that was loaded whole
        input.addFirst(leak);
        return input;
    }

    private List<Instant> moments() {
        List<Instant> moments = new ArrayList<>();
        for (int at = 60; at < events.size(); at += 45) {
            moments.add(events.get(at).at());
        }
        return moments;
    }

    /** Vectors up to each moment that differ when what became known later is removed from the input. */
    private static List<String> differing(List<Event> input, List<Instant> moments) {
        Map<String, String> whole = run(input);
        List<String> differing = new ArrayList<>();
        for (Instant moment : moments) {
            Map<String, String> cut = run(
                    input.stream().filter(event -> !event.at().isAfter(moment)).toList());
            whole.forEach((key, digest) -> {
                boolean before =
                        !Instant.parse(key.substring(0, key.indexOf('|'))).isAfter(moment);
                if (before && !digest.equals(cut.get(key))) {
                    differing.add(key);
                }
            });
        }
        return differing;
    }

    /** Digest of the bytes of every vector by asOf, fixture and cut-off. */
    private static Map<String, String> run(List<Event> input) {
        Map<String, String> vectors = new TreeMap<>();
        try (Pipeline pipeline = new Pipeline().publish(input)) {
            for (FeatureVector vector : pipeline.vectors) {
                vectors.put(
                        vector.getAsOf() + "|" + vector.getFixtureId() + "|" + vector.getCutoff(),
                        digest(pipeline.bytes(vector)));
            }
        }
        return vectors;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
