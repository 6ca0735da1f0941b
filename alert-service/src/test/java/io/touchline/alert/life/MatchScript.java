package io.touchline.alert.life;

import io.touchline.domain.market.MarketType;
import io.touchline.schema.MatchState;
import io.touchline.schema.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads a match written down in lines, each a time in minutes from kickoff (with seconds where they matter) and what came then.
 *
 * <pre>
 * -60'     QUOTE    bet365 1X2 2.10 3.40 3.60
 * -60'     PREDICT  0.52 0.26 0.22
 * -1'      MARKET   0.50 0.27 0.23
 * 12:30'   GOAL     1-0
 * 120'     RESULT   2-1
 * </pre>
 *
 * <p>Markets: {@code 1X2}, {@code DC}, {@code AH-0.25}, {@code OU2.5}. A quote from kickoff on is one of the running match, as is a prediction.
 */
public final class MatchScript {

    /** Source of every quote but those of a line that ends in {@code by SOURCE}. */
    public static final String SOURCE = "feed";

    private final List<SpecificRecord> records = new ArrayList<>();
    private int home;
    private int away;
    private int reds;
    private String status = "SCHEDULED";

    /** The records of a whole match, in the order of the lines. */
    public static List<SpecificRecord> read(String text) {
        return new MatchScript().next(text);
    }

    /** The records of the next lines; the score goes on from the lines before. */
    public List<SpecificRecord> next(String text) {
        records.clear();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line);
        return List.copyOf(records);
    }

    /** Minutes from kickoff, as scripts write them. */
    public static Instant at(String minutes) {
        String text = minutes.replace("'", "");
        String[] parts = text.split(":");
        Duration seconds = parts.length > 1 ? Duration.ofSeconds(Long.parseLong(parts[1])) : Duration.ZERO;
        Duration whole = Duration.ofMinutes(Long.parseLong(parts[0]));
        return Records.KICKOFF.plus(whole).plus(text.startsWith("-") ? seconds.negated() : seconds);
    }

    /** The way back. */
    public static String minutes(Instant time) {
        long seconds = Duration.between(Records.KICKOFF, time).toSeconds();
        String rest = seconds % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", Math.abs(seconds % 60));
        return (seconds < 0 && seconds > -60 ? "-" : "") + seconds / 60 + rest + "'";
    }

    private void line(String line) {
        String[] words = line.split("\\s+");
        Instant at = at(words[0]);
        boolean inPlay = !at.isBefore(Records.KICKOFF);
        switch (words[1]) {
            case "QUOTE" -> quote(at, inPlay, words, false);
            case "SUSPEND" -> quote(at, inPlay, words, true);
            case "PREDICT" ->
                records.add(Records.prediction(at, inPlay, number(words[2]), number(words[3]), number(words[4])));
            case "MARKET" -> records.add(Records.snapshot(at, number(words[2]), number(words[3]), number(words[4])));
            case "KICKOFF" -> state(at, "IN_PLAY", "KICKOFF");
            case "GOAL" -> {
                home = goals(words[2], 0);
                away = goals(words[2], 1);
                state(at, status, "GOAL");
            }
            case "RED" -> {
                reds++;
                state(at, status, "RED_CARD");
            }
            case "VAR" -> state(at, status, "VAR");
            case "POSTPONED", "ABANDONED", "CANCELLED", "FINISHED" -> state(at, words[1], null);
            case "CLOCK" -> state(at, status, null);
            case "RESULT" ->
                records.add(Records.result(Records.KICKOFF, at, "FINISHED", goals(words[2], 0), goals(words[2], 1)));
            case "VOID" -> records.add(Records.result(Records.KICKOFF, at, "ABANDONED", 1, 0));
            default -> throw new IllegalArgumentException("what is " + words[1] + "?");
        }
    }

    private void quote(Instant at, boolean inPlay, String[] words, boolean suspended) {
        String source = SOURCE;
        int end = words.length;
        if (words.length > 5 && words[words.length - 2].equals("by")) {
            source = words[words.length - 1];
            end -= 2;
        }
        double[] odds = Arrays.stream(words, 4, end)
                .mapToDouble(word -> word.equals("-") ? 0 : number(word))
                .toArray();
        Quote quote = switch (words[3].substring(0, 2)) {
            case "1X" -> Records.quote(at, words[2], MarketType.MATCH_RESULT, null, suspended, odds);
            case "DC" -> Records.quote(at, words[2], MarketType.DOUBLE_CHANCE, null, suspended, odds);
            case "AH" ->
                Records.quote(at, words[2], MarketType.ASIAN_HANDICAP, number(words[3].substring(2)), suspended, odds);
            case "OU" ->
                Records.quote(at, words[2], MarketType.TOTAL_GOALS, number(words[3].substring(2)), suspended, odds);
            default -> throw new IllegalArgumentException("what market is " + words[3] + "?");
        };
        records.add(Records.odds(at, source, inPlay, quote));
    }

    private void state(Instant at, String now, String event) {
        status = now;
        MatchState state = Records.state(at, now, home, away, reds, event);
        records.add(state);
    }

    private static int goals(String score, int side) {
        return Integer.parseInt(score.split("-")[side]);
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
