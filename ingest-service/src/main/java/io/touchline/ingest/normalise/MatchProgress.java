package io.touchline.ingest.normalise;

import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a vendor shows with what it showed before and tells only what changed, each cause as a state of its own: kickoff, goals, goals taken
 * back, cards, the breaks, full time, or just the clock. The same answer twice tells nothing the second time. For one thread.
 *
 * <p>A match met for the first time when it was over long ago is history: its fixture and result are told at the time when the result was known
 * (kickoff + 2 h), its course is not.
 */
public final class MatchProgress {

    /** A result met later than this after kickoff was not seen live. */
    private static final Duration LIVE_WINDOW = Duration.ofHours(12);

    private static final Duration KNOWN_AFTER = Duration.ofHours(2);

    /** A clock may be set back by this many minutes without a word. */
    private static final int CLOCK_TOLERANCE = 2;

    /** Halves and breaks by their place; other sports' {@code PERIOD_n} stands at n. */
    private static final Map<String, Integer> PLACES = Map.of(
            "FIRST_HALF", 1, "HALF_TIME", 2, "SECOND_HALF", 3, "EXTRA_TIME", 90, "PENALTIES", 91, "FULL_TIME", 99);

    private static final String NUMBERED = "PERIOD_";

    /** Fixtures are forgotten so long after kickoff. */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    private final InstantSource clock;
    private final ScoreFeed feed;
    private final Complaints complaints;
    private final boolean pastToo;
    private final Map<String, ObservedMatch> last = new HashMap<>();
    private final Map<String, ObservedMatch> history = new HashMap<>();

    /** Told of what cannot be. */
    @FunctionalInterface
    public interface Complaints {
        void rejected(RejectReason reason, String detail, Fixture fixture);
    }

    /** For service. */
    public MatchProgress(InstantSource clock, ScoreFeed feed, Complaints complaints) {
        this(clock, feed, complaints, false);
    }

    /**
     * Knows nothing yet.
     *
     * @param pastToo whether the course of a match that was over long ago is told as well; in a replay of recordings
     */
    public MatchProgress(InstantSource clock, ScoreFeed feed, Complaints complaints, boolean pastToo) {
        this.clock = clock;
        this.feed = feed;
        this.complaints = complaints;
        this.pastToo = pastToo;
    }

    /** Takes a match as an answer shows it; answers come in the order of the vendor's clock. */
    public void observe(ObservedMatch now) {
        String id = now.fixture().getFixtureId();
        Instant observedAt = now.fixture().getObservedAt();
        ObservedMatch before = last.get(id);
        if (before == null && now.isFinished() && !pastToo && !wasLive(now)) {
            ObservedMatch plain = withoutTimes(now);
            if (!plain.equals(history.put(id, plain))) {
                past(now);
            }
            return;
        }
        ObservedMatch accepted = before == null ? now : checked(before, now);
        last.put(id, accepted);
        if (before == null || fixtureChanged(before.fixture(), accepted.fixture())) {
            feed.fixture(accepted.fixture(), observedAt);
        }
        new MatchNews(before, accepted, clock.instant()).states().forEach(feed::state);
        if (accepted.isFinished() && accepted.regular() != null && !sameEnd(before, accepted)) {
            feed.result(result(accepted, observedAt), observedAt);
        }
    }

    /** Forgets matches of days ago. */
    public void forgetBefore(Instant now) {
        Instant oldest = now.minus(REMEMBERED);
        last.values().removeIf(match -> match.fixture().getKickoffAt().isBefore(oldest));
        history.values().removeIf(match -> match.fixture().getKickoffAt().isBefore(oldest));
    }

    private static boolean wasLive(ObservedMatch match) {
        Fixture fixture = match.fixture();
        return fixture.getObservedAt().isBefore(fixture.getKickoffAt().plus(LIVE_WINDOW));
    }

    private void past(ObservedMatch match) {
        Instant knownAt = match.fixture().getKickoffAt().plus(KNOWN_AFTER);
        if (match.regular() != null) {
            feed.fixture(match.fixture(), knownAt);
            feed.result(result(match, knownAt), knownAt);
        }
    }

