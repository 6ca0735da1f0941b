package io.touchline.platform.sportradar;

import io.touchline.domain.fixture.Competitions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the vendor's numbers of sports and tournaments mean to us. */
final class Urns {

    private static final Map<String, String> SPORTS = Map.of(
            "1", "soccer",
            "2", "basketball",
            "3", "baseball",
            "4", "hockey",
            "16", "american_football");

    /** Version 3 says tournament, version 4 competition; the number is the same. */
    private static final Map<String, String> COMPETITIONS = Map.ofEntries(
            Map.entry("17", "eng.1"),
            Map.entry("18", "eng.2"),
            Map.entry("24", "eng.3"),
            Map.entry("25", "eng.4"),
            Map.entry("36", "sco.1"),
            Map.entry("35", "ger.1"),
            Map.entry("44", "ger.2"),
            Map.entry("23", "ita.1"),
            Map.entry("53", "ita.2"),
            Map.entry("8", "esp.1"),
            Map.entry("54", "esp.2"),
            Map.entry("34", "fra.1"),
            Map.entry("182", "fra.2"),
            Map.entry("37", "ned.1"),
            Map.entry("38", "bel.1"),
            Map.entry("238", "por.1"),
            Map.entry("52", "tur.1"),
            Map.entry("185", "gre.1"),
            Map.entry("155", "arg.1"),
            Map.entry("325", "bra.1"),
            Map.entry("39", "den.1"),
            Map.entry("40", "swe.1"),
            Map.entry("20", "nor.1"),
            Map.entry("41", "fin.1"),
            Map.entry("202", "pol.1"),
            Map.entry("215", "sui.1"),
            Map.entry("242", "usa.1"),
            Map.entry("7", "uefa.champions"),
            Map.entry("679", "uefa.europa"),
            Map.entry("16", "fifa.world"),
            Map.entry("132", "nba"),
            Map.entry("31", "nfl"),
            Map.entry("109", "mlb"),
            Map.entry("234", "nhl"),
            Map.entry("990001", "sim.1"));

    private Urns() {}

    /** Ours of {@code sr:sport:1}; the vendor's name in lower case where it is none of ours; null where neither is told. */
    static @Nullable String sport(@Nullable String urn, @Nullable String name) {
        String known = urn == null ? null : SPORTS.get(number(urn));
        return known != null || name == null
                ? known
                : name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Our code of {@code sr:tournament:17}; null where we do not know it. */
    static @Nullable String competition(@Nullable String urn) {
        return Optional.ofNullable(urn)
                .map(each -> COMPETITIONS.get(number(each)))
                .filter(code -> Competitions.find(code).isPresent())
                .orElse(null);
    }

    private static String number(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }
}
