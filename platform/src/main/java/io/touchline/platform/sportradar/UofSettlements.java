package io.touchline.platform.sportradar;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How bets are settled, taken back or void. A market that is none of ours keeps the feed's number: {@code sr:market:213?setnr=3|gamenr=3}. */
final class UofSettlements {

    /** All selections of a market. */
    private static final String ALL = "*";

    private UofSettlements() {}

    /** Every outcome of a {@code bet_settlement}. */
    static void settled(FixtureRef ref, List<JsonNode> markets, Instant observedAt, EventSink sink) {
        for (JsonNode market : markets) {
            for (JsonNode outcome : Tree.items(market, "outcome", "outcome")) {
                try {
                    String id = JsonFields.neededText(outcome, "id");
                    tell(ref, market, id, result(outcome), observedAt, sink);
                } catch (Unusable e) {
                    reject(e, ref, market, outcome, sink);
                }
            }
        }
    }

    /** Every market of a message that is about whole markets. */
    static void all(FixtureRef ref, List<JsonNode> markets, String result, Instant observedAt, EventSink sink) {
        for (JsonNode market : markets) {
            try {
                tell(ref, market, ALL, result, observedAt, sink);
            } catch (Unusable e) {
                reject(e, ref, market, market, sink);
            }
        }
    }

    private static void tell(
            FixtureRef ref, JsonNode market, String outcome, String result, Instant observedAt, EventSink sink)
            throws Unusable {
        String id = JsonFields.neededText(market, "id");
        String specifiers = Tree.word(market, "specifiers");
        UofMarket ours = UofMarket.of(id, specifiers, ref.sport());
        sink.event(new SettlementSeen(
                ref,
                observedAt,
                UofOdds.BOOKMAKER,
                ours == null
                        ? "sr:market:" + id + (specifiers.isEmpty() ? "" : '?' + specifiers)
                        : ours.type().name(),
                ours == null ? null : ours.line(),
                ours == null ? outcome : ours.selections().getOrDefault(outcome, outcome),
                result));
    }

    private static String result(JsonNode outcome) throws Unusable {
        Double voided = JsonFields.number(outcome, "void_factor");
        double factor = voided == null ? 0 : voided;
        if (factor != 0 && factor != 0.5 && factor != 1) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "void_factor " + factor);
        }
        String result = JsonFields.neededText(outcome, "result");
        return switch (result) {
            case "1" -> factor == 1 ? "VOID" : factor == 0.5 ? "HALF_WON" : "WON";
            case "0" -> factor == 1 ? "VOID" : factor == 0.5 ? "HALF_LOST" : "LOST";
            case "-1" -> "UNDECIDED";
            default -> throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "result " + result);
        };
    }

    private static void reject(Unusable why, FixtureRef ref, JsonNode market, JsonNode part, EventSink sink) {
        sink.rejected(
                why.reason(),
                why.detail(),
                (ref.vendorId() + " market " + Tree.word(market, "id") + ' ' + Tree.word(market, "specifiers")).strip(),
                part.toString().getBytes(StandardCharsets.UTF_8),
                ref);
    }
}
