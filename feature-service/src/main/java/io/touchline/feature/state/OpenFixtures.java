package io.touchline.feature.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The scheduled matches of one association, by id, by team and by kickoff. */
public final class OpenFixtures {

    private static final Comparator<OpenFixture> BY_KICKOFF =
            Comparator.comparingLong(OpenFixture::kickoffAt).thenComparing(OpenFixture::fixtureId);

    private final Map<String, OpenFixture> byId = new HashMap<>();
    private final TreeSet<OpenFixture> all = new TreeSet<>(BY_KICKOFF);
    private final Map<String, TreeSet<OpenFixture>> byTeam = new HashMap<>();

    /** Puts a fixture instead of an earlier version of it. */
    public void put(OpenFixture fixture) {
        remove(fixture.fixtureId());
        byId.put(fixture.fixtureId(), fixture);
        all.add(fixture);
        team(fixture.homeTeam()).add(fixture);
        team(fixture.awayTeam()).add(fixture);
    }

    /** Takes a fixture out. */
    public void remove(String fixtureId) {
        OpenFixture known = byId.remove(fixtureId);
        if (known != null) {
            all.remove(known);
            leave(known.homeTeam(), known);
            leave(known.awayTeam(), known);
        }
    }

    public Optional<OpenFixture> find(String fixtureId) {
        return Optional.ofNullable(byId.get(fixtureId));
    }

    public int size() {
        return byId.size();
    }

    /** Fixtures that kick off before a moment. */
    public List<OpenFixture> before(long moment) {
        List<OpenFixture> before = new ArrayList<>();
        for (OpenFixture fixture : all) {
            if (fixture.kickoffAt() >= moment) {
                break;
            }
            before.add(fixture);
        }
        return before;
    }

    /** The fixtures of every team that come next after a moment, in the order of kickoff: each that is the first of either side; of these those that are asked for. */
    public List<OpenFixture> next(long after, Predicate<OpenFixture> which) {
        List<OpenFixture> next = new ArrayList<>();
        for (OpenFixture fixture : all) {
            if (fixture.kickoffAt() > after && which.test(fixture) && isNext(fixture, after)) {
                next.add(fixture);
            }
        }
        return next;
    }

    private boolean isNext(OpenFixture fixture, long after) {
        return fixture.equals(first(fixture.homeTeam(), after)) || fixture.equals(first(fixture.awayTeam(), after));
    }

    private @Nullable OpenFixture first(String team, long after) {
        for (OpenFixture fixture : team(team)) {
            if (fixture.kickoffAt() > after) {
                return fixture;
            }
        }
        return null;
    }

    private TreeSet<OpenFixture> team(String team) {
        return byTeam.computeIfAbsent(team, unused -> new TreeSet<>(BY_KICKOFF));
    }

    private void leave(String team, OpenFixture fixture) {
        TreeSet<OpenFixture> fixtures = team(team);
        fixtures.remove(fixture);
        if (fixtures.isEmpty()) {
            byTeam.remove(team);
        }
    }
}
