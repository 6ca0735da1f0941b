package io.touchline.platform.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike an unknown name and the clubs of one association are: the words that they share, weighed by how few clubs have them. Words that say
 * nothing ({@code FC}, {@code 1899}) are left out, shortened and misspelled words count for less than whole ones, and names with different
 * {@link TeamMarkers marks} are not alike at all.
 *
 * <p>The weight of a word is ln(1 + clubs / clubs with the word), after Spärck Jones, K. (1972). A statistical interpretation of term specificity and its
 * application in retrieval. Journal of Documentation 28, 11-21.
 */
final class ClubSimilarity {

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
    /** Those that vendors add and leave out as they like; the others may tell two clubs of one town apart. */
    private static final Set<String> AS_THEY_LIKE = Set.of(
            "fc", "afc", "cf", "fk", "club", "clube", "football", "futbol", "the", "de", "of", "calcio", "sad", "spa");

    /** What is left of a likeness where the words that say nothing contradict each other: {@code IFK Malmö} and {@code Malmö FF}. */
    private static final double OTHER_FORM = 0.85;

    /** What is left of it where the words stand in another order: {@code FC United of Manchester}. */
    private static final double OTHER_ORDER = 0.85;

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

    /** A club and how like it the name is. */
    record Alike(Team team, double similarity) {}

    private record Spelling(Team team, Set<String> marks, List<String> words, Set<String> form, Set<String> forms) {}

    private final List<Spelling> spellings = new ArrayList<>();
    private final Map<String, Integer> clubsWith = new HashMap<>();
    private final int clubs;

    ClubSimilarity(Iterable<Team> teams) {
        int counted = 0;
        for (Team team : teams) {
            counted++;
            Set<String> its = new HashSet<>();
            List<TeamMarkers> names = names(team);
            Set<String> forms = new HashSet<>();
            names.forEach(name -> forms.addAll(form(name.rest())));
            for (TeamMarkers name : names) {
                List<String> words = words(name.rest());
                if (!words.isEmpty()) {
                    spellings.add(new Spelling(team, name.marks(), words, form(name.rest()), forms));
                    its.addAll(words);
                }
            }
            its.forEach(word -> clubsWith.merge(word, 1, Integer::sum));
        }
        clubs = counted;
    }

    private static List<TeamMarkers> names(Team team) {
        List<String> names = new ArrayList<>(team.spellings());
        names.add(team.name());
        names.add(team.id().value());
        return names.stream()
                .map(name -> name.contains("@") ? name.substring(0, name.indexOf('@')) : name)
                .map(name -> TeamMarkers.of(TeamDirectory.fold(name)))
                .distinct()
                .toList();
    }

    /** All clubs that are at all like a name with these marks, most alike first. */
    List<Alike> to(TeamMarkers name) {
        List<String> wanted = words(name.rest());
        Set<String> form = form(name.rest());
        Map<String, Alike> best = new HashMap<>();
        for (Spelling spelling : spellings) {
            if (spelling.marks().equals(name.marks())) {
                double similarity = between(wanted, spelling.words()) * ofForm(form, spelling);
                if (similarity > 0) {
                    best.merge(
                            spelling.team().association() + spelling.team().id(),
                            new Alike(spelling.team(), similarity),
                            (one, other) -> one.similarity() >= other.similarity() ? one : other);
                }
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Alike::similarity)
                        .reversed()
                        .thenComparing(alike -> alike.team().id()))
                .toList();
    }

    private static double ofForm(Set<String> wanted, Spelling spelling) {
        boolean strange = wanted.stream()
                .anyMatch(word -> !AS_THEY_LIKE.contains(word)
                        && !word.chars().allMatch(Character::isDigit)
                        && !spelling.forms().contains(word));
        return strange || !wanted.containsAll(spelling.form()) ? OTHER_FORM : 1;
    }

    private double between(List<String> one, List<String> other) {
        if (one.equals(other)) {
            return 1;
        }
        double all = 0;
        for (String word : one) {
            all += weight(word);
        }
        List<String> left = new ArrayList<>(other);
        for (String word : other) {
            all += weight(word);
        }
        double shared = 0;
        List<String> found = new ArrayList<>();
        for (String word : one) {
            int at = -1;
            double closest = 0;
            for (int i = 0; i < left.size(); i++) {
                double closeness = closeness(word, left.get(i));
                if (closeness > closest) {
                    closest = closeness;
                    at = i;
                }
            }
            if (at >= 0) {
                shared += closest * (weight(word) + weight(left.get(at)));
                found.add(left.remove(at));
            }
        }
        List<String> inOrder = new ArrayList<>(other);
        inOrder.retainAll(found);
        return all == 0 ? 0 : shared / all * (inOrder.equals(found) ? 1 : OTHER_ORDER);
    }

    private double weight(String word) {
        return Math.log(1 + (double) clubs / clubsWith.getOrDefault(word, 1));
    }

    /** 1 for the same word, less for a beginning of it or a misspelling, 0 for another. */
    private static double closeness(String one, String other) {
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

    private static List<String> words(String slug) {
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

    /** The words that say nothing. */
    private static Set<String> form(String slug) {
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
    private static String plain(String word) {
        return word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }
}
