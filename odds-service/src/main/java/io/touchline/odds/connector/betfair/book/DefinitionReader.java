package io.touchline.odds.connector.betfair.book;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@code marketDefinition}. */
final class DefinitionReader {

    private final JsonScanner in;

    DefinitionReader(JsonScanner in) {
        this.in = in;
    }

    MarketDefinition read() throws BadMessage {
        @Nullable String eventId = null;
        @Nullable String eventTypeId = null;
        @Nullable String marketType = null;
        @Nullable String bettingType = null;
        @Nullable String name = null;
        @Nullable String eventName = null;
        @Nullable String status = null;
        boolean inPlay = false;
        long winners = 0;
        long version = 0;
        @Nullable String marketTime = null;
        @Nullable String openDate = null;
        @Nullable String settledTime = null;
        @Nullable String country = null;
        List<String> regulators = List.of();
        List<RunnerDefinition> runners = List.of();
        in.expect('{');
        if (!in.take('}')) {
            do {
                switch (in.keyText()) {
                    case "eventId" -> eventId = in.textOrNull();
                    case "eventTypeId" -> eventTypeId = in.textOrNull();
                    case "marketType" -> marketType = in.textOrNull();
                    case "bettingType" -> bettingType = in.textOrNull();
                    case "name" -> name = in.textOrNull();
                    case "eventName" -> eventName = in.textOrNull();
                    case "status" -> status = in.textOrNull();
                    case "inPlay" -> inPlay = in.truth();
                    case "numberOfWinners" -> winners = in.takeNull() ? 0 : in.whole();
                    case "version" -> version = in.takeNull() ? 0 : in.whole();
                    case "marketTime" -> marketTime = in.textOrNull();
                    case "openDate" -> openDate = in.textOrNull();
                    case "settledTime" -> settledTime = in.textOrNull();
                    case "countryCode" -> country = in.textOrNull();
                    case "regulators" -> regulators = texts();
                    case "runners" -> runners = runners();
                    default -> in.skip();
                }
            } while (in.more('}'));
        }
        return new MarketDefinition(
                eventId,
                eventTypeId,
                marketType,
                bettingType,
                name,
                eventName,
                status == null ? MarketBook.UNKNOWN : status,
                inPlay,
                winners,
                version,
                marketTime,
                openDate,
                settledTime,
                country,
                regulators,
                runners);
    }

    private List<String> texts() throws BadMessage {
        List<String> texts = new ArrayList<>(2);
        if (in.takeNull()) {
            return texts;
        }
        in.expect('[');
        if (!in.take(']')) {
            do {
                String text = in.textOrNull();
                if (text != null) {
                    texts.add(text);
                }
            } while (in.more(']'));
        }
        return texts;
    }

    private List<RunnerDefinition> runners() throws BadMessage {
        List<RunnerDefinition> runners = new ArrayList<>();
        if (in.takeNull()) {
            return runners;
        }
        in.expect('[');
        if (!in.take(']')) {
            do {
                runners.add(runner());
            } while (in.more(']'));
        }
        return runners;
    }

    private RunnerDefinition runner() throws BadMessage {
        long id = -1;
        boolean named = false;
        double handicap = 0;
        @Nullable String status = null;
        long priority = 0;
        @Nullable String name = null;
        in.expect('{');
        if (!in.take('}')) {
            do {
                switch (in.keyText()) {
                    case "id" -> {
                        id = in.whole();
                        named = true;
                    }
                    case "hc" -> handicap = MessageReader.handicap(in.numberOrWord());
                    case "status" -> status = in.textOrNull();
                    case "sortPriority" -> priority = in.takeNull() ? 0 : in.whole();
                    case "name" -> name = in.textOrNull();
                    default -> in.skip();
                }
            } while (in.more('}'));
        }
        if (!named) {
            throw in.bad("a runner without id");
        }
        return new RunnerDefinition(id, handicap, status == null ? "ACTIVE" : status, (int) priority, name);
    }
}
