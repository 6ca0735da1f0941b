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

    /** What is left of a likeness where the words that say nothing contradict each other: {@code IFK Malmö} and {@code Malmö FF}. */
    private static final double OTHER_FORM = 0.85;

    /** What is left of it where the words stand in another order: {@code FC United of Manchester}. */
    private static final double OTHER_ORDER = 0.85;

    /** What is left of it where either side has a word that the other lacks: {@code Manchester City} and {@code Manchester United}. */
    private static final double CONTRADICTION = 0.5;

    /** The weight of a word that no club has, against one that a single club has. */
    private static final double UNHEARD = 0.5;

    /** How alike a name and its first letters are: {@code QPR}. */
    private static final double INITIALS = 0.7;

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
            names.forEach(name -> forms.addAll(ClubWords.form(name.rest())));
            for (TeamMarkers name : names) {
                List<String> words = ClubWords.of(name.rest());
                if (!words.isEmpty()) {
                    spellings.add(new Spelling(team, name.marks(), words, ClubWords.form(name.rest()), forms));
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
        List<String> wanted = ClubWords.of(name.rest());
        Set<String> form = ClubWords.form(name.rest());
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
                .anyMatch(word ->
                        !ClubWords.isAsTheyLike(word) && !spelling.forms().contains(word));
        return strange || !wanted.containsAll(spelling.form()) ? OTHER_FORM : 1;
    }

    private double between(List<String> one, List<String> other) {
        if (one.equals(other)) {
            return 1;
        }
        if (isInitials(one, other) || isInitials(other, one)) {
            return INITIALS;
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
                double closeness = ClubWords.closeness(word, left.get(i));
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
        double order = inOrder.equals(found) ? 1 : OTHER_ORDER;
        boolean contradict = !left.isEmpty() && found.size() < one.size();
        return all == 0 ? 0 : shared / all * order * (contradict ? CONTRADICTION : 1);
    }

    private static boolean isInitials(List<String> one, List<String> other) {
        if (one.size() != 1 || other.size() < 2 || one.getFirst().length() != other.size()) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        other.forEach(word -> initials.append(word.charAt(0)));
        return initials.toString().contentEquals(one.getFirst());
    }

    /** A word that no club has is a town, a sponsor or an ornament as often as it is another club's. */
    private double weight(String word) {
        Integer with = clubsWith.get(word);
        return with == null ? Math.log(1 + clubs) * UNHEARD : Math.log(1 + (double) clubs / with);
    }
}
