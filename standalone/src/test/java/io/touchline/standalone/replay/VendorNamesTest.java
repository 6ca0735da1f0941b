package io.touchline.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.identity.FixtureLinks;
import io.touchline.platform.identity.FixtureMatcher;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Resolution.Unmatched;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.recording.Recordings;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorEvent.OfFixture;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Topics;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every fixture of every recorded payload: it has one name of ours, whatever the order and a moved kickoff, or there is a reason why it has none. */
class VendorNamesTest {

    private static final Duration MOVED = Duration.ofMinutes(30);

    /** A final whose sides are not known yet. */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i).*\\b(winner|loser|tbd|team ?[ab])\\b.*");

    private static final Set<String> OUR_SPORTS =
            Set.of("soccer", "basketball", "american_football", "baseball", "hockey");

    /** Competitions of our sports that are not ours. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "(?i).*(the hundred|milb|mexican league|u19 friendly|mapinduzi"
                    + "|liga (alef|bet)|professional baseball|kbo league|club friendly games|youth league|reserve league|v-league|s\\.league|b\\.league"
                    + "|u21|u19 1st division|u17 european|dagestan|kategoria e pare|israel cup|azadegan|nmhl|pba, governors|naascu|eastern european womens).*");

    /** Names that leagues of many countries bear: nobody is to guess whose it is where no country is told. */
    private static final Set<String> OF_ANY_COUNTRY =
            Set.of("premier league", "first division", "1st division", "cup, women");

    private static final TeamDirectory TEAMS = TeamDirectory.shipped();

    @Test
    void everyFixture_hasOneName_orAReason() throws Exception {
        Topics.list();
        List<String> unexplained = new ArrayList<>();
        int named = 0;
        for (Vendor vendor : VendorReplay.vendors().values()) {
            List<FixtureRef> refs = fixtures(vendor);
            Map<String, String> ids = ids(refs);
            named += ids.size();
            for (FixtureRef ref : refs) {
                Resolution found = matcher().resolve(ref);
                if (found instanceof Unmatched none && !ids.containsKey(ref.key()) && !isExplained(ref, none)) {
                    unexplained.add(ref.shown() + ": " + none);
                }
            }
            assertThat(mixedUp(refs, ids))
                    .as(vendor.descriptor().name() + ": one name for different sides")
                    .isEmpty();
            assertThat(ids(shuffled(refs))).as("order").isEqualTo(ids);
            assertThat(ids(refs.stream().map(VendorNamesTest::moved).toList()))
                    .as("moved")
                    .isEqualTo(ids);
        }
        assertThat(unexplained).isEmpty();
        assertThat(named).isGreaterThan(900);
    }

    /** A vendor may give a match a second id when it is played another day; then the sides have the same names. */
    private static List<String> mixedUp(List<FixtureRef> refs, Map<String, String> ids) {
        Map<String, String> sides = new TreeMap<>();
        List<String> mixedUp = new ArrayList<>();
        for (FixtureRef ref : refs) {
            String id = ids.get(ref.key());
            if (id != null && ref.home() != null && ref.away() != null) {
                String its = ref.home().name() + " - " + ref.away().name();
                String before = sides.putIfAbsent(id, its);
                if (before != null && !before.equals(its)) {
                    mixedUp.add(id + ": " + before + ", " + its);
                }
            }
        }
        return mixedUp;
    }

    private static boolean isExplained(FixtureRef ref, Unmatched none) {
        if (ref.home() == null || ref.away() == null || ref.kickoffAt() == null) {
            // nothing but an id, or no time: another payload of the vendor or another source names it
            return List.of(RejectReason.UNKNOWN_FIXTURE, RejectReason.MISSING_FIELD)
                    .contains(none.reason());
        }
        if (none.reason() == RejectReason.UNKNOWN_COMPETITION) {
            // a market definition tells no competition: the fixture must be known from another source
            String competition = String.valueOf(ref.competitionName());
            return List.of("betfair", "opta").contains(ref.source())
                    || !OUR_SPORTS.contains(ref.sport())
                    || NOT_OURS.matcher(competition).matches()
                    || (ref.country() == null && OF_ANY_COUNTRY.contains(competition.toLowerCase(Locale.ROOT)));
        }
        return none.reason() == RejectReason.UNKNOWN_TEAM
                && PLACEHOLDER.matcher(ref.home().name()).matches();
    }

    private static Map<String, String> ids(List<FixtureRef> refs) {
        FixtureMatcher matcher = matcher();
        Map<String, String> ids = new TreeMap<>();
        for (FixtureRef ref : refs) {
            if (matcher.resolve(ref) instanceof Matched matched) {
                ids.put(ref.key(), matched.id().value());
            }
        }
        return ids;
    }

    private static FixtureMatcher matcher() {
        return new FixtureMatcher(TEAMS, new FixtureBook(), new FixtureLinks());
    }

    private static List<FixtureRef> shuffled(List<FixtureRef> refs) {
        List<FixtureRef> shuffled = new ArrayList<>(refs);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }

    private static FixtureRef moved(FixtureRef ref) {
        return new FixtureRef(
                ref.source(),
                ref.vendorId(),
                ref.sport(),
                ref.competition(),
                ref.competitionName(),
                ref.country(),
                ref.seasonYear(),
                ref.home(),
                ref.away(),
                ref.kickoffAt() == null ? null : ref.kickoffAt().plus(MOVED),
                ref.kickoffKnown(),
                ref.gameNumber());
    }

    /** Those of a vendor's folder of recorded payloads, each once; none where there is no folder. */
    private static List<FixtureRef> fixtures(Vendor vendor) throws Exception {
        Path folder = folder(vendor.descriptor().name());
        if (folder == null) {
            return List.of();
        }
        Map<String, FixtureRef> refs = new LinkedHashMap<>();
        Adapter adapter = vendor.adapter();
        CollectedEvents sink = new CollectedEvents();
        for (Path file : Recordings.files(vendor, List.of(folder))) {
            new Recordings(vendor, payload -> {
                        try {
                            adapter.read(payload, sink);
                        } catch (PayloadChanged e) {
                            // rejected whole
                        }
                        for (OfFixture event : sink.events(OfFixture.class)) {
                            refs.merge(
                                    event.fixture().key(),
                                    event.fixture(),
                                    (known, told) -> known.home() == null ? told : known);
                        }
                        sink.clear();
                    })
                    .read(file);
        }
        return List.copyOf(refs.values());
    }

    /** The folder's name is the vendor's, a few with an ending of their own. */
    private static @Nullable Path folder(String vendor) throws Exception {
        String plain = vendor.replaceAll("[^a-z]", "");
        try (Stream<Path> folders = Files.list(SharedData.path("feeds"))) {
            return folders.filter(folder -> {
                        String name = folder.getFileName().toString().replaceAll("[^a-z]", "");
                        return name.equals(plain) || name.equals(plain + "statsapi");
                    })
                    .findFirst()
                    .orElse(null);
        }
    }
}
