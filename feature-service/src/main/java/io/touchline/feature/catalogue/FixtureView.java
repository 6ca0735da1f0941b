package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.LeagueView;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.RefereeView;
import io.touchline.feature.state.TeamView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that team-level formulas may see of a fixture, as known strictly before kickoff. Everything but {@link #league} and {@link #referee} depends on the two teams alone, which {@link #again} builds on: whatever else is
 * added here has to tell that it was looked at, as the league does.
 */
final class FixtureView {

    private static final int MOST_MEETINGS = 10;
    private static final int MEETING_DAYS = 3650;

    private final OpenFixture fixture;
    private final TeamPart home;
    private final TeamPart away;
    private final LeagueView league;
    private final RefereeView referee;
    private final List<Appearance> meetings;
    private final int rewrites;
    private boolean leagueSeen;

    private FixtureView(
            OpenFixture fixture,
            TeamPart home,
            TeamPart away,
            LeagueView league,
            RefereeView referee,
            List<Appearance> meetings,
            int rewrites) {
        this.fixture = fixture;
        this.home = home;
        this.away = away;
        this.league = league;
        this.referee = referee;
        this.meetings = meetings;
        this.rewrites = rewrites;
    }

    static FixtureView of(AssociationState state, OpenFixture fixture) {
        long before = fixture.kickoffAt();
        TeamView home = state.team(fixture.homeTeam(), before);
        return new FixtureView(
                fixture,
                new TeamPart(home, state.squads().of(fixture.homeTeam(), before), fixture, true),
                new TeamPart(
                        state.team(fixture.awayTeam(), before),
                        state.squads().of(fixture.awayTeam(), before),
                        fixture,
                        false),
                state.league(fixture.competition(), before),
                state.referee(fixture.referee(), before),
                meetings(home, fixture),
                state.rewrites());
    }

    /** The same fixture as it is known now, with this view's sides; null where one of the two teams is another since. */
    @Nullable FixtureView again(AssociationState state, OpenFixture now) {
        long before = now.kickoffAt();
        boolean same = rewrites == state.rewrites()
                && fixture.sameMatch(now)
                && home.view().count() == state.team(now.homeTeam(), before).count()
                && away.view().count() == state.team(now.awayTeam(), before).count()
                && home.squad().equals(state.squads().of(now.homeTeam(), before))
                && away.squad().equals(state.squads().of(now.awayTeam(), before));
        return same
                ? new FixtureView(
                        now,
                        home,
                        away,
                        state.league(now.competition(), before),
                        state.referee(now.referee(), before),
                        meetings,
                        rewrites)
                : null;
    }

    /** The match. */
    OpenFixture fixture() {
        return fixture;
    }

    /** The home side. */
    TeamPart home() {
        return home;
    }

    /** The away side. */
    TeamPart away() {
        return away;
    }

    /** The competition. */
    LeagueView league() {
        leagueSeen = true;
        return league;
    }

    /** The referee, over all matches of the association. */
    RefereeView referee() {
        // moves with results of others, as the league does
        leagueSeen = true;
        return referee;
    }

    /** The last meetings of the two teams at either ground, newest first, from the home side's view. */
    List<Appearance> meetings() {
        return meetings;
    }

    /** Whether {@link #league} or {@link #referee} was looked at since this was last asked. */
    boolean takeLeagueSeen() {
        boolean seen = leagueSeen;
        leagueSeen = false;
        return seen;
    }

    /** When the newest result in it was known, or the fixture itself: the time of the newest thing in it. */
    long asOf() {
        long newest = Math.max(fixture.knownAt(), league.newestAt());
        newest = Math.max(newest, referee.newestAt());
        newest = Math.max(newest, newest(home));
        return Math.max(newest, newest(away));
    }

    TeamPart other(TeamPart side) {
        return side.atHome() ? away : home;
    }

    private static long newest(TeamPart part) {
        long squad = part.squad().newestAt();
        return part.view().count() == 0
                ? squad
                : Math.max(squad, part.back(0).result().resultAt());
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
