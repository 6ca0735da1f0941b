package io.touchline.odds.connector.betfair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Books from messages as trees, written down from Betfair's specification without a thought of speed: what the fast ones are held against. */
final class PlainBooks {

    static final class Runner {
        final TreeMap<Double, Double> atb = new TreeMap<>();
        final TreeMap<Double, Double> atl = new TreeMap<>();
        final Map<String, TreeMap<Integer, double[]>> levels = new LinkedHashMap<>();

        @Nullable Double ltp;

        @Nullable Double tv;

        String status = "ACTIVE";
    }

    static final class Market {
        final Map<String, Runner> runners = new LinkedHashMap<>();
        String status = "UNKNOWN";
        boolean inPlay;
        boolean everyOffer;
    }

    final Map<String, Market> markets = new LinkedHashMap<>();

    /** Ids of the markets in the message. */
    List<String> read(JsonNode message) {
        List<String> touched = new ArrayList<>();
        if (!message.path("op").asString().equals("mcm")) {
            return touched;
        }
        String segment = message.path("segmentType").asString("SEG_START");
        if (message.path("ct").asString("").equals("SUB_IMAGE") && segment.equals("SEG_START")) {
            markets.clear();
        }
        for (JsonNode change : message.path("mc")) {
            String id = change.path("id").asString();
            if (change.path("img").asBoolean(false)) {
                markets.put(id, new Market());
            }
            Market market = markets.computeIfAbsent(id, unused -> new Market());
            touched.add(id);
            for (JsonNode runner : change.path("rc")) {
                change(market, runner);
            }
            if (change.has("marketDefinition")) {
                define(market, change.path("marketDefinition"));
            }
        }
        return touched;
    }

    private static String key(JsonNode runner) {
        return runner.path("id").asLong() + "/" + (runner.path("hc").asDouble(0) + 0.0);
    }

    private static void define(Market market, JsonNode definition) {
        market.status = definition.path("status").asString();
        market.inPlay = definition.path("inPlay").asBoolean();
        for (JsonNode each : definition.path("runners")) {
            Runner runner = market.runners.computeIfAbsent(key(each), unused -> new Runner());
            runner.status = each.path("status").asString();
        }
    }

    private static void change(Market market, JsonNode change) {
        Runner runner = market.runners.computeIfAbsent(key(change), unused -> new Runner());
        if (change.has("ltp")) {
            runner.ltp = change.path("ltp").asDouble();
        }
        if (change.has("tv")) {
            runner.tv = change.path("tv").asDouble();
        }
        market.everyOffer |= change.has("atb") || change.has("atl");
        prices(runner.atb, change.path("atb"));
        prices(runner.atl, change.path("atl"));
        for (String field : List.of("batb", "batl", "bdatb", "bdatl")) {
            for (JsonNode row : change.path(field)) {
                runner.levels
                        .computeIfAbsent(field, unused -> new TreeMap<>())
                        .put(
                                row.get(0).asInt(),
                                new double[] {row.get(1).asDouble(), row.get(2).asDouble()});
            }
        }
    }

    private static void prices(TreeMap<Double, Double> ladder, JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.get(1).asDouble() == 0) {
                ladder.remove(row.get(0).asDouble());
            } else {
                ladder.put(row.get(0).asDouble(), row.get(1).asDouble());
            }
        }
    }

    /** Everything that is told of a runner, as one text. */
    static String shown(Market market, Runner runner) {
        boolean removed = runner.status.equals("REMOVED");
        List<Double> back = new ArrayList<>();
        List<Double> lay = new ArrayList<>();
        if (!removed && market.everyOffer) {
            runner.atb.descendingMap().forEach((price, size) -> add(back, price, size));
            runner.atl.forEach((price, size) -> add(lay, price, size));
        } else if (!removed) {
            level(runner, "batb", "bdatb").values().forEach(row -> add(back, row[0], row[1]));
            level(runner, "batl", "bdatl").values().forEach(row -> add(lay, row[0], row[1]));
        }
        Double traded = removed ? Double.valueOf(0) : runner.tv;
        Double last = runner.ltp == null || runner.ltp == 0 ? null : runner.ltp;
        return market.status + " " + market.inPlay + " " + runner.status + " " + back + " " + lay + " " + traded + " "
                + last;
    }

    private static TreeMap<Integer, double[]> level(Runner runner, String first, String second) {
        return runner.levels.getOrDefault(first, runner.levels.getOrDefault(second, new TreeMap<>()));
    }

    private static void add(List<Double> best, double price, double size) {
        if (best.size() < 6 && size != 0 && price != 0) {
            best.add(price);
            best.add(size);
        }
    }
}
