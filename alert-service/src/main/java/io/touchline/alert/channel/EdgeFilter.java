package io.touchline.alert.channel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client wants to hear. An empty set means all.
 *
 * @param channels subscribed to
 * @param competitions codes
 * @param markets names; events of no single market pass
 * @param bookmakers slugs; events of no single bookmaker pass
 * @param minimumEdge of alerts: one passes from the event on in which it first had so much, to its end
 */
record EdgeFilter(
        Set<Channel> channels,
        Set<String> competitions,
        Set<String> markets,
        Set<String> bookmakers,
        double minimumEdge) {

    EdgeFilter {
        channels = Set.copyOf(channels);
        competitions = Set.copyOf(competitions);
        markets = Set.copyOf(markets);
        bookmakers = Set.copyOf(bookmakers);
    }

    boolean passes(EdgeEvent event) {
        EdgeEvent.Facts facts = event.facts();
        return channels.contains(event.channel())
                && (competitions.isEmpty() || competitions.contains(facts.competition()))
                && isAmong(markets, facts.market())
                && isAmong(bookmakers, facts.bookmaker())
                && facts.edge() >= minimumEdge;
    }

    private static boolean isAmong(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || value == null || wanted.contains(value);
    }
}
