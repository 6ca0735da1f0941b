package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.odds.DecimalOdds;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How one payload writes odds and times. The format of odds is the request's and stands nowhere in the payload, so it is seen from the prices: American ones
 * are whole numbers at or beyond 100, and no decimal answer of head-to-head markets has most of its prices there.
 */
record OddsApiFormat(boolean american) {

    /** Of the events of one payload: American where more than half of all prices look so. */
    static OddsApiFormat of(List<JsonNode> events) {
        int prices = 0;
        int american = 0;
        for (JsonNode event : events) {
            for (JsonNode bookmaker : event.path("bookmakers")) {
                for (JsonNode market : bookmaker.path("markets")) {
                    for (JsonNode outcome : market.path("outcomes")) {
                        JsonNode price = outcome.path("price");
                        prices += price.isNumber() ? 1 : 0;
                        american += price.isNumber() && looksAmerican(price.doubleValue()) ? 1 : 0;
                    }
                }
            }
        }
        return new OddsApiFormat(american * 2 > prices);
    }

    private static boolean looksAmerican(double price) {
        return Math.abs(price) >= 100 && price == Math.rint(price) && Double.isFinite(price);
    }

    /** Decimal odds, above 1; {@code place} is for the message. */
    double odds(JsonNode price, String place) throws Unusable {
        double number = price.isNumber() ? price.doubleValue() : Double.NaN;
        if (american) {
            // so far beyond -100 that nothing is left to win
            boolean wins = number > 0 || 1 - 100 / number > 1;
            if (!looksAmerican(number) || !wins) {
                throw new Unusable(
                        RejectReason.ODDS_OUT_OF_RANGE,
                        place + ": American odds must be whole, at or beyond 100 and win something, but were " + price);
            }
            return DecimalOdds.fromAmerican(number).value();
        }
        if (!DecimalOdds.isValid(number)) {
            throw new Unusable(
                    RejectReason.ODDS_OUT_OF_RANGE,
                    place + ": odds must be above 1.0 but were " + shown(price, number));
        }
        return number;
    }

    private static String shown(JsonNode price, double number) {
        return price.isNumber() ? Double.toString(number) : price.toString();
    }

    /** An ISO text, or seconds since 1970 where the request asked for {@code dateFormat=unix}. */
    static Instant time(JsonNode value, String place) throws Unusable {
        try {
            if (value.isString()) {
                return OffsetDateTime.parse(value.stringValue()).toInstant();
            } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                return Instant.ofEpochSecond(value.longValue());
            }
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, place + " " + value);
        }
        throw value.isNull() || value.isMissingNode()
                ? new Unusable(RejectReason.MISSING_FIELD, "no " + place)
                : new Unusable(RejectReason.BROKEN_DATE, place + " " + value);
    }

    /** A text with something in it, or nothing. */
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue().strip() : "";
    }
}
