package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.LeagueView;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.TeamView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All that team-level formulas may see of a fixture: both sides, the league and the meetings of the two, as known strictly before kickoff.
 *
 * @param fixture the match
 * @param home the home side
 * @param away the away side
 * @param league the competition
 * @param meetings the last meetings of the two teams at either ground, newest first, from the home side's view
 */
record FixtureView(OpenFixture fixture, TeamPart home, TeamPart away, LeagueView league, List<Appearance> meetings) {

    private static final int MOST_MEETINGS = 10;
    private static final int MEETING_DAYS = 3650;

    static FixtureView of(AssociationState state, OpenFixture fixture) {
        long before = fixture.kickoffAt();
        TeamView home = state.team(fixture.homeTeam(), before);
        return new FixtureView(
                fixture,
                new TeamPart(home, fixture, true),
                new TeamPart(state.team(fixture.awayTeam(), before), fixture, false),
                state.league(fixture.competition(), before),
                meetings(home, fixture));
    }

    /** When the newest result in it was known, or the fixture itself: the time of the newest thing in it. */
    long asOf() {
        long newest = Math.max(fixture.knownAt(), league.newestAt());
        newest = Math.max(newest, newest(home));
        return Math.max(newest, newest(away));
    }

    TeamPart other(TeamPart side) {
        return side.atHome() ? away : home;
    }

    private static long newest(TeamPart part) {
        return part.view().last().map(last -> last.result().resultAt()).orElse(Long.MIN_VALUE);
    }

    private static List<Appearance> meetings(TeamView home, OpenFixture fixture) {
        long oldest = fixture.kickoffAt() - TimeUnit.DAYS.toMillis(MEETING_DAYS);
        List<Appearance> meetings = new ArrayList<>(MOST_MEETINGS);
        for (int at = 0; at < home.count() && meetings.size() < MOST_MEETINGS; at++) {
            Appearance appearance = home.back(at);
            if (appearance.result().resultAt() < oldest) {
                break;
            }
            if (appearance.opponent().equals(fixture.awayTeam())) {
                meetings.add(appearance);
            }
        }
        return meetings;
    }
}
