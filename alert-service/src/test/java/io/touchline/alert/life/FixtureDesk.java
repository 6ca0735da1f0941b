package io.touchline.alert.life;

import io.touchline.alert.rule.AlertRules;
import io.touchline.alert.rule.SourceTrust;
import io.touchline.alert.stake.FixtureStakes;
import io.touchline.domain.stake.KellySettings;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import io.touchline.schema.serde.MemorySchemaRegistry;
import io.touchline.schema.serde.TopicSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Plays records to one fixture's book, which goes through its serde after each of them as it does in a state store. */
final class FixtureDesk {

    static final Duration MAX_AGE = Duration.ofSeconds(90);
    static final AlertRules RULES = AlertRules.of(
            0.042,
            0.5,
            MAX_AGE,
            Map.of("history", Duration.ofDays(7)),
            Duration.ofSeconds(30),
            0.0,
            2,
            SourceTrust.OF_ALL);

    private final BookSerde serde = new BookSerde(new TopicSerde<>(Topics.VALUE_ALERTS, new MemorySchemaRegistry()));
    private final List<String> judgements = new ArrayList<>();
    private final AlertLife life = new AlertLife(
            RULES,
            new FixtureStakes(KellySettings.standard()),
            0.005,
            Duration.ofMinutes(10),
            () -> Instant.EPOCH,
            judgements::add);
    private FixtureBook book = new FixtureBook(Records.FIXTURE);
    private Prediction newest;
    private final MatchScript script = new MatchScript();
    private final List<ValueAlert> events = new ArrayList<>();

    FixtureDesk play(String lines) {
        script.next(lines).forEach(this::play);
        return this;
    }

    FixtureDesk play(SpecificRecord record) {
        events.addAll(
                switch (record) {
                    case OddsUpdate odds -> life.quoted(book, odds, () -> newest);
                    case Prediction prediction -> {
                        if (newest == null || !prediction.getAsOf().isBefore(newest.getAsOf())) {
                            newest = prediction;
                        }
                        yield life.predicted(book, prediction);
                    }
                    case MarketSnapshot snapshot -> life.consensus(book, snapshot);
                    case MatchState state -> life.progressed(book, state);
                    case MatchResult result -> life.ended(book, result);
                    default -> throw new IllegalArgumentException("what is " + record + "?");
                });
        return restart();
    }

    /** Through the store and back. */
    FixtureDesk restart() {
        book = serde.deserializer().deserialize("", serde.serializer().serialize("", book));
        return this;
    }

    FixtureDesk passed(String minutes) {
        events.addAll(life.passed(book, MatchScript.at(minutes)));
        return restart();
    }

    List<ValueAlert> events() {
        return events;
    }

    List<String> judgements() {
        return judgements;
    }

    FixtureBook book() {
        return book;
    }

    /** All events so far, one line each, in the order in which they were told. */
    String told() {
        return events.stream().map(FixtureDesk::line).collect(Collectors.joining("\n"));
    }

    /** The events of each alert, alerts sorted by id: what does not depend on the order of alerts. */
    Map<String, List<ValueAlert>> lives() {
        return events.stream()
                .collect(Collectors.groupingBy(ValueAlert::getAlertId, java.util.TreeMap::new, Collectors.toList()));
    }

    static String line(ValueAlert alert) {
        String what = "%s %s %s %s %s %s %.2f | edge %.3f"
                .formatted(
                        MatchScript.minutes(alert.getAt()),
                        alert.getState(),
                        alert.getBookmaker(),
                        shortName(alert),
                        alert.getSelection(),
                        alert.getSequence(),
                        alert.getOdds(),
                        alert.getEdge());
        String why = alert.getState().equals("CLOSED") ? " | " + alert.getCloseReason() : "";
        String end = alert.getState().equals("GRADED")
                ? String.format(
                        Locale.ROOT,
                        " | %s %.3f | clv %s",
                        alert.getResult(),
                        alert.getProfit(),
                        alert.getClv() == null ? "-" : String.format(Locale.ROOT, "%.3f", alert.getClv()))
                : "";
        return what + why + end;
    }

    private static String shortName(ValueAlert alert) {
        String line = alert.getLine() == null ? "" : alert.getLine().toString();
        return switch (alert.getMarket()) {
            case "MATCH_RESULT" -> "1X2";
            case "DOUBLE_CHANCE" -> "DC";
            case "ASIAN_HANDICAP" -> "AH" + line;
            case "TOTAL_GOALS" -> "OU" + line;
            default -> alert.getMarket() + line;
        };
    }
}
