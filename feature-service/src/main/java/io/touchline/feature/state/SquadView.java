package io.touchline.feature.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A squad as known before a kickoff; each value NaN where no source tells it.
 *
 * @param value of the whole squad, EUR million
 * @param missingValue of its injured and suspended players
 * @param injuries players injured at kickoff
 * @param suspensions players suspended at kickoff
 * @param arrivals players who came within {@link #WINDOW_DAYS} days
 * @param departures players who left within those days
 * @param spent fees paid for them, EUR million
 * @param earned fees received, EUR million
 * @param rating the source's points
 * @param newestAt when the newest news in it was told, milliseconds since 1970; {@link Long#MIN_VALUE} where there is none
 */
public record SquadView(
        double value,
        double missingValue,
        double injuries,
        double suspensions,
        double arrivals,
        double departures,
        double spent,
        double earned,
        double rating,
        long newestAt) {

    /** The last transfer window, and the one before it in part. */
    public static final int WINDOW_DAYS = 180;

    private static final int SEASON_DAYS = 400;

    static final SquadView UNKNOWN = new SquadView(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Long.MIN_VALUE);

    static SquadView of(Map<String, TreeSet<SquadWord>> words, long before) {
        List<SquadWord> values = known(words, "VALUATION", before);
        List<SquadWord> injured = known(words, "INJURY", before);
        List<SquadWord> suspended = known(words, "SUSPENSION", before);
        List<SquadWord> in = known(words, "TRANSFER_IN", before);
        List<SquadWord> out = known(words, "TRANSFER_OUT", before);
        List<SquadWord> ratings = known(words, "RATING", before);
        long newest = Long.MIN_VALUE;
        for (List<SquadWord> kind : List.of(values, injured, suspended, in, out, ratings)) {
            newest = kind.isEmpty() ? newest : Math.max(newest, kind.getFirst().at());
        }
        if (newest == Long.MIN_VALUE) {
            return UNKNOWN;
        }
        Map<String, Double> byPlayer = valueByPlayer(values, out);
        Set<String> missing = absent(injured, before);
        int injuries = missing.size();
        Set<String> banned = absent(suspended, before);
        missing.addAll(banned);
        long window = before - TimeUnit.DAYS.toMillis(WINDOW_DAYS);
        boolean transfers = isFresh(in, before) || isFresh(out, before);
        return new SquadView(
                whole(values, byPlayer),
                byPlayer.isEmpty() || (injured.isEmpty() && suspended.isEmpty())
                        ? Double.NaN
                        : missing.stream()
                                .mapToDouble(player -> byPlayer.getOrDefault(player, 0.0))
                                .sum(),
                injured.isEmpty() ? Double.NaN : injuries,
                suspended.isEmpty() ? Double.NaN : banned.size(),
                transfers ? moves(in, window) : Double.NaN,
                transfers ? moves(out, window) : Double.NaN,
                transfers ? fees(in, window) : Double.NaN,
                transfers ? fees(out, window) : Double.NaN,
                rating(ratings, before),
                newest);
    }

    private static List<SquadWord> known(Map<String, TreeSet<SquadWord>> words, String kind, long before) {
        TreeSet<SquadWord> all = words.get(kind);
        if (all == null) {
            return List.of();
        }
        List<SquadWord> known = new ArrayList<>(all.size());
        for (SquadWord word : all) {
            if (word.at() < before) {
                known.add(word);
            }
        }
        return known;
    }

    /** Newest value of each player who has not left since. */
    private static Map<String, Double> valueByPlayer(List<SquadWord> values, List<SquadWord> out) {
        Map<String, Double> byPlayer = new HashMap<>();
        Map<String, Long> leftAt = new HashMap<>();
        out.forEach(word -> leftAt.merge(word.player(), word.at(), Math::max));
        for (SquadWord word : values) {
            if (!word.player().isEmpty()
                    && !Float.isNaN(word.value())
                    && leftAt.getOrDefault(word.player(), Long.MIN_VALUE) < word.at()) {
                byPlayer.putIfAbsent(word.player(), (double) word.value());
            }
        }
        return byPlayer;
    }

    private static double whole(List<SquadWord> values, Map<String, Double> byPlayer) {
        for (SquadWord word : values) {
            if (word.player().isEmpty() && !Float.isNaN(word.value())) {
                return word.value();
            }
        }
        return byPlayer.isEmpty()
                ? Double.NaN
                : byPlayer.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Players whose newest word says that they are away at a moment. */
    private static Set<String> absent(List<SquadWord> words, long moment) {
        Set<String> met = new HashSet<>();
        Set<String> absent = new HashSet<>();
        for (SquadWord word : words) {
            if (met.add(word.player()) && word.from() <= moment && word.until() >= moment) {
                absent.add(word.player());
            }
        }
        return absent;
    }

    /** Whether a source still tells transfers of the team: it did within a season. */
    private static boolean isFresh(List<SquadWord> words, long before) {
        return !words.isEmpty() && words.getFirst().at() >= before - TimeUnit.DAYS.toMillis(SEASON_DAYS);
    }

    private static double moves(List<SquadWord> moves, long from) {
        Set<String> players = new HashSet<>();
        moves.forEach(move -> {
            if (when(move) >= from) {
                players.add(move.player());
            }
        });
        return players.size();
    }

    /** Known fees; moves without a known fee (free, loans, not told) count for nothing. */
    private static double fees(List<SquadWord> moves, long from) {
        Set<String> met = new HashSet<>();
        double sum = 0;
        for (SquadWord move : moves) {
            if (when(move) >= from && met.add(move.player()) && !Float.isNaN(move.value())) {
                sum += move.value();
            }
        }
        return sum;
    }

    private static long when(SquadWord move) {
        return move.from() == Long.MIN_VALUE ? move.at() : move.from();
    }

    private static double rating(List<SquadWord> ratings, long moment) {
        for (SquadWord word : ratings) {
            if (word.from() <= moment && !Float.isNaN(word.value())) {
                return word.value();
            }
        }
        return Double.NaN;
    }
}
