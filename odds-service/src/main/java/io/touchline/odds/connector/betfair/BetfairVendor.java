package io.touchline.odds.connector.betfair;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Betfair as a source: stream recordings line by line, answers whole. */
public final class BetfairVendor implements Vendor {

    private static final SourceDescriptor DESCRIPTOR = new SourceDescriptor(
            MarketWords.SOURCE,
            "Betfair Exchange",
            List.of("odds"),
            List.of("soccer", "basketball", "american_football", "baseball", "hockey", "tennis", "cricket"),
            "back and lay odds with sizes, traded volume, suspensions, settlement",
            "every change as it happens (Exchange Stream); the catalogue every 10 minutes",
            "200 markets a subscription, one connection; catalogue requests of weight 200 at most",
            "odds.connectors.betfair.app-key",
            "https://developer.betfair.com: an application key belongs to a Betfair account; the delayed key is free, the live key costs a fee",
            Duration.ofSeconds(15),
            2);

    private static final Pattern OP = Pattern.compile("\"op\"\\s*:");
    private static final Pattern TOKEN = Pattern.compile("\"(?:clk|pt)\"\\s*:");

    @Override
    public SourceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Adapter adapter() {
        return new BetfairAdapter();
    }

    @Override
    public Framing framing(String fileName, byte[] head) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Framing.LINES;
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        int lineEnd = text.indexOf('\n');
        String line = lineEnd < 0 ? text : text.substring(0, lineEnd).stripTrailing();
        if (!line.startsWith("{")) {
            return Framing.WHOLE;
        }
        boolean wholeLine = lineEnd >= 0 && line.endsWith("}") && line.length() > 2;
        boolean message = OP.matcher(line).find() || TOKEN.matcher(line).find();
        return wholeLine || (lineEnd < 0 && message) ? Framing.LINES : Framing.WHOLE;
    }
}
