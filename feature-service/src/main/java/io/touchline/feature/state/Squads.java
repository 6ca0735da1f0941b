package io.touchline.feature.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * News of the squads of one association. A pure function of the set of news, whatever the order in which they came. Of each kind and team the newest {@link #MOST} are kept, so at most 300 KB a team
 * with every kind full.
 */
public final class Squads {

    /** More of a kind than any team has: players' values, absences, moves of ten seasons. */
    static final int MOST = 600;

    private static final Set<String> KINDS =
            Set.of("VALUATION", "INJURY", "SUSPENSION", "TRANSFER_IN", "TRANSFER_OUT", "RATING");

    private static final Comparator<SquadWord> NEWEST_FIRST = Comparator.comparingLong(SquadWord::at)
            .reversed()
            .thenComparing(SquadWord::player)
            .thenComparing(SquadWord::source)
            .thenComparing(SquadWord::key)
            .thenComparingDouble(SquadWord::value)
            .thenComparingLong(SquadWord::until);

    private final Map<String, Map<String, TreeSet<SquadWord>>> byTeam = new HashMap<>();

    /**
     * Puts a piece of news to the others.
     *
     * @return what is kept no more because of it: itself where it is none that counts or older than all that is kept; null where it is known already
     */
    public List<SquadWord> put(SquadWord word) {
        if (!KINDS.contains(word.kind())) {
            return List.of(word);
        }
        TreeSet<SquadWord> ofKind = byTeam.computeIfAbsent(word.team(), unused -> new HashMap<>())
                .computeIfAbsent(word.kind(), unused -> new TreeSet<>(NEWEST_FIRST));
        ofKind.add(word);
        List<SquadWord> gone = new ArrayList<>();
        while (ofKind.size() > MOST) {
            gone.add(ofKind.removeLast());
        }
        return gone;
    }

    /** A team's squad as known before a moment, milliseconds since 1970. */
    public SquadView of(String team, long before) {
        Map<String, TreeSet<SquadWord>> words = byTeam.get(team);
        return words == null ? SquadView.UNKNOWN : SquadView.of(words, before);
    }
}
