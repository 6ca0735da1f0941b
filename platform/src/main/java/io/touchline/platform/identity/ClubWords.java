package io.touchline.platform.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a club's name: which of them say nothing, which are short for another, and how close two of them are. */
final class ClubWords {

    private static final Set<String> SAYING_NOTHING = Set.of(
            "fc",
            "afc",
            "cf",
            "sc",
            "ac",
            "as",
            "ss",
            "us",
            "ssc",
            "sv",
            "vfb",
            "vfl",
            "vfr",
            "tsg",
            "fsv",
            "tsv",
            "spvgg",
            "bk",
            "if",
            "ff",
            "fk",
            "nk",
            "hnk",
            "gnk",
            "kv",
            "krc",
            "rsc",
            "kaa",
            "kvc",
            "sk",
            "ks",
            "cd",
            "ud",
            "sd",
            "rcd",
            "rc",
            "ca",
            "cs",
            "ec",
            "se",
            "club",
            "clube",
            "de",
            "the",
            "of",
            "and",
            "calcio",
            "football",
            "futbol",
            "fussball",
            "fotball",
            "ogc",
            "osc",
            "sco",
            "hsc",
            "sad",
            "spa",
            "ssd",
            "kks",
            "mks",
            "gks",
            "ifk",
            "aif",
            "esporte",
            "sociedade",
            "sociedad-anonima",
            "fotbollsforening",
            "jk",
            "pfc",
            "pfk",
            "mfk",
            "msk",
            "bsc",
            "ev");
    private static final Set<String> AS_THEY_LIKE = Set.of(
            "fc", "afc", "cf", "fk", "club", "clube", "football", "futbol", "the", "de", "of", "calcio", "sad", "spa");

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("utd", "united"),
            Map.entry("st", "saint"),
            Map.entry("sankt", "saint"),
            Map.entry("sint", "saint"),
            Map.entry("wed", "wednesday"),
            Map.entry("weds", "wednesday"),
            Map.entry("atl", "atletico"),
            Map.entry("atletico", "atletico"),
            Map.entry("dep", "deportivo"),
            Map.entry("sp", "sporting"),
            Map.entry("rvs", "rovers"),
            Map.entry("rov", "rovers"),
            Map.entry("cty", "city"),
            Map.entry("univ", "universitatea"),
            Map.entry("moskva", "moscow"),
            Map.entry("praha", "prague"),
            Map.entry("dinamo", "dynamo"),
            Map.entry("din", "dynamo"));

    private ClubWords() {}

    /** Those that say something, whole; all where none does. */
    static List<String> of(String slug) {
        List<String> words = new ArrayList<>();
        List<String> all = List.of(slug.split("-"));
        for (String word : all) {
            if (!word.isEmpty()
                    && !SAYING_NOTHING.contains(word)
                    && !word.chars().allMatch(Character::isDigit)) {
                words.add(plain(WHOLE.getOrDefault(word, word)));
            }
        }
        if (words.isEmpty()) {
            all.stream().filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return words;
    }

    /** Whether vendors add and leave it out as they like; the other words that say nothing may tell two clubs of one town apart. */
    static boolean isAsTheyLike(String word) {
        return AS_THEY_LIKE.contains(word) || word.chars().allMatch(Character::isDigit);
    }

    /** The words that say nothing. */
    static Set<String> form(String slug) {
        Set<String> form = new HashSet<>();
        for (String word : slug.split("-")) {
            if (SAYING_NOTHING.contains(word)
                    || (!word.isEmpty() && word.chars().allMatch(Character::isDigit))) {
                form.add(word);
            }
        }
        return form;
    }

    /** Umlauts written out and not written out are the same. */
    static String plain(String word) {
        return word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** 1 for the same word, less for a beginning of it or a misspelling, 0 for another. */
    static double closeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        if (shorter >= 3 && (one.startsWith(other) || other.startsWith(one))) {
            return shorter >= 5 ? 0.9 : 0.75;
        }
        if (longer < 5) {
            return 0;
        }
        double alike = 1 - (double) edits(one, other) / longer;
        return alike >= 0.75 ? alike : 0;
    }

    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
