package io.touchline.odds;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Quotes of one match as people would note them, one update a line; minutes are counted from kickoff.
 *
 * <pre>
 * -180'  QUOTE    bet365    1X2       1.45 4.60 8.00
 * -180'  QUOTE    pinnacle  O/U 2.5   1.90 1.95
 *   -1'  CLOSING  pinnacle  AH -0.5   1.90 1.95
 *   12'  SUSPEND  bet365    1X2
 * </pre>
 */
public final class MatchScript {

    public static final String FIXTURE = "soccer:eng.1:2022-23:arsenal:wolves";
    public static final Instant KICKOFF = Instant.parse("2023-05-28T15:30:00Z");

    private MatchScript() {}

    /** From a live source. */
    public static List<OddsUpdate> of(String script) {
        return of("somewhere", script);
    }

    public static List<OddsUpdate> of(String source, String script) {
        return script.lines()
                .filter(line -> !line.isBlank())
                .map(line -> update(source, line.strip().split("\\s+")))
                .toList();
    }

    public static OddsUpdate single(String line) {
        return of(line).getFirst();
    }

    public static Instant minute(long minute) {
        return KICKOFF.plusSeconds(60 * minute);
    }

    /** "-12'" of a moment. */
    public static String minuteOf(Instant at) {
        return (at.getEpochSecond() - KICKOFF.getEpochSecond()) / 60 + "'";
    }

    private static OddsUpdate update(String source, String[] words) {
        long minute = Long.parseLong(words[0].replace("'", ""));
        boolean hasLine = !words[3].equals("1X2") && !words[3].equals("BTTS") && !words[3].equals("DC");
        MarketType market = switch (words[3]) {
            case "1X2" -> MarketType.MATCH_RESULT;
            case "O/U" -> MarketType.TOTAL_GOALS;
            case "AH" -> MarketType.ASIAN_HANDICAP;
            case "BTTS" -> MarketType.BOTH_TEAMS_TO_SCORE;
            case "DC" -> MarketType.DOUBLE_CHANCE;
            default -> throw new IllegalArgumentException(words[3]);
        };
        List<Price> prices = new ArrayList<>();
        int at = hasLine ? 5 : 4;
        for (Selection selection : market.selections()) {
            if (at < words.length && !words[at].equals("-")) {
                prices.add(price(selection.name(), Double.parseDouble(words[at])));
            }
            at++;
        }
        Quote quote = new Quote(
                words[2],
                market.name(),
                hasLine ? Double.valueOf(words[4]) : null,
                words[1].equals("SUSPEND"),
                words[1].equals("CLOSING"),
                prices,
                minute(minute));
        return update(source, minute(minute), minute >= 0, KICKOFF, List.of(quote));
    }

    public static Price price(String selection, Double odds) {
        return new Price(selection, odds, null, null, null);
    }

    public static OddsUpdate update(String source, Instant at, boolean inPlay, Instant kickoffAt, List<Quote> quotes) {
        return new OddsUpdate(
                FIXTURE, "eng.1", kickoffAt, inPlay, quotes, source, null, at, at.plusMillis(300), at.plusMillis(301));
    }

    /** Three decimals, in a row. */
    public static String three(double... values) {
        StringBuilder text = new StringBuilder();
        for (double each : values) {
            text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.3f", each));
        }
        return text.toString();
    }
}
