package io.touchline.gateway.view;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static io.touchline.gateway.Samples.alert;
import static io.touchline.gateway.Samples.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.Samples;
import io.touchline.platform.topic.Received;
import io.touchline.schema.AlertOutcome;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallViewsTest {

    @Test
    void cursor_readsWhatItWrote() {
        AlertCursor cursor = AlertCursor.START.with(3, 4).with(0, 17).with(3, 2);
        assertThat(cursor).hasToString("0.17_3.4");
        assertThat(AlertCursor.parse("0.17_3.4")).contains(cursor);
        assertThat(cursor.covers(0, 17)).isTrue();
        assertThat(cursor.covers(0, 18)).isFalse();
        assertThat(cursor.covers(1, 0)).isFalse();
        for (String foreign : new String[] {"", "0", "0.", "a.b", "0.1_", "0.1_2", "1.99999999999999999999"}) {
            assertThat(AlertCursor.parse(foreign)).as(foreign).isEmpty();
        }
    }

    @Test
    void alerts_resumeAcrossPartitions() {
        AlertView view = new AlertView(10);
        view.accept(0, 0, alert("a", MATCH, "OPENED", 1, 0.1, NOW));
        view.accept(1, 0, alert("b", MATCH, "OPENED", 1, 0.1, NOW));
        view.accept(0, 1, alert("c", MATCH, "OPENED", 1, 0.1, NOW));
        AlertView.Batch batch = view.after(new AlertCursor(Map.of(0, 0L)));
        assertThat(batch.missed()).isFalse();
        assertThat(batch.entries())
                .extracting(entry -> entry.alert().getAlertId())
                .containsExactly("b", "c");
        assertThat(view.end()).hasToString("0.1_1.0");
        assertThat(view.after(view.end()).entries()).isEmpty();
    }

    @Test
    void alerts_boundedAndHonestAboutIt() {
        AlertView view = new AlertView(3);
        for (int number = 0; number < 7; number++) {
            view.accept(0, number, alert("a" + number, MATCH, "OPENED", 1, 0.1, NOW.plusSeconds(number)));
        }
        assertThat(view.latest()).extracting(ValueAlert::getAlertId).containsExactly("a6", "a5", "a4");
        assertThat(view.after(4, 10).missed()).isFalse();
        assertThat(view.after(4, 10).entries())
                .extracting(AlertView.Entry::offset)
                .containsExactly(4L, 5L, 6L);
        assertThat(view.after(3, 10).missed()).isTrue();
        assertThat(view.after(5, 1).entries())
                .extracting(AlertView.Entry::number)
                .containsExactly(6L);
        assertThat(view.after(new AlertCursor(Map.of(0, 3L))).missed()).isFalse();
        assertThat(view.after(new AlertCursor(Map.of(0, 2L))).missed()).isTrue();
        assertThat(view.find("a0")).isEmpty();
    }

    @Test
    void meetings_keepTheLastTwenty_correctOneOfThem_andTakeBackAnother() {
        MeetingView view = new MeetingView();
        for (int year = 0; year < 30; year++) {
            view.accept(result(MATCH, KICKOFF.minus(Duration.ofDays(365L * (30 - year))), year % 4, 1));
        }
        assertThat(view.before(KICKOFF, "eng.1", "wolves", "arsenal")).hasSize(20);
        MatchResult last = result(MATCH, KICKOFF.minus(Duration.ofDays(365)), 7, 0);
        view.accept(last);
        MeetingView.Meeting newest =
                view.before(KICKOFF, "eng.1", "arsenal", "wolves").getFirst();
        assertThat(newest).isEqualTo(new MeetingView.Meeting(LocalDate.parse("2025-08-15"), "arsenal", "wolves", 7, 0));
        last.setStatus("ABANDONED");
        view.accept(last);
        assertThat(view.before(KICKOFF, "eng.1", "arsenal", "wolves"))
                .hasSize(19)
                .doesNotContain(newest);
        // cups and lower leagues of one country know the same teams, other countries do not
        assertThat(view.before(KICKOFF, "eng.2", "arsenal", "wolves")).hasSize(19);
        assertThat(view.before(KICKOFF, "esp.1", "arsenal", "wolves")).isEmpty();
        assertThat(view.before(KICKOFF.minus(Duration.ofDays(365 * 25)), "eng.1", "arsenal", "wolves"))
                .isEmpty();
    }

    @Test
    void views_countWhatCame_andHeedTombstones() {
        Views views = new Views(new MatchView(Duration.ofDays(30), 10, 10), new AlertView(10), new OutcomeView(2));
        for (int number = 0; number < 3; number++) {
            AlertOutcome outcome = Samples.outcome("o" + number, "eng.1", "MATCH_RESULT", "WON", 1, null);
            views.accept(new Received<>(Topics.ALERT_OUTCOMES, MATCH + "|o" + number, outcome, NOW, 0, number));
        }
        assertThat(views.outcomes().all()).extracting(AlertOutcome::getAlertId).containsExactly("o1", "o2");
        views.accept(new Received<>(Topics.ALERT_OUTCOMES, MATCH + "|o2", null, NOW.plusSeconds(1), 0, 3));
        assertThat(views.outcomes().size()).isEqualTo(1);
        assertThat(views.seen(Topics.ALERT_OUTCOMES)).contains(new Views.Seen(4, NOW.plusSeconds(1)));
        assertThat(views.seen(Topics.FIXTURES)).isEmpty();
    }
}
