package io.touchline.platform.vendor;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.Quote;
import io.touchline.schema.Shot;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vendor tells, in our words but with the vendor's fixtures. Times are the vendor's clock. */
public sealed interface VendorEvent {

    /** The vendor's clock. */
    Instant observedAt();

    /** One of those that are about a fixture. */
    sealed interface OfFixture extends VendorEvent {

        /** Which, in the vendor's words. */
        FixtureRef fixture();
    }

    /** Goals (points in other sports) of either side. */
    record Goals(int home, int away) {}

    /**
     * A match as one payload shows it, whole: what is missing against the payload before was taken back.
     *
     * @param status SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED
     * @param period FIRST_HALF, HALF_TIME, SECOND_HALF, EXTRA_TIME, PENALTIES or FULL_TIME; other sports: PERIOD_1 and on, EXTRA_TIME, FULL_TIME; null before kickoff
     * @param minute of play, stoppage time included; null where not told
     * @param goals on the board now, shoot-outs not counted; null where not told (before kickoff, or the payload does not say)
     * @param incidents goals, cards and so on that stand, in order; empty where the payload does not tell them
     * @param incidentsTold whether {@code incidents} is the whole list; false: the board alone says what happened
     * @param home statistics so far; all null where not told
     * @param away statistics so far; all null where not told
     * @param regular goals after 90 minutes (other sports: the final score); null until known
     * @param facts what it says of the fixture itself
     * @param sequence the vendor's running number; null where it has none
     */
    record MatchSeen(
            FixtureRef fixture,
            Instant observedAt,
            String status,
            @Nullable String period,
            @Nullable Integer minute,
            @Nullable Goals goals,
            List<MatchEvent> incidents,
            boolean incidentsTold,
            TeamStatistics home,
            TeamStatistics away,
            @Nullable Goals regular,
            Facts facts,
            @Nullable Long sequence)
            implements OfFixture {

        public MatchSeen {
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * What a payload says of a fixture itself.
     *
     * @param venue the ground; null where not told
     * @param neutral whether on neutral ground
     * @param referee null where not told
     */
    record Facts(
            @Nullable String venue,
            boolean neutral,
            @Nullable String referee) {

        /** Nothing. */
        public static final Facts NONE = new Facts(null, false, null);
    }

    /**
     * A shot. The {@code fixtureId}, {@code source} and the three times of {@code shot} are filled in later; whatever stands there is passed over.
     *
     * @param shot with the vendor's id of it
     */
    record ShotSeen(FixtureRef fixture, Instant observedAt, Shot shot) implements OfFixture {}

    /**
     * Odds of one fixture.
     *
     * @param inPlay whether the match runs, by the vendor's word; null where it does not say, kickoff then decides
     * @param quotes with their own times; bookmaker slugs, markets, selections and lines are ours already
     * @param whole true: all that the vendor has for this fixture and these bookmakers, what is missing is gone; false: only what changed
     * @param scope with {@code whole}: whose whole answer it is ({@code soccer_epl}); what other scopes said stays. Empty otherwise
     * @param sequence the vendor's running number; null where it has none
     */
    record OddsSeen(
            FixtureRef fixture,
            Instant observedAt,
            @Nullable Boolean inPlay,
            List<Quote> quotes,
            boolean whole,
            String scope,
            @Nullable Long sequence)
            implements OfFixture {

        public OddsSeen {
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * A whole answer of a scope that has no odds at all: what that scope said before is gone. Nothing of a fixture.
     *
     * @param scope as in {@link OddsSeen}
     */
    record NoOddsSeen(Instant observedAt, String scope) implements VendorEvent {}

    /**
     * A runner of an exchange's book after a message, for proofs and dumps; what is traded on travels as {@link OddsSeen}.
     *
     * @param marketId the exchange's
     * @param runnerId the exchange's, as text
     * @param handicap of the runner; 0 where none
     * @param marketStatus INACTIVE, OPEN, SUSPENDED or CLOSED
     * @param inPlay of the market
     * @param runnerStatus ACTIVE, WINNER, LOSER, REMOVED and so on
     * @param back the three best to back: odds, size, odds, size ...; shorter where fewer
     * @param lay the three best to lay likewise
     * @param traded volume traded on the runner; null where the stream does not tell
     * @param lastTraded odds of the last trade; null where none
     */
    record BookSeen(
            FixtureRef fixture,
            Instant observedAt,
            String marketId,
            String runnerId,
            double handicap,
            String marketStatus,
            boolean inPlay,
            String runnerStatus,
            List<Double> back,
            List<Double> lay,
            @Nullable Double traded,
            @Nullable Double lastTraded)
            implements OfFixture {}

    /**
     * How the vendor settled one selection.
     *
     * @param bookmaker slug
     * @param market ours, or the vendor's where it is none of ours
     * @param line null for a market without one
     * @param selection ours, or the vendor's
     * @param result WON, HALF_WON, PUSH, HALF_LOST, LOST, VOID, UNDECIDED or CANCELLED (taken back)
     */
    record SettlementSeen(
            FixtureRef fixture,
            Instant observedAt,
            String bookmaker,
            String market,
            @Nullable Double line,
            String selection,
            String result)
            implements OfFixture {}

    /**
     * The weather at the ground at kickoff.
     *
     * @param temperatureC air, degrees Celsius; null where not told
     * @param precipitationMm an hour; null where not told
     * @param windKmh null where not told
     */
    record WeatherSeen(
            FixtureRef fixture,
            Instant observedAt,
            @Nullable Double temperatureC,
            @Nullable Double precipitationMm,
            @Nullable Double windKmh)
            implements OfFixture {}

    /**
     * A team's rating.
     *
     * @param country ISO 3166 or FIFA code of three letters, as the vendor gives it
     * @param team the vendor's words
     * @param rating in the vendor's points
     * @param fromAt valid from; null where not told
     * @param untilAt valid until; null where open
     */
    record RatingSeen(
            Instant observedAt,
            String country,
            io.touchline.platform.identity.TeamRef team,
            double rating,
            @Nullable Instant fromAt,
            @Nullable Instant untilAt)
            implements VendorEvent {}

    /**
     * The vendor told how its own feed does; nothing of a fixture.
     *
     * @param healthy whether its prices can be trusted from here on
     * @param problem for people; empty where healthy
     */
    record FeedSeen(Instant observedAt, boolean healthy, String problem) implements VendorEvent {}
}
