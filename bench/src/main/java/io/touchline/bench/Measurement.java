package io.touchline.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One figure and what it is held against.
 *
 * @param name of the benchmark
 * @param value median of the rounds; of speeds the best
 * @param unit of value, bound and goal
 * @param bound what cannot be beaten, measured in the same run, such as the least part of the work
 * @param boundIs what the bound is, for people
 * @param goal at most for times, at least for speeds
 */
public record Measurement(String name, double value, String unit, double bound, String boundIs, double goal) {

    /** The keys of the command's JSON, in order; ratio is value / bound. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("value", rounded(value));
        json.put("unit", unit);
        json.put("bound", rounded(bound));
        json.put("bound_is", boundIs);
        json.put("ratio", rounded(value / bound));
        json.put("goal", goal);
        json.put(
                "machine",
                "%d cores, %s %s, JDK %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version")));
        return json;
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
