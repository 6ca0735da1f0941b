package io.touchline.feature.vector;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.catalogue.TeamFeatures;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.OpenFixtures;
import io.touchline.feature.state.PastResult;
import io.touchline.feature.state.SquadWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Results and scheduled fixtures of one association, and which team parts have to be made when something moves.
 *
 * <p>A fixture's part is a function of the fixture and of all results known strictly before its kickoff, so the order of arrival does not show in it. It is made when the
 * fixture comes, and again, while the fixture is the next one of either team, whenever a result of its competition or of its teams comes. What is told at kickoff or later
 * changes it no more.
 */
final class FormBoard {

    /** So many results are always applied at once. */
    static final int AT_ONCE = 100;

    /** Each record earns so many more; what is beyond, as when a history comes in pieces between fixtures, waits for {@link #catchUp}. */
    static final int CREDIT = 20;

    private static final int MOST_CREDIT = 1_000_000;

    /** A fixture without result is forgotten so long after its kickoff, once there are more than {@link #KEEP_AT_LEAST}. */
    static final long KEEP_AFTER_KICKOFF = TimeUnit.DAYS.toMillis(3);

    /** So many fixtures are kept whatever the time, so that one record from a wrong future does not empty the board. */
    static final int KEEP_AT_LEAST = 1_000;

    /** A part that was made; empty values: the fixture is forgotten. */
    record Part(OpenFixture fixture, Optional<TeamFeatures.Values> values) {}

    /** What a piece of news made: parts, and older news that is kept no more. */
    record Moved(List<Part> parts, List<SquadWord> gone) {}

    private record Told(long kickoffAt, float[] values) {}

    /** So many fixtures' last values are kept to build on: about 15 kB each. */
    private static final int MOST_MADE = 500;

