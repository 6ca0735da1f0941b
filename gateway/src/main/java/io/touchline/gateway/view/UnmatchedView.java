package io.touchline.gateway.view;

import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureLink;
import io.touchline.schema.Rejection;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vendors' fixtures that could not be told to be one of ours, less those that a person linked and those that were matched later. Bounded; safe for many threads.
 */
public final class UnmatchedView {

    private static final Set<String> REASONS =
            Set.of("UNKNOWN_FIXTURE", "UNKNOWN_TEAM", "UNKNOWN_COMPETITION", "AMBIGUOUS_FIXTURE");
    private static final int MOST = 5_000;
    private static final int MOST_MATCHED = 50_000;

    private final Map<String, Unmatched> unmatched = bounded(MOST);
    private final Map<String, Boolean> matched = bounded(MOST_MATCHED);
    private final Map<String, FixtureLink> links = new ConcurrentHashMap<>();

    /**
     * One of a vendor's fixtures.
     *
     * @param reason newest
     * @param detail newest, for people
     * @param candidates what it may be, best first
     * @param times how often it was told
     */
    public record Unmatched(
            String source,
            String vendorId,
            String reason,
            String detail,
            List<String> candidates,
            Instant firstAt,
            Instant lastAt,
            int times) {

        public String key() {
            return source + ':' + vendorId;
        }
    }

    /** One record of the topic; whatever is no fixture without a name is passed over. */
    public void accept(Rejection rejection) {
        String mark = '#' + rejection.getSource() + ':';
        int at = rejection.getLocation().lastIndexOf(mark);
        if (at < 0 || !REASONS.contains(rejection.getReason())) {
            return;
        }
        String vendorId = rejection.getLocation().substring(at + mark.length());
        Instant now = rejection.getReceivedAt();
        synchronized (this) {
            unmatched.merge(
                    rejection.getSource() + ':' + vendorId,
                    new Unmatched(
                            rejection.getSource(),
                            vendorId,
                            rejection.getReason(),
                            rejection.getDetail(),
                            List.copyOf(rejection.getCandidates()),
                            now,
                            now,
                            1),
                    (known, told) -> new Unmatched(
                            told.source(),
                            told.vendorId(),
                            told.reason(),
                            told.detail(),
                            told.candidates(),
                            known.firstAt(),
                            told.lastAt(),
                            known.times() + 1));
        }
    }

    /** A person's word. */
    public void accept(FixtureLink link) {
        links.put(link.getSource() + ':' + link.getVendorId(), link);
    }

    /** A fixture that vendors' ids were found for. */
    public synchronized void accept(Fixture fixture) {
        fixture.getVendorIds().forEach((vendor, id) -> matched.put(vendor + ':' + id, true));
    }

    void forgetLink(String key) {
        links.remove(key);
    }

    /** What a person said of a vendor's fixture. */
    public Optional<FixtureLink> link(String key) {
        return Optional.ofNullable(links.get(key));
    }

    /** The last to be told first. */
    public synchronized List<Unmatched> list() {
        return unmatched.values().stream()
                .filter(each -> !links.containsKey(each.key()) && !matched.containsKey(each.key()))
                .sorted(Comparator.comparing(Unmatched::lastAt).reversed().thenComparing(Unmatched::key))
                .toList();
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
