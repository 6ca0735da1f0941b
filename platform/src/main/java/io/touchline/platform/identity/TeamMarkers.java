package io.touchline.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name says beyond the club: that it is the women's, the reserves', an under-age or a simulated side, or a count of corners. Two names with different
 * marks are never the same team, however alike they are.
 *
 * @param marks {@code WOMEN}, {@code RESERVE}, {@code THIRD}, {@code U21}, {@code YOUTH}, {@code OTHER}; empty for a club's first men's side
 * @param rest the slug without the words that were read as marks; empty where nothing else stood there
 */
record TeamMarkers(Set<String> marks, String rest) {

    static final String WOMEN = "WOMEN";

    private static final Set<String> WOMENS = Set.of(
            "women",
            "womens",
            "woman",
            "wfc",
            "w",
            "ladies",
            "lfc",
            "girls",
            "femenino",
            "femenina",
            "femenil",
            "feminine",
            "feminines",
            "feminin",
            "femminile",
            "feminino",
            "feminina",
            "fem",
            "femeni",
            "frauen",
            "damen",
            "vrouwen",
            "dames",
            "kvinner",
            "kvinnor",
            "kvinder",
            "dam",
            "damer",
            "naiset",
            "kobiety",
            "kobiet",
            "zeny",
            "zene",
            "kadin",
            "wnt",
            "f");
    private static final Set<String> RESERVES = Set.of(
            "ii",
            "b",
            "2",
            "reserves",
            "reserve",
            "res",
            "rez",
            "reservas",
            "jong",
            "castilla",
            "amateure",
            "amateurs",
            "amat",
            "promesas",
            "mestalla",
            "filial",
            "nextgen");
    private static final Set<String> THIRDS = Set.of("iii", "c", "3");
    private static final Set<String> YOUTHS = Set.of(
            "youth",
            "yth",
            "academy",
            "primavera",
            "juvenil",
            "jeugd",
            "junioren",
            "juniorer",
            "espoirs",
            "jgd",
            "cadete");
    private static final Set<String> OTHERS = Set.of(
            "corners",
            "bookings",
            "cards",
            "esports",
            "srl",
            "cyber",
            "virtual",
            "legends",
            "veterans",
            "futsal",
            "beach",
            "shots",
            "offsides",
            "winner",
            "loser",
            "tbd",
            "tba");
    private static final Pattern AGE = Pattern.compile("(?:u|sub|under)([0-9]{2})s?");
    private static final Set<String> ONLY_LAST =
            Set.of("w", "b", "c", "f", "2", "3", "lfc", "dam", "fem", "res", "rez");
    private static final Set<String> BEFORE_AGE = Set.of("u", "sub", "under");

    TeamMarkers {
        marks = Set.copyOf(marks);
    }

    /** Reads a slug. */
    static TeamMarkers of(String slug) {
        List<String> words = new ArrayList<>(List.of(slug.split("-")));
        Set<String> marks = new TreeSet<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean last = i == words.size() - 1 || (i == words.size() - 2 && isMark(words.get(i + 1)));
            Matcher age = AGE.matcher(word);
            if (age.matches()) {
                marks.add("U" + age.group(1));
            } else if (BEFORE_AGE.contains(word)
                    && i + 1 < words.size()
                    && words.get(i + 1).matches("(?:1[4-9]|2[0-3])s?")) {
                marks.add("U" + words.get(i + 1).substring(0, 2));
                i++;
            } else if (i == 0 && words.size() > 1 && ONLY_LAST.contains(word)) {
                rest.add(word);
            } else if (ONLY_LAST.contains(word) && !last) {
                rest.add(word);
            } else if (!mark(word, marks)) {
                rest.add(word);
            }
        }
        return new TeamMarkers(marks, String.join("-", rest));
    }

    boolean isPlain() {
        return marks.isEmpty();
    }

    /** The same without the mark of women: in a women's competition nobody needs it. */
    TeamMarkers amongWomen() {
        Set<String> others = new TreeSet<>(marks);
        others.remove(WOMEN);
        return new TeamMarkers(others, rest);
    }

    private static boolean isMark(String word) {
        return AGE.matcher(word).matches()
                || WOMENS.contains(word)
                || RESERVES.contains(word)
                || THIRDS.contains(word)
                || YOUTHS.contains(word)
                || OTHERS.contains(word);
    }

    private static boolean mark(String word, Set<String> marks) {
        if (WOMENS.contains(word)) {
            marks.add(WOMEN);
        } else if (RESERVES.contains(word)) {
            marks.add("RESERVE");
        } else if (THIRDS.contains(word)) {
            marks.add("THIRD");
        } else if (YOUTHS.contains(word)) {
            marks.add("YOUTH");
        } else if (OTHERS.contains(word)) {
            marks.add("OTHER");
        } else {
            return false;
        }
        return true;
    }
}
