package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Club;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the vendors call the clubs, each a little differently, as real ones do. */
public final class ClubNames {

    private ClubNames() {}

    /** Betfair's: short, with the usual abbreviations. */
    static String betfair(Club club) {
        return club.name()
                .replace(" United", " Utd")
                .replace(" Athletic", " Ath")
                .replace(" Wanderers", " Wand")
                .replace(" Rovers", " Rov");
    }

    /** Pinnacle's: long. */
    static String pinnacle(Club club) {
        return club.name().endsWith(" City") || club.name().endsWith(" United") ? club.name() : club.name() + " F.C.";
    }

    /** Every spelling of the club but its own name, for the table of aliases. */
    public static List<String> spellings(Club club) {
        Set<String> all =
                new LinkedHashSet<>(List.of(club.oddsName(), betfair(club), pinnacle(club), club.shortName()));
        all.remove(club.name());
        return List.copyOf(all);
    }
}
