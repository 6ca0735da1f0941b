package io.touchline.feature.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SquadsTest {

    private static final long KICKOFF = Instant.parse("2024-03-02T15:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000L;

    private final Squads squads = new Squads();

    @Test
    void aSquadNobodyTellsOf_isUnknown() {
        assertThat(squads.of("a", KICKOFF)).isSameAs(SquadView.UNKNOWN);
        put("VALUATION", "one", 10, 20);
        SquadView view = squads.of("a", KICKOFF);
        assertThat(view.value()).isEqualTo(10);
        assertThat(view.injuries()).isNaN();
        assertThat(view.missingValue()).isNaN();
        assertThat(view.spent()).isNaN();
        assertThat(view.rating()).isNaN();
    }

    @Test
    void valuesOfPlayers_whoAreThere() {
        put("VALUATION", "one", 10, 200);
        put("VALUATION", "one", 12, 100);
        put("VALUATION", "two", 30, 100);
        put("VALUATION", "gone", 50, 100);
        put("TRANSFER_OUT", "gone", 44, 30);
        put("TRANSFER_IN", "old", 99, 300);
        put("INJURY", "two", Float.NaN, 5);
        squads.put(new SquadWord(
                "a", "INJURY", "one", "made", Float.NaN, KICKOFF - 9 * DAY, KICKOFF - DAY, KICKOFF - 9 * DAY));
        SquadView view = squads.of("a", KICKOFF);
        assertThat(view.value()).isEqualTo(42);
        assertThat(view.missingValue()).isEqualTo(30);
        assertThat(view.injuries()).as("one is back").isEqualTo(1);
        assertThat(view.suspensions()).isNaN();
        assertThat(view.arrivals()).as("longer ago than a window").isZero();
        assertThat(view.departures()).isEqualTo(1);
        assertThat(view.earned()).isEqualTo(44);
        assertThat(view.newestAt()).isEqualTo(KICKOFF - 5 * DAY);
    }

    @Test
    void newsOfKickoffOrLater_isNotSeen() {
        put("VALUATION", "one", 10, 20);
        put("VALUATION", "one", 99, 0);
        put("RATING", "", 1700, -1);
        assertThat(squads.of("a", KICKOFF).value()).isEqualTo(10);
        assertThat(squads.of("a", KICKOFF).rating()).isNaN();
        assertThat(squads.of("a", KICKOFF + 2 * DAY).rating()).isEqualTo(1700);
    }

    @Test
    void theOrderOfNews_doesNotShow_andTheyAreBounded() {
        List<SquadWord> words = new ArrayList<>();
        Random random = new Random(1);
        for (int at = 0; at < 2_000; at++) {
            words.add(new SquadWord(
                    "a",
                    "VALUATION",
                    "p" + random.nextInt(40),
                    "made",
                    random.nextInt(50),
                    Long.MIN_VALUE,
                    Long.MAX_VALUE,
                    KICKOFF - (at + 1) * DAY));
        }
        List<SquadWord> gone = new ArrayList<>();
        words.forEach(word -> gone.addAll(squads.put(word)));
        assertThat(gone).hasSize(2_000 - Squads.MOST);
        Collections.shuffle(words, random);
        Squads other = new Squads();
        words.forEach(other::put);
        assertThat(other.of("a", KICKOFF)).isEqualTo(squads.of("a", KICKOFF));
        assertThat(SquadWord.read(words.getFirst().write())).isEqualTo(words.getFirst());
    }

    private void put(String kind, String player, float value, int daysBefore) {
        squads.put(new SquadWord(
                "a", kind, player, "made", value, Long.MIN_VALUE, Long.MAX_VALUE, KICKOFF - daysBefore * DAY));
    }
}
