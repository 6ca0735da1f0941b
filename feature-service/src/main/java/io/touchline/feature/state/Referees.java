package io.touchline.feature.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the referees of one association gave: running sums a referee, a stack as {@link TeamHistory}. */
final class Referees {

    /** Sums up to and including one result. */
    record Sums(
            long resultAt,
            int matches,
            int homeWins,
            int awayWins,
            int carded,
            int homeYellow,
            int awayYellow,
            int reds) {

        static final Sums NONE = new Sums(Long.MIN_VALUE, 0, 0, 0, 0, 0, 0, 0);

        Sums plus(PastResult result) {
            boolean cards = result.home().yellowCards() >= 0 && result.away().yellowCards() >= 0;
            return new Sums(
                    result.resultAt(),
                    matches + 1,
                    homeWins + (result.homeGoals() > result.awayGoals() ? 1 : 0),
                    awayWins + (result.homeGoals() < result.awayGoals() ? 1 : 0),
                    carded + (cards ? 1 : 0),
                    homeYellow + (cards ? result.home().yellowCards() : 0),
                    awayYellow + (cards ? result.away().yellowCards() : 0),
                    reds
                            + Math.max(0, result.home().redCards())
                            + Math.max(0, result.away().redCards()));
        }
    }

    private final Map<String, List<Sums>> byName = new HashMap<>();

    /** First letter and last name in lower case, so that {@code A Madley} is {@code Andy Madley}; empty where there is no name. */
    static String key(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String[] words = name.strip().toLowerCase(Locale.ROOT).split("[\\s.,]+");
        if (words.length == 0 || words[words.length - 1].isEmpty()) {
            return "";
        }
        return words.length == 1 ? words[0] : words[0].charAt(0) + " " + words[words.length - 1];
    }

    void push(PastResult result) {
        if (!result.referee().isEmpty()) {
            List<Sums> sums = byName.computeIfAbsent(result.referee(), unused -> new ArrayList<>());
            sums.add((sums.isEmpty() ? Sums.NONE : sums.getLast()).plus(result));
        }
    }

    void pop(PastResult result) {
        List<Sums> sums = byName.get(result.referee());
        if (sums != null) {
            sums.removeLast();
        }
    }

    /** Sums of everything known strictly before a moment. */
    Sums before(String referee, long moment) {
        List<Sums> sums = byName.get(referee);
        if (sums == null) {
            return Sums.NONE;
        }
        int at = sums.size() - 1;
        while (at >= 0 && sums.get(at).resultAt() >= moment) {
            at--;
        }
        return at < 0 ? Sums.NONE : sums.get(at);
    }
}
