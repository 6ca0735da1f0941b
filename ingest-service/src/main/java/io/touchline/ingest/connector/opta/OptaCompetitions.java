package io.touchline.ingest.connector.opta;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opta's competitions that we know for sure: by the numbers of the classic feeds, and by country and name of the newer ones (men's alone). */
final class OptaCompetitions {

    private static final Map<String, String> BY_NUMBER = Map.of(
            "8", "eng.1",
            "10", "eng.2",
            "11", "eng.3",
            "12", "eng.4",
            "21", "ita.1",
            "22", "ger.1",
            "23", "esp.1",
            "24", "fra.1");

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("england/premier league", "eng.1"),
            Map.entry("england/championship", "eng.2"),
            Map.entry("england/league one", "eng.3"),
            Map.entry("england/league two", "eng.4"),
            Map.entry("scotland/premiership", "sco.1"),
            Map.entry("spain/primera division", "esp.1"),
            Map.entry("spain/la liga", "esp.1"),
            Map.entry("spain/segunda division", "esp.2"),
            Map.entry("germany/bundesliga", "ger.1"),
            Map.entry("germany/2. bundesliga", "ger.2"),
            Map.entry("italy/serie a", "ita.1"),
            Map.entry("italy/serie b", "ita.2"),
            Map.entry("france/ligue 1", "fra.1"),
            Map.entry("france/ligue 2", "fra.2"),
            Map.entry("netherlands/eredivisie", "ned.1"),
            Map.entry("portugal/primeira liga", "por.1"),
            Map.entry("belgium/first division a", "bel.1"),
            Map.entry("turkey/super lig", "tur.1"),
            Map.entry("usa/mls", "usa.1"));

    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("spain", "ES"),
            Map.entry("germany", "DE"),
            Map.entry("italy", "IT"),
            Map.entry("france", "FR"),
            Map.entry("netherlands", "NL"),
            Map.entry("portugal", "PT"),
            Map.entry("belgium", "BE"),
            Map.entry("turkey", "TR"),
            Map.entry("brazil", "BR"),
            Map.entry("denmark", "DK"),
            Map.entry("usa", "US"));

    private OptaCompetitions() {}

    static @Nullable String byNumber(@Nullable String number) {
        return number == null ? null : BY_NUMBER.get(OptaMemory.id(number));
    }

    static @Nullable String byName(@Nullable String country, @Nullable String name, @Nullable String ruleset) {
        if (country == null || name == null || (ruleset != null && !ruleset.equalsIgnoreCase("men"))) {
            return null;
        }
        return BY_NAME.get(plain(country) + '/' + plain(name));
    }

    /** ISO 3166 code of two letters, or null. */
    static @Nullable String country(@Nullable String name) {
        return name == null ? null : COUNTRIES.get(plain(name));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
