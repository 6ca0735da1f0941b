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

    /** Short words and names of towns that English and other vendors write differently. */
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("athina", "athens"),
            Map.entry("athletico", "atletico"),
            Map.entry("atl", "atletico"),
            Map.entry("atlethico", "atletico"),
            Map.entry("beograd", "belgrade"),
            Map.entry("brugge", "bruges"),
            Map.entry("bucuresti", "bucharest"),
            Map.entry("cty", "city"),
            Map.entry("dep", "deportivo"),
            Map.entry("din", "dynamo"),
            Map.entry("dinamo", "dynamo"),
            Map.entry("geneve", "geneva"),
            Map.entry("genf", "geneva"),
            Map.entry("internazionale", "inter"),
            Map.entry("jr", "juniors"),
            Map.entry("jrs", "juniors"),
            Map.entry("kiev", "kyiv"),
            Map.entry("kobenhavn", "copenhagen"),
            Map.entry("koln", "cologne"),
            Map.entry("lisboa", "lisbon"),
            Map.entry("lokomotive", "lokomotiv"),
            Map.entry("moskau", "moscow"),
            Map.entry("moskva", "moscow"),
            Map.entry("munchen", "munich"),
            Map.entry("nurnberg", "nuremberg"),
            Map.entry("olympiakos", "olympiacos"),
            Map.entry("prag", "prague"),
            Map.entry("praha", "prague"),
            Map.entry("rov", "rovers"),
            Map.entry("rvs", "rovers"),
            Map.entry("sankt", "saint"),
            Map.entry("sevilla", "seville"),
            Map.entry("sint", "saint"),
            Map.entry("sp", "sporting"),
            Map.entry("st", "saint"),
            Map.entry("univ", "universitatea"),
            Map.entry("utd", "united"),
            Map.entry("warszawa", "warsaw"),
            Map.entry("wed", "wednesday"),
            Map.entry("weds", "wednesday"),
            Map.entry("wien", "vienna"));

    private ClubWords() {}

    /** Those that say something, whole; all where none does. */
    static List<String> of(String slug) {
        List<String> words = new ArrayList<>();
        List<String> all = List.of(slug.split("-"));
        for (String word : all) {
            if (!word.isEmpty()
                    && !SAYING_NOTHING.contains(word)
                    && !word.chars().allMatch(Character::isDigit)) {
                String plain = plain(word);
                words.add(WHOLE.getOrDefault(plain, plain));
            }
        }
        if (words.isEmpty()) {
            all.stream().filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return words;
    }

    /** Whether vendors add and leave it out as they like; the other words that say nothing may tell two clubs of one town apart. */
    static boolean isAsTheyLike(String word) {
        return AS_THEY_LIKE.contains(word);
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

    /** 1 for the same word, less for a beginning of it, a shortened or a misspelled one, 0 for another. */
    static double closeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        if (shorter >= 3 && (one.startsWith(other) || other.startsWith(one))) {
            return shorter >= 5 ? 0.85 : 0.75;
        }
        if (longer < 5) {
            return 0;
        }
        double alike = longer - shorter > longer * 0.25 ? 0 : 1 - (double) edits(one, other) / longer;
        if (alike >= 0.75) {
            return alike;
        }
        boolean shortened = one.length() < other.length() ? isShort(one, other) : isShort(other, one);
        return shortened ? 0.7 : 0;
    }

    /** Whether the letters of one stand in that order in the other, the first letter first: {@code nottm} and {@code nottingham}. */
    private static boolean isShort(String one, String other) {
        if (one.length() < 4 || one.charAt(0) != other.charAt(0) || one.length() * 3 < other.length()) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < other.length() && at < one.length(); i++) {
            if (other.charAt(i) == one.charAt(at)) {
                at++;
            }
        }
        return at == one.length();
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