    private ObservedMatch checked(ObservedMatch before, ObservedMatch now) {
        if (before.period() != null && place(now) < place(before)) {
            complaints.rejected(
                    RejectReason.CLOCK_RAN_BACKWARDS,
                    "was in " + before.period() + " and is in " + now.period() + " with status "
                            + now.fixture().getStatus(),
                    now.fixture());
        } else if (before.minute() != null
                && now.minute() != null
                && place(now) == place(before)
                && now.minute() < before.minute() - CLOCK_TOLERANCE) {
            complaints.rejected(
                    RejectReason.CLOCK_RAN_BACKWARDS,
                    "was in minute " + before.minute() + " and is in " + now.minute(),
                    now.fixture());
        }
        Instant kickoff = before.fixture().getKickoffAt();
        boolean begun = before.isRunning() || before.isFinished();
        if (begun && !kickoff.equals(now.fixture().getKickoffAt())) {
            complaints.rejected(
                    RejectReason.KICKOFF_MOVED,
                    "moved from " + kickoff + " to " + now.fixture().getKickoffAt() + " after the start",
                    now.fixture());
            Fixture kept =
                    Fixture.newBuilder(now.fixture()).setKickoffAt(kickoff).build();
            return new ObservedMatch(
                    kept,
                    now.period(),
                    now.minute(),
                    now.homeGoals(),
                    now.awayGoals(),
                    now.incidents(),
                    now.home(),
                    now.away(),
                    now.regular());
        }
        return now;
    }

    private static int place(ObservedMatch match) {
        String period = match.period();
        if (period == null) {
            return -1;
        }
        if (period.startsWith(NUMBERED)) {
            try {
                return Integer.parseInt(period.substring(NUMBERED.length()));
            } catch (NumberFormatException e) {
                return 0;
            }
        }
        return PLACES.getOrDefault(period, 0);
    }

    private static boolean fixtureChanged(Fixture before, Fixture now) {
        return !withoutTimes(before).equals(withoutTimes(now));
    }

    private static Fixture withoutTimes(Fixture fixture) {
        return Fixture.newBuilder(fixture)
                .setObservedAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .setEmittedAt(Instant.EPOCH)
                .build();
    }

    private static ObservedMatch withoutTimes(ObservedMatch match) {
        return new ObservedMatch(
                withoutTimes(match.fixture()),
                match.period(),
                match.minute(),
                match.homeGoals(),
                match.awayGoals(),
                match.incidents(),
                match.home(),
                match.away(),
                match.regular());
    }

    private static boolean sameEnd(@Nullable ObservedMatch before, ObservedMatch now) {
        return before != null
                && before.isFinished()
                && now.regular() != null
                && now.regular().equals(before.regular())
                && now.home().equals(before.home())
                && now.away().equals(before.away());
    }

    private MatchResult result(ObservedMatch match, Instant knownAt) {
        Fixture fixture = match.fixture();
        ObservedMatch.Goals goals = match.regular();
        if (goals == null) {
            throw new IllegalStateException("no result of " + fixture.getFixtureId());
        }
        return MatchResult.newBuilder()
                .setFixtureId(fixture.getFixtureId())
                .setCompetition(fixture.getCompetition())
                .setSeason(fixture.getSeason())
                .setHomeTeam(fixture.getHomeTeam())
                .setAwayTeam(fixture.getAwayTeam())
                .setKickoffAt(fixture.getKickoffAt())
                .setResultAt(knownAt)
                .setHomeGoals(goals.home())
                .setAwayGoals(goals.away())
                .setHome(match.home())
                .setAway(match.away())
                .setReferee(fixture.getReferee())
                .setSource(fixture.getSource())
                .setObservedAt(fixture.getObservedAt())
                .setReceivedAt(fixture.getReceivedAt())
                .setEmittedAt(clock.instant())
                .build();
    }
}
