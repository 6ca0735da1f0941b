package io.touchline.ingest.connector.espn;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.platform.identity.FixtureIdentity;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Recorder;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Rejection;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everything that an intake published, in order. Fixtures are named by the shipped team table alone. */
final class Collected implements Outlet {

    final List<Fixture> fixtures = new CopyOnWriteArrayList<>();
    final List<MatchState> states = new CopyOnWriteArrayList<>();
    final List<MatchResult> results = new CopyOnWriteArrayList<>();
    final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    Rejections rejections(InstantSource clock) {
        return new Rejections(clock, rejections::add);
    }

    Intake intake(TeamDirectory teams, InstantSource clock) {
        Rejections rejected = rejections(clock);
        ScoreNormaliser normaliser =
                new ScoreNormaliser(clock, this, rejected, teams, (source, known, seen, payload) -> {}, false);
        return new Intakes(byName(teams), normaliser, rejected, Recorder.NONE).of(new EspnVendor());
    }

    private static FixtureIdentity byName(TeamDirectory teams) {
        return ref -> {
            Optional<Competition> competition =
                    Optional.ofNullable(ref.competition()).flatMap(Competitions::find);
            if (competition.isEmpty()) {
                return new Resolution.Unmatched(RejectReason.UNKNOWN_COMPETITION, "not ours", List.of());
            }
            Team home = team(teams, competition.get(), ref.home());
            Team away = team(teams, competition.get(), ref.away());
            if (home == null || away == null) {
                return new Resolution.Unmatched(RejectReason.UNKNOWN_TEAM, ref.shown(), List.of());
            }
            Season season = season(ref, competition.get());
            FixtureId id = FixtureId.of("soccer", competition.get().code(), season, home.id(), away.id());
            return new Resolution.Matched(id, competition.get(), season, home, away, 1);
        };
    }

    private static Season season(FixtureRef ref, Competition competition) {
        return ref.seasonYear() == null
                ? Season.at(ref.kickoffAt().atZone(ZoneOffset.UTC).toLocalDate(), competition.calendarYear())
                : new Season(ref.seasonYear(), competition.calendarYear());
    }

    private static @Nullable Team team(TeamDirectory teams, Competition competition, @Nullable TeamRef ref) {
        return ref == null
                ? null
                : teams.find(competition.association(), ref.name()).orElse(null);
    }

    @Override
    public void accept(Normalised event) {
        switch (event.value()) {
            case Fixture fixture -> fixtures.add(fixture);
            case MatchState state -> states.add(state);
            case MatchResult result -> results.add(result);
            default -> throw new AssertionError("unexpected " + event);
        }
    }

    @Override
    public void flush() {}

    List<String> reasons() {
        return rejections.stream().map(Rejection::getReason).toList();
    }

    /** {@code 23 GOAL HOME 1-0}, one a state. */
    List<String> course(String fixtureId) {
        return states.stream()
                .filter(state -> state.getFixtureId().equals(fixtureId))
                .map(Collected::line)
                .toList();
    }

    private static String line(MatchState state) {
        String score = state.getHomeGoals() + "-" + state.getAwayGoals();
        if (state.getEvent() == null) {
            return state.getMinute() + " " + score;
        }
        String side =
                state.getEvent().getSide() == null ? "" : " " + state.getEvent().getSide();
        return state.getEvent().getMinute() + " " + state.getEvent().getType() + side + " " + score;
    }
}
