package io.touchline.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics may come in any order that can be: within a topic as written, and no prediction before the quotes and snapshots it has seen. */
class OrderTest {

    private static final int SHUFFLES = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sameAlerts_howeverFarQuotesAndSnapshotsRunAhead(long seed) {
        List<SpecificRecord> match = match(new Random(seed), "history", false);
        Map<String, List<ValueAlert>> expected = lives(match);
        assertThat(expected).hasSizeGreaterThan(5);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            List<SpecificRecord> order = interleaved(match, new Random(seed * 1000 + shuffle));
            assertThat(lives(order)).as("seed %d, shuffle %d", seed, shuffle).isEqualTo(expected);
        }
    }

    /** What is known of a suspension or a stale price ends an alert at once, so disorder may move which price of a bookmaker opens the next one; whatever opens has one whole life. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void wholeLives_wherePricesGoStaleAndMarketsAreSuspended(long seed) {
        List<SpecificRecord> match = match(new Random(seed), MatchScript.SOURCE, true);
        Map<String, String> expected = ends(lives(match));
        assertThat(expected).hasSizeGreaterThan(5);
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Map<String, List<ValueAlert>> lives = lives(interleaved(match, new Random(seed * 1000 + shuffle)));
            assertThat(lives.values())
                    .as("seed %d, shuffle %d", seed, shuffle)
                    .allSatisfy(life -> assertThat(
                                    life.stream().map(ValueAlert::getState).filter(state -> !state.equals("UPDATED")))
                            .containsExactly("OPENED", "CLOSED", "GRADED"));
            Map<String, String> ends = ends(lives);
            ends.keySet().retainAll(expected.keySet());
            assertThat(expected).containsAllEntriesOf(ends);
            assertThat(ends.size()).isGreaterThan(expected.size() / 2);
        }
    }

    private static Map<String, List<ValueAlert>> lives(List<SpecificRecord> records) {
        FixtureDesk desk = new FixtureDesk();
        records.forEach(desk::play);
        return desk.lives();
    }

    /** Price and final result of each alert. */
    private static Map<String, String> ends(Map<String, List<ValueAlert>> lives) {
        return lives.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, life -> {
            ValueAlert first = life.getValue().getFirst();
            ValueAlert last = life.getValue().getLast();
            return first.getOdds() + " " + last.getState() + " " + last.getResult() + " " + last.getProfit() + " "
                    + last.getClv();
        }));
    }

    /** Every minute some bookmaker moves, the market follows, the models answer; the closing prices last; then the result. */
    private static List<SpecificRecord> match(Random random, String source, boolean suspensions) {
        StringBuilder script = new StringBuilder();
        double home = 0.45;
        for (int minute = 40; minute >= 1; minute--) {
            home = Math.clamp(home + (random.nextDouble() - 0.5) / 12, 0.3, 0.6);
            String bookmaker = "book" + random.nextInt(3);
            double margin = 0.95 + random.nextDouble() / 6;
            boolean suspended = suspensions && random.nextInt(6) == 0;
            script.append(line(
                    "-%d' %s %s 1X2 %.2f %.2f %.2f by %s",
                    minute,
                    suspended ? "SUSPEND" : "QUOTE",
                    bookmaker,
                    Math.max(1.01, margin / home),
                    margin / 0.27,
                    margin / (0.73 - home),
                    source));
            script.append(line("-%d' MARKET %.3f %.3f %.3f", minute, home, 0.27, 0.73 - home));
            double view = Math.clamp(home + (random.nextDouble() - 0.5) / 10, 0.25, 0.65);
            script.append(line("-%d' PREDICT %.3f %.3f %.3f", minute, view, 0.27, 0.73 - view));
        }
        script.append("120' RESULT 2-1\n");
        return MatchScript.read(script.toString());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    private static List<SpecificRecord> interleaved(List<SpecificRecord> match, Random random) {
        List<ArrayDeque<SpecificRecord>> topics = List.of(
                topic(match, OddsUpdate.class), topic(match, MarketSnapshot.class), topic(match, Prediction.class));
        List<SpecificRecord> order = new ArrayList<>();
        while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
            ArrayDeque<SpecificRecord> topic = topics.get(random.nextInt(topics.size()));
            if (!topic.isEmpty() && mayCome(topic.peek(), topics)) {
                order.add(topic.remove());
            }
        }
        match.stream().filter(MatchResult.class::isInstance).forEach(order::add);
        return order;
    }

    private static ArrayDeque<SpecificRecord> topic(List<SpecificRecord> match, Class<?> type) {
        return match.stream().filter(type::isInstance).collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static boolean mayCome(SpecificRecord record, List<ArrayDeque<SpecificRecord>> topics) {
        return !(record instanceof Prediction prediction)
                || topics.stream()
                        .filter(topic -> !(topic.peek() instanceof Prediction))
                        .allMatch(topic -> topic.isEmpty() || time(topic.peek()).isAfter(prediction.getAsOf()));
    }

    private static Instant time(SpecificRecord record) {
        return switch (record) {
            case OddsUpdate odds -> odds.getObservedAt();
            case MarketSnapshot snapshot -> snapshot.getAsOf();
            default -> throw new IllegalArgumentException(record.toString());
        };
    }
}
