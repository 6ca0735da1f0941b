package io.touchline.bench.lookahead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param vectors how many were compared, each at its own cut-off
 * @param differing how many of them saw their future
 * @param examples the first of these
 * @param cuts at how many moments the history was cut off besides
 * @param seconds it took
 */
public record LookaheadReport(int vectors, int differing, List<Difference> examples, int cuts, double seconds) {

    public LookaheadReport {
        examples = List.copyOf(examples);
    }

    /** The keys of the command's JSON, in order. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("vectors", vectors);
        json.put("differing", differing);
        json.put("cuts", cuts);
        json.put("seconds", Math.round(seconds * 10) / 10.0);
        json.put("examples", examples.stream().map(Difference::toString).toList());
        return json;
    }
}
