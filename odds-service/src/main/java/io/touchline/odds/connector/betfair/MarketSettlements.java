package io.touchline.odds.connector.betfair;

import io.touchline.domain.market.Lines;
import io.touchline.odds.connector.betfair.book.MarketBook;
import io.touchline.odds.connector.betfair.book.MarketDefinition;
import io.touchline.odds.connector.betfair.book.RunnerDefinition;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Betfair settled: told once a market, again only where it differs, and as CANCELLED where a settled market opens again. On Asian handicaps Betfair calls both
 * sides LOSER where stakes are returned, and the winner of half a stake WINNER; the neighbouring whole line tells which of them it was. For one thread.
 */
final class MarketSettlements {

    private static final int REMEMBERED = 20_000;

    private record Key(String market, @Nullable Double line, String selection) {}

    private final BetfairNames names;
    private final Map<String, Map<Key, String>> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Key, String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    MarketSettlements(BetfairNames names) {
        this.names = names;
    }

    /** Tells what the latest definition settled. */
    void tell(MarketBook book, MarketState state, Instant at, EventSink sink) {
        MarketDefinition definition = book.definition();
        if (definition == null) {
            return;
        }
        if (!definition.isClosed()) {
            if (!told.isEmpty() && told.containsKey(book.id())) {
                Map<Key, String> before = told.remove(book.id());
                before.keySet().forEach(key -> sink.event(event(state, at, key, "CANCELLED")));
            }
            return;
        }
        Map<Key, String> now = results(book, definition, state);
        Map<Key, String> before = told.getOrDefault(book.id(), Map.of());
        now.forEach((key, result) -> {
            if (!result.equals(before.get(key))) {
                sink.event(event(state, at, key, result));
            }
        });
        told.put(book.id(), now);
    }

    private static SettlementSeen event(MarketState state, Instant at, Key key, String result) {
        return new SettlementSeen(
                state.words().fixture(),
                at,
                state.words().bookmaker(),
                key.market(),
                key.line(),
                key.selection(),
                result);
    }

    private Map<Key, String> results(MarketBook book, MarketDefinition definition, MarketState state) {
        Map<Key, String> results = new LinkedHashMap<>();
        KnownMarket known = state.known();
        for (RunnerDefinition runner : definition.runners()) {
            @Nullable Key key = known == null ? null : ours(known, runner);
            String result = result(runner.status());
            if (known != null && key != null && key.line() != null) {
                result = onLine(definition, known, key.line(), result);
            }
            results.put(key != null ? key : theirs(book, runner, state), result);
        }
        return results;
    }

    private static @Nullable Key ours(KnownMarket known, RunnerDefinition runner) {
        for (KnownMarket.Line line : known.lines()) {
            for (KnownMarket.Leg leg : line.legs()) {
                if (leg.runnerId() == runner.id() && leg.handicap() == runner.handicap()) {
                    return new Key(known.market().name(), line.line(), leg.selection());
                }
            }
        }
        return null;
    }

    private Key theirs(MarketBook book, RunnerDefinition runner, MarketState state) {
        MarketWords words = state.words();
        KnownMarket known = state.known();
        String type = known != null ? known.market().name() : words.type() == null ? "" : words.type();
        String name = known != null || words.name() == null ? "" : words.name();
        String market = type.isEmpty() ? name : name.isEmpty() ? type : type + '/' + name;
        @Nullable String runnerName = MarketWords.runnerName(book, runner, names);
        return new Key(
                market.isEmpty() ? book.id() : market,
                runner.handicap() == 0 ? null : runner.handicap(),
                runnerName == null || hasNamesake(book, runner, runnerName)
                        ? Long.toString(runner.id())
                        : runnerName.strip());
    }

    private boolean hasNamesake(MarketBook book, RunnerDefinition runner, String name) {
        MarketDefinition definition = book.definition();
        return definition != null
                && definition.runners().stream()
                        .anyMatch(other -> other.id() != runner.id()
                                && other.handicap() == runner.handicap()
                                && name.equals(MarketWords.runnerName(book, other, names)));
    }

    private static String result(String status) {
        return switch (status) {
            case "WINNER" -> "WON";
            case "LOSER" -> "LOST";
            case "PLACED" -> "HALF_WON";
            case "REMOVED", "REMOVED_VACANT" -> "VOID";
            default -> "UNDECIDED";
        };
    }

    /** Both sides LOSER is a push; a quarter line beside a push is half of it. */
    private static String onLine(MarketDefinition definition, KnownMarket known, double line, String plain) {
        if (!(plain.equals("WON") || plain.equals("LOST")) || !Lines.isQuarterStep(line)) {
            return plain;
        }
        if (!Lines.isSplit(line)) {
            return isPush(definition, known, line) ? "PUSH" : plain;
        }
        boolean half = isPush(definition, known, Lines.lower(line)) || isPush(definition, known, Lines.upper(line));
        return half ? "HALF_" + plain : plain;
    }

    private static boolean isPush(MarketDefinition definition, KnownMarket known, double line) {
        if (line != Math.rint(line)) {
            return false;
        }
        for (KnownMarket.Line each : known.lines()) {
            if (each.line() != null && each.line() == line) {
                return each.legs().stream().allMatch(leg -> isLoser(definition, leg));
            }
        }
        return false;
    }

    private static boolean isLoser(MarketDefinition definition, KnownMarket.Leg leg) {
        for (RunnerDefinition each : definition.runners()) {
            if (each.id() == leg.runnerId() && each.handicap() == leg.handicap()) {
                return each.status().equals("LOSER");
            }
        }
        return false;
    }
}
