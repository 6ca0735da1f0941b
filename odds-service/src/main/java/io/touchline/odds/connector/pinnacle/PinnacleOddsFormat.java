package io.touchline.odds.connector.pinnacle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How a payload writes odds. The answer itself does not say; the address asked for does, and where there is none the numbers show it. */
enum PinnacleOddsFormat {
    AMERICAN,
    DECIMAL,
    HONG_KONG,
    MALAY,
    INDONESIAN;

    private static final Pattern ASKED = Pattern.compile("[?&]oddsFormat=([A-Za-z]+)");

    /** A format other than decimal is taken where at least one price in so many is possible in it alone. */
    private static final int ONE_IN = 10;

    private static final double EVEN = 100;

    /** Odds above 1, or NaN where the price cannot be. */
    double decimal(double price) {
        double odds = switch (this) {
            case DECIMAL -> price;
            case AMERICAN -> Math.abs(price) < EVEN ? Double.NaN : price > 0 ? 1 + price / 100 : 1 - 100 / price;
            case HONG_KONG -> 1 + price;
            case MALAY, INDONESIAN -> price >= 0 ? 1 + price : 1 - 1 / price;
        };
        return odds > 1 && Double.isFinite(odds) ? odds : Double.NaN;
    }

    static PinnacleOddsFormat of(String location, JsonNode leagues) {
        Matcher asked = ASKED.matcher(location);
        if (asked.find()) {
            return switch (asked.group(1).toLowerCase(Locale.ROOT)) {
                case "decimal" -> DECIMAL;
                case "hongkong" -> HONG_KONG;
                case "malay" -> MALAY;
                case "indonesian" -> INDONESIAN;
                default -> AMERICAN;
            };
        }
        Counts counts = new Counts();
        counts.walk(leagues, "");
        return counts.format();
    }

    /** The prices of a payload by the range they are in. */
    private static final class Counts {

        private int all;
        private int beyondEven;
        private int negative;
        private int belowOne;
        private int negativeBelowMinusOne;

        private void walk(JsonNode node, String name) {
            if (node.isObject()) {
                node.properties().forEach(field -> walk(field.getValue(), field.getKey()));
            } else if (node.isArray()) {
                node.forEach(each -> walk(each, name));
            } else if (node.isNumber() && isPrice(name)) {
                add(node.doubleValue());
            }
        }

        private static boolean isPrice(String name) {
            return switch (name) {
                case "home", "away", "draw", "over", "under" -> true;
                default -> false;
            };
        }

        private void add(double price) {
            all++;
            beyondEven += Math.abs(price) >= EVEN ? 1 : 0;
            negative += price < 0 ? 1 : 0;
            belowOne += price > 0 && price <= 1 ? 1 : 0;
            negativeBelowMinusOne += price < -1 ? 1 : 0;
        }

        private PinnacleOddsFormat format() {
            if (beyondEven * 2 > all) {
                return AMERICAN;
            } else if (negative > 0 && negative * ONE_IN >= all) {
                return negativeBelowMinusOne * 2 > negative ? INDONESIAN : MALAY;
            }
            return belowOne > 0 && belowOne * ONE_IN >= all ? HONG_KONG : DECIMAL;
        }
    }
}
