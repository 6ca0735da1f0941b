package io.touchline.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.LikelySides.Thresholds;
import io.touchline.platform.identity.NameTrial.Help;
import io.touchline.platform.identity.NameTrial.Score;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How well names are matched. The figures stand in {@code docs/decisions/0012-names-of-clubs.md}; {@code -Dtouchline.measure-names=true} prints them anew, with those of
 * other thresholds.
 */
class NamePairsTest {

    private static final TeamDirectory TABLE = TeamDirectory.shipped();
    private static final int ENOUGH = 300;

    @Test
    void namesOfPublicKnowledge_areTheirClubs() {
        List<NamePair> pairs = NamePair.shipped();
        NameTrial trial = new NameTrial(TABLE, pairs);

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(ENOUGH);
        right(trial.run(pairs, Help.TABLE, Thresholds.MEASURED), 0.95);
        right(trial.run(pairs, Help.FIXTURES, Thresholds.MEASURED), 0.75);
    }

    @Test
    void namesThatDayAndScoreJoin_areTheirClubs() throws IOException {
        List<NamePair> pairs = new JoinedPairs(TABLE).list();
        NameTrial trial = new NameTrial(TABLE, pairs);

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(ENOUGH);
        right(trial.run(pairs, Help.TABLE, Thresholds.MEASURED), 0.95);
        right(trial.run(pairs, Help.FIXTURES, Thresholds.MEASURED), 0.90);
    }

    private static void right(Score score, double recall) {
        assertThat(score.wrong()).as("%s", score.missed()).isZero();
        assertThat(score.recall()).as("%s", score.missed()).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void strangers_areNobodyElse_evenAgainstTheSameOpponentAtThatTime() {
        assertThat(taken(new NameTrial(TABLE, NamePair.shipped()), false, Duration.ZERO))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "touchline.measure-names", matches = "true")
    void measure_publicKnowledge() {
        measure(NamePair.shipped());
    }

    @Test
    @EnabledIfSystemProperty(named = "touchline.measure-names", matches = "true")
    void measure_joined() throws IOException {
        measure(new JoinedPairs(TABLE).list());
    }

    @Test
    @EnabledIfSystemProperty(named = "touchline.measure-names", matches = "true")
    void measure_strangersThatTheTableLacks() {
        NameTrial trial = new NameTrial(TABLE, NamePair.shipped());
        for (Duration later : List.of(Duration.ZERO, Duration.ofHours(48))) {
            List<String> taken = taken(trial, true, later);
            print("strangers, fixture " + later + " later: " + taken.size() + ' ' + taken);
        }
    }

    private static void measure(List<NamePair> pairs) {
        NameTrial trial = new NameTrial(TABLE, pairs);
        long different = pairs.stream()
                .filter(pair -> !TeamDirectory.fold(pair.name()).equals(TeamDirectory.fold(pair.spelling())))
                .count();
        print("pairs " + pairs.size() + ", spelled otherwise " + different);
        for (Help help : Help.values()) {
            print(help + ": " + trial.run(pairs, help, Thresholds.MEASURED).shown());
        }
        for (double alone : new double[] {0.5, 0.7, 0.8}) {
            Thresholds other = new Thresholds(alone, 0.45, 0.35, 0.45, 0.15);
            print("alone " + alone + ": "
                    + trial.run(pairs, Help.NAME_ALONE, other).shown());
        }
        for (double sameTime : new double[] {0.2, 0.5}) {
            Thresholds other = new Thresholds(0.9, sameTime, sameTime, 0.45, 0.15);
            print("same time " + sameTime + ": "
                    + trial.run(pairs, Help.FIXTURES, other).shown());
        }
    }

    private static List<String> taken(NameTrial trial, boolean ownClubRemoved, Duration later) {
        List<String> taken = new ArrayList<>();
        int asked = 0;
        for (List<String> row : TeamTable.rows("name-strangers.txt", 3)) {
            for (String club : row.get(2).split(";")) {
                asked++;
                if (trial.isTakenFor(
                        row.getFirst(),
                        row.get(1),
                        new TeamId(club.strip()),
                        ownClubRemoved,
                        later,
                        Thresholds.MEASURED)) {
                    taken.add(row.getFirst() + ' ' + row.get(1) + " for " + club.strip());
                }
            }
        }
        assertThat(asked).isGreaterThan(ENOUGH);
        return taken;
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "names: %s", line));
    }
}