    private final TeamFeatures features;
    private final AssociationState state;
    private final OpenFixtures open = new OpenFixtures();
    private final Map<String, Told> told = new HashMap<>();
    private final Map<String, TeamFeatures.Values> made = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TeamFeatures.Values> eldest) {
            return size() > MOST_MADE;
        }
    };
    private final Set<String> due = new LinkedHashSet<>();
    private long clock = Long.MIN_VALUE;
    private boolean behind;
    private int credit;

    FormBoard(TeamFeatures features, EloRating elo, PiRating pi) {
        this.features = features;
        this.state = new AssociationState(elo, pi);
    }

    /** Takes over a result from the store. */
    void restore(PastResult result) {
        state.put(result);
        clock = Math.max(clock, result.resultAt());
    }

    /** Takes over a fixture from the store. */
    void restore(OpenFixture fixture) {
        open.put(fixture);
        clock = Math.max(clock, fixture.observedAt());
    }

    /** Takes over a piece of news from the store. */
    void restore(SquadWord word) {
        state.squads().put(word);
    }

    /** Everything is taken over. */
    void restored() {
        state.settle();
    }

    /** The result of a fixture as the board knows it. */
    Optional<PastResult> result(String fixtureId) {
        return state.find(fixtureId);
    }

    /** The scheduled fixture as the board knows it. */
    Optional<OpenFixture> fixture(String fixtureId) {
        return open.find(fixtureId);
    }

    /** True where parts wait for {@link #catchUp}. */
    boolean isBehind() {
        return behind;
    }

    /** A fixture was told or moved; what is over already, or older than what is known, changes nothing. */
    List<Part> schedule(OpenFixture told) {
        clock = Math.max(clock, told.observedAt());
        Optional<OpenFixture> known = open.find(told.fixtureId());
        boolean outdated = known.isPresent() && known.get().observedAt() > told.observedAt();
        if (outdated || state.find(told.fixtureId()).isPresent()) {
            return List.of();
        }
        OpenFixture now = known.filter(told::sameMatch).map(told::mergedWith).orElse(told);
        open.put(now);
        // one that nobody told before its kickoff has a part too: it is of no vector before kickoff, but of those in
        // play
        boolean first = !this.told.containsKey(now.fixtureId());
        return first || told.observedAt() < told.kickoffAt() ? parts(List.of(now)) : List.of();
    }

    /** A fixture will not be played as it was told: it is forgotten. */
    List<Part> unschedule(String fixtureId) {
        return open.find(fixtureId).map(this::close).map(List::of).orElse(List.of());
    }

    /**
     * A result came, or a corrected one; empty where it is known as it is.
     *
     * @param toldAt event time of its record, milliseconds since 1970
     */
    List<Part> result(PastResult result, long toldAt) {
        boolean inOrder = result.resultAt() >= state.newestAt()
                && state.find(result.fixtureId()).isEmpty();
        if (!state.put(result)) {
            return List.of();
        }
        clock = Math.max(clock, result.resultAt());
        List<Part> parts = new ArrayList<>(unschedule(result.fixtureId()));
        parts.addAll(
                parts(open.next(Math.max(toldAt, state.newestAt()), fixture -> !inOrder || touches(result, fixture))));
        return parts;
    }

    /** News of a squad: the next fixtures of the team are made anew. */
    Moved squad(SquadWord word) {
        List<SquadWord> gone = state.squads().put(word);
        return gone.contains(word)
                ? new Moved(List.of(), gone)
                : new Moved(
                        parts(open.next(
                                Math.max(word.at(), state.newestAt()),
                                fixture -> fixture.homeTeam().equals(word.team())
                                        || fixture.awayTeam().equals(word.team()))),
                        gone);
    }

    /** A result counts no more. */
    List<Part> withdraw(String fixtureId, long toldAt) {
        return state.remove(fixtureId)
                ? parts(open.next(Math.max(toldAt, state.newestAt()), fixture -> true))
                : List.of();
    }

    /** Makes the parts that waited. */
    List<Part> catchUp() {
        behind = false;
        state.settle();
        return makeDue();
    }

    /** Forgets fixtures that were over long ago without a result. */
    List<Part> forget() {
        if (open.size() <= KEEP_AT_LEAST) {
            return List.of();
        }
        return open.before(clock - KEEP_AFTER_KICKOFF).stream().map(this::close).toList();
    }

    /** The newest time told by a result or a fixture, milliseconds since 1970. */
    long clock() {
        return clock;
    }

    private Part close(OpenFixture fixture) {
        open.remove(fixture.fixtureId());
        told.remove(fixture.fixtureId());
        made.remove(fixture.fixtureId());
        return new Part(fixture, Optional.empty());
    }

    private static boolean touches(PastResult result, OpenFixture fixture) {
        return fixture.competition().equals(result.competition())
                || fixture.homeTeam().equals(result.homeTeam())
                || fixture.homeTeam().equals(result.awayTeam())
                || fixture.awayTeam().equals(result.homeTeam())
                || fixture.awayTeam().equals(result.awayTeam());
    }

    private List<Part> parts(List<OpenFixture> fixtures) {
        credit = Math.min(credit + CREDIT, MOST_CREDIT);
        int unsettled = state.unsettled();
        if (fixtures.isEmpty() && unsettled > 1) {
            return List.of();
        }
        fixtures.forEach(fixture -> due.add(fixture.fixtureId()));
        if (unsettled > AT_ONCE) {
            if (unsettled > credit) {
                behind = true;
                return List.of();
            }
            credit -= unsettled;
        }
        behind = false;
        state.settle();
        return makeDue();
    }

    private List<Part> makeDue() {
        Set<OpenFixture> fixtures = new LinkedHashSet<>();
        due.forEach(id -> open.find(id).ifPresent(fixtures::add));
        due.clear();
        return make(fixtures);
    }

    private List<Part> make(Collection<OpenFixture> fixtures) {
        List<Part> parts = new ArrayList<>(fixtures.size());
        for (OpenFixture fixture : fixtures) {
            TeamFeatures.Values values = features.of(state, fixture, made.get(fixture.fixtureId()));
            made.put(fixture.fixtureId(), values);
            Told before = told.get(fixture.fixtureId());
            boolean same =
                    before != null && before.kickoffAt() == fixture.kickoffAt() && values.sameValues(before.values());
            if (!same && (before == null || values.asOf() < fixture.kickoffAt())) {
                told.put(fixture.fixtureId(), new Told(fixture.kickoffAt(), values.values()));
                parts.add(new Part(fixture, Optional.of(values)));
            }
        }
        return parts;
    }
}
