package io.touchline.platform.identity;

import io.touchline.domain.fixture.TeamId;
import java.util.ArrayList;
import java.util.List;

/**
 * A name and the club that it truly means.
 *
 * @param competition where
 * @param club its id
 * @param spelling as football-data.co.uk spells the club, or the main name where it has no file
 * @param name as another vendor spells it
 * @param origin where the pair is from
 */
record NamePair(String competition, TeamId club, String spelling, String name, String origin) {

    /** Those of the shipped file. */
    static List<NamePair> shipped() {
        List<NamePair> pairs = new ArrayList<>();
        for (List<String> row : TeamTable.rows("name-pairs.txt", 3)) {
            int equals = row.get(1).indexOf('=');
            String spelling = row.get(1).substring(equals + 1);
            TeamId club = equals < 0
                    ? TeamId.fromName(spelling)
                    : new TeamId(row.get(1).substring(0, equals));
            for (String name : row.get(2).split(";")) {
                pairs.add(new NamePair(row.getFirst(), club, spelling, name.strip(), "public knowledge"));
            }
        }
        return pairs;
    }
}
