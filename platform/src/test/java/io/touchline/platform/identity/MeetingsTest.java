package io.touchline.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    private static final Competition SCOTLAND = Competitions.get("sco.1");
    private static final Season SEASON = new Season(2022, false);
    private static final TeamId CELTIC = new TeamId("celtic");
    private static final TeamId RANGERS = new TeamId("rangers");

    private final Meetings meetings = new Meetings();

    @Test
    void meetings_areNumberedByDay_whateverTheOrderOfTheFile() {
        LocalDate september = LocalDate.of(2022, 9, 3);
        LocalDate april = LocalDate.of(2023, 4, 8);

        assertThat(announce(april, "SC0.csv:9")).isNull();
        assertThat(announce(september, "SC0.csv:2")).isNull();

        assertThat(id(september)).isEqualTo("soccer:sco.1:2022-23:celtic:rangers");
        assertThat(id(april)).isEqualTo("soccer:sco.1:2022-23:celtic:rangers:2");
    }

    @Test
    void aSingleMeeting_keepsItsIdWhenPostponed() {
        LocalDate postponed = LocalDate.of(2023, 2, 1);
        announce(postponed, "SC0.csv:2");

        assertThat(id(postponed)).isEqualTo("soccer:sco.1:2022-23:celtic:rangers");
    }

    @Test
    void theSamePairOnTheSameDay_isARepetition() {
        LocalDate day = LocalDate.of(2022, 9, 3);
        announce(day, "SC0.csv:2");

        assertThat(announce(day, "SC0.csv:7")).isEqualTo("SC0.csv:2");
    }

    @Test
    void aMatchNobodyAnnounced_hasNoId() {
        assertThatThrownBy(() -> id(LocalDate.of(2022, 9, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not announced: celtic against rangers on 2022-09-03");
    }

    private @org.jspecify.annotations.Nullable String announce(LocalDate day, String location) {
        return meetings.announce(SCOTLAND, SEASON, CELTIC, RANGERS, day, location);
    }

    private String id(LocalDate day) {
        return meetings.id(SCOTLAND, SEASON, CELTIC, RANGERS, day).value();
    }
}
