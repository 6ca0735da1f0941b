package io.touchline.ingest.connector.footballdataorg;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Their codes of competitions and ours. */
final class FootballDataOrgCompetitions {

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("PL", "eng.1"),
            Map.entry("ELC", "eng.2"),
            Map.entry("EL1", "eng.3"),
            Map.entry("EL2", "eng.4"),
            Map.entry("BL1", "ger.1"),
            Map.entry("BL2", "ger.2"),
            Map.entry("SA", "ita.1"),
            Map.entry("SB", "ita.2"),
            Map.entry("PD", "esp.1"),
            Map.entry("SD", "esp.2"),
            Map.entry("FL1", "fra.1"),
            Map.entry("FL2", "fra.2"),
            Map.entry("DED", "ned.1"),
            Map.entry("PPL", "por.1"),
            Map.entry("BSA", "bra.1"),
            Map.entry("CL", "uefa.champions"),
            Map.entry("EL", "uefa.europa"),
            Map.entry("WC", "fifa.world"),
            Map.entry("EC", "uefa.euro"),
            Map.entry("CLI", "conmebol.libertadores"));

    private static final Map<String, String> THEIRS = new HashMap<>();

    static {
        OURS.forEach((theirs, ours) -> THEIRS.put(ours, theirs));
    }

    private FootballDataOrgCompetitions() {}

    /** Our code; null where it is none of our competitions. */
    static @Nullable String ours(@Nullable String theirs) {
        if (theirs == null) {
            return null;
        }
        String code = OURS.getOrDefault(theirs, theirs.toLowerCase(Locale.ROOT));
        return Competitions.find(code).map(Competition::code).orElse(null);
    }

    /** Their code; the same text where the table does not have it. */
    static String theirs(String ours) {
        return THEIRS.getOrDefault(ours, ours);
    }
}
