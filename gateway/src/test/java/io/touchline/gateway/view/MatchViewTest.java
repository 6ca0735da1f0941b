package io.touchline.gateway.view;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static io.touchline.gateway.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.Samples;
import io.touchline.schema.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchViewTest {

    private static final int MOST = 500;

    private final MatchView view = new MatchView(Duration.ofDays(30), MOST, 10);

    private List<String> ids() {
        return view.all().map(MatchFile::id).toList();
    }

    @Test
    void twentyYearsOfHistory_leaveOneMonth() {
        Instant kickoff = Instant.parse("2005-08-01T14:00:00Z");
        int matches = 190_000;
        Duration step = Duration.ofDays(365 * 20).dividedBy(matches);
        for (int match = 0; match < matches; match++) {
            kickoff = kickoff.plus(step);
            view.accept(Samples.fixture(id("home" + match, "away"), kickoff, "SCHEDULED", kickoff));
            assertThat(view.size()).isLessThanOrEqualTo(MOST);
        }
        Instant last = kickoff;
        assertThat(view.all().map(MatchFile::kickoffAt))
                .hasSize(MOST)
                .allSatisfy(at -> assertThat(at).isAfter(last.minus(Duration.ofDays(30))))
                .isSorted();
    }

    @Test
    void whatIsLongPast_isForgotten_andNotTakenIn() {
        view.accept(
                Samples.fixture(id("a", "b"), KICKOFF.minus(Duration.ofDays(31)), "SCHEDULED", NOW.minusSeconds(1)));
        assertThat(ids()).isEmpty();
        view.accept(Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        Instant later = KICKOFF.plus(Duration.ofDays(31));
        view.accept(Samples.snapshot(id("c", "d"), later, later));
        assertThat(ids()).containsExactly(id("c", "d"));
        assertThat(view.find(MATCH)).isEmpty();
    }

    @Test
    void fewerQuotesThanTheLimit_andTheLatestOfEach() {
        for (int book = 0; book < 20; book++) {
            view.accept(Samples.odds(MATCH, KICKOFF, NOW, Samples.quote("book" + book, 2, 3, 4, NOW)));
        }
        view.accept(Samples.odds(MATCH, KICKOFF, NOW, Samples.quote("book3", 2.5, 3, 4, NOW.plusSeconds(1))));
        List<Quote> quotes = view.find(MATCH).orElseThrow().quotes();
        assertThat(quotes).hasSize(10);
        assertThat(quotes.stream().filter(quote -> quote.getBookmaker().equals("book3")))
                .singleElement()
                .satisfies(quote ->
                        assertThat(quote.getPrices().getFirst().getBackOdds()).isEqualTo(2.5));
    }

    @Test
    void movedKickoff_movesTheMatch() {
        view.accept(Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        view.accept(Samples.fixture(id("a", "b"), KICKOFF.plusSeconds(60), "SCHEDULED", NOW));
        view.accept(Samples.fixture(MATCH, KICKOFF.plusSeconds(120), "SCHEDULED", NOW.plusSeconds(1)));
        assertThat(ids()).containsExactly(id("a", "b"), MATCH);
        view.accept(Samples.snapshot(MATCH, KICKOFF, NOW));
        assertThat(view.find(MATCH).orElseThrow().kickoffAt()).isEqualTo(KICKOFF.plusSeconds(120));
    }

    @Test
    void guessedKickoff_givesWayToATold() {
        view.accept(Samples.state(MATCH, 5, 0, 0, null, NOW));
        assertThat(view.find(MATCH).orElseThrow().kickoffAt()).isEqualTo(NOW);
        view.accept(Samples.snapshot(MATCH, KICKOFF, NOW));
        assertThat(view.find(MATCH).orElseThrow().kickoffAt()).isEqualTo(KICKOFF);
        assertThat(view.all()).hasSize(1);
    }

    @Test
    void statusIsTheNewestToldOne() {
        view.accept(Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        MatchFile match = view.find(MATCH).orElseThrow();
        assertThat(match.status()).isEqualTo("SCHEDULED");
        view.accept(Samples.state(MATCH, 1, 0, 0, "KICKOFF", KICKOFF));
        assertThat(match.status()).isEqualTo("IN_PLAY");
        view.accept(Samples.fixture(MATCH, KICKOFF, "ABANDONED", KICKOFF.plusSeconds(900)));
        assertThat(match.status()).isEqualTo("ABANDONED");
        view.accept(Samples.result(MATCH, KICKOFF, 2, 1));
        assertThat(match.status()).isEqualTo("FINISHED");
        view.forgetResult(MATCH);
        assertThat(match.status()).isEqualTo("ABANDONED");
    }

    @Test
    void repeatedRecords_changeNothing() {
        for (int time = 0; time < 3; time++) {
            view.accept(Samples.state(MATCH, 12, 1, 0, "GOAL", NOW));
            view.accept(Samples.alert("a1", MATCH, "OPENED", 1, 0.1, NOW));
        }
        view.accept(Samples.alert("a1", MATCH, "CLOSED", 2, 0.1, NOW));
        view.accept(Samples.alert("a1", MATCH, "OPENED", 1, 0.1, NOW));
        MatchFile match = view.find(MATCH).orElseThrow();
        assertThat(match.events()).hasSize(1);
        assertThat(match.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getState()).isEqualTo("CLOSED"));
    }

    @Test
    void tombstones() {
        view.accept(Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW));
        view.accept(Samples.snapshot(MATCH, KICKOFF, NOW));
        view.accept(Samples.prediction(MATCH, KICKOFF, NOW));
        view.forgetSnapshot(MATCH);
        view.forgetPrediction(MATCH);
        MatchFile match = view.find(MATCH).orElseThrow();
        assertThat(match.snapshot()).isNull();
        assertThat(match.prediction()).isNull();
        view.forgetFixture(MATCH);
        assertThat(view.find(MATCH)).isEmpty();
        assertThat(ids()).isEmpty();
    }
}
