package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Match;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recorded messages of the feed, one a file, in the order of the files' names: one at every look, as soon as somebody listens to its producer, and all that were told so far in a recovery.
 * Their times stay as they were recorded; the alive messages are the clock's. Files that are no messages of an event, or of other producers than 1 and 3, are left out, and no fixture has a name. Safe for many threads.
 */
final class SportradarRecording implements SportradarSource {

    private static final Pattern HEAD = Pattern.compile(
            "<(odds_change|bet_stop|bet_settlement|bet_cancel|rollback_bet_settlement|rollback_bet_cancel|fixture_change)\\s([^>]*)>");
    private static final Pattern PRODUCT = Pattern.compile("\\bproduct=\"(\\d+)\"");
    private static final Pattern EVENT = Pattern.compile("\\bevent_id=\"(sr:[a-z_]+):(\\d+)\"");

    private static final Set<String> SERVED = Set.of(SportradarFeed.LIVE, SportradarFeed.PRE_MATCH);

    private final List<Message> messages;
    private final InstantSource clock;
    private final SportradarFaults out;
    private final Set<String> subscribed = new TreeSet<>();
    private int told;

    /** One file. */
    private record Message(String kind, String product, String urn, String number, String xml) {

        String key(String node) {
            boolean live = product.equals(SportradarFeed.LIVE);
            return (kind.equals("bet_settlement") ? "lo." : "hi.") + (live ? "-.live." : "pre.-.") + kind + ".1." + urn
                    + '.' + number + '.' + node;
        }

        /** With the request that it answers, in place of whatever it answered when it was recorded. */
        String answering(long request) {
            Matcher head = HEAD.matcher(xml);
            if (!head.find()) {
                return xml;
            }
            String attributes = head.group(2).replaceAll("\\s*\\brequest_id=\"[^\"]*\"", "");
            return xml.substring(0, head.start(2)) + "request_id=\"" + request + "\" " + attributes
                    + xml.substring(head.end(2));
        }
    }

    SportradarRecording(Path folder, InstantSource clock, SportradarFaults out) throws IOException {
        this.messages = read(folder);
        this.clock = clock;
        this.out = out;
    }

    private static List<Message> read(Path folder) throws IOException {
        List<Message> messages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (!Files.isRegularFile(file) || !file.toString().endsWith(".xml")) {
                    continue;
                }
                String xml = Files.readString(file, StandardCharsets.UTF_8);
                Matcher head = HEAD.matcher(xml);
                if (head.find()) {
                    Matcher product = PRODUCT.matcher(head.group(2));
                    Matcher event = EVENT.matcher(head.group(2));
                    if (product.find() && SERVED.contains(product.group(1)) && event.find()) {
                        messages.add(new Message(head.group(1), product.group(1), event.group(1), event.group(2), xml));
                    }
                }
            }
        }
        return List.copyOf(messages);
    }

    @Override
    public List<Match> shown() {
        return List.of();
    }

    @Override
    public synchronized void alive() {
        if (out.areProducersDown()) {
            subscribed.clear();
        }
        for (String producer : SERVED) {
            out.alive("<alive product=\"%s\" timestamp=\"%d\" subscribed=\"%d\"/>"
                    .formatted(producer, clock.instant().toEpochMilli(), subscribed.contains(producer) ? 1 : 0));
        }
    }

    @Override
    public synchronized void tell() {
        if (told < messages.size() && subscribed.contains(messages.get(told).product())) {
            Message next = messages.get(told++);
            out.publish(next.key("-"), next.xml());
        }
    }

    @Override
    public synchronized long sent(String kind) {
        return messages.subList(0, told).stream()
                .filter(message -> message.kind().equals(kind))
                .count();
    }

    @Override
    public synchronized void recover(String producer, @Nullable Instant after, long request, String node) {
        subscribed.add(producer);
        again(producer, "", request, node);
    }

    @Override
    public synchronized void recover(String producer, String urn, long request, String node) {
        again(producer, urn, request, node);
    }

    private void again(String producer, String urn, long request, String node) {
        for (Message message : messages.subList(0, told)) {
            if (message.product().equals(producer)
                    && (urn.isEmpty() || urn.equals(message.urn() + ':' + message.number()))) {
                out.publish(message.key(node), message.answering(request));
            }
        }
        out.system(
                "-.-.-.snapshot_complete.-.-.-." + node,
                "<snapshot_complete product=\"%s\" request_id=\"%d\" timestamp=\"%d\"/>"
                        .formatted(producer, request, clock.instant().toEpochMilli()));
    }
}
