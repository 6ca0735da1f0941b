package io.touchline.odds.connector.theoddsapi;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorException;
import io.touchline.schema.Quote;
import io.touchline.testkit.CollectedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Reads answers through the adapter and keeps what it told. */
abstract class OddsApiReading {

    static final Instant NOW = Instant.parse("2026-03-21T12:00:00Z");
    static final String READ = "2026-03-21T11:59:30Z";

    final CollectedEvents told = new CollectedEvents();
    final OddsApiAdapter adapter = new OddsApiAdapter();

    final List<OddsSeen> read(String body) throws VendorException {
        adapter.read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, "test"), told);
        return told.events(OddsSeen.class);
    }

    final List<String> reasons() {
        return told.reasons().stream().map(Enum::name).toList();
    }

    static List<String> lines(OddsSeen seen) {
        return seen.quotes().stream().map(OddsApiReading::line).toList();
    }

    /** {@code pinnacle ASIAN_HANDICAP -1.5 HOME 1.95 AWAY 1.95}. */
    static String line(Quote quote) {
        String prices = quote.getPrices().stream()
                .map(price -> price.getSelection() + " " + price.getBackOdds()
                        + (price.getLayOdds() == null ? "" : "/" + price.getLayOdds()))
                .collect(Collectors.joining(" "));
        return quote.getBookmaker() + " " + quote.getMarket() + (quote.getLine() == null ? "" : " " + quote.getLine())
                + " " + prices;
    }
}
