package io.touchline.ingest.connector.espn;

import io.touchline.ingest.connector.espn.payload.EspnEvent;
import io.touchline.ingest.normalise.ObservedMatch;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of ESPN's, checked: whatever a match cannot do without is there and in its range.
 *
 * @param id ESPN's number
 * @param seasonYear the year the season starts in
 * @param kickoffAt scheduled start
 * @param kickoffKnown whether the time of day is meant
 * @param neutral whether on neutral ground
 * @param venue name of the ground; null where not told
 * @param phase where it stands
 * @param home one side
 * @param away the other
 * @param details goals and cards as they came
 */
record EspnMatch(
        String id,
        int seasonYear,
        Instant kickoffAt,
        boolean kickoffKnown,
        boolean neutral,
        @Nullable String venue,
        EspnPhase phase,
        Side home,
        Side away,
        List<EspnEvent.Detail> details) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS]X");
    private static final int HALF_SECONDS = 2700;
    private static final int MOST_GOALS = 99;

    /** Told of a part that cannot be used while the rest can. */
    @FunctionalInterface
    interface Complaints {
        void rejected(RejectReason reason, String detail);
    }

    /** One side of the match. */
    record Side(String id, String name, @Nullable String shortName, int goals, List<EspnEvent.Statistic> statistics) {}

    static EspnMatch of(EspnEvent event) throws Unusable {
        String id = event.id();
        if (id == null || id.isBlank()) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without id");
        }
        EspnEvent.Competition competition =
                event.competitions() == null || event.competitions().isEmpty()
                        ? null
                        : event.competitions().getFirst();
        if (competition == null || competition.competitors() == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "event " + id + " has no competitors");
        }
        Integer year = event.season() == null ? null : event.season().year();
        if (year == null || year < 1900 || year > 2200) {
            throw new Unusable(RejectReason.UNKNOWN_SEASON, "event " + id + " is of season " + year);
        }
        EspnPhase phase = EspnPhase.of(competition.status() == null ? event.status() : competition.status());
        return new EspnMatch(
                id,
                year,
                kickoff(event.date()),
                !Boolean.FALSE.equals(competition.timeValid()),
                Boolean.TRUE.equals(competition.neutralSite()),
                competition.venue() == null ? null : competition.venue().fullName(),
                phase,
                side(competition.competitors(), "home", phase),
                side(competition.competitors(), "away", phase),
                competition.details() == null ? List.of() : competition.details());
    }

    private static Instant kickoff(@Nullable String date) throws Unusable {
        try {
            if (date != null) {
                return OffsetDateTime.parse(date, DATE).toInstant();
            }
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "date " + date);
        }
        throw new Unusable(RejectReason.MISSING_FIELD, "no date");
    }

    private static Side side(List<EspnEvent.Competitor> competitors, String which, EspnPhase phase) throws Unusable {
        List<EspnEvent.Competitor> found = competitors.stream()
                .filter(each -> each != null && which.equals(each.homeAway()))
                .toList();
        EspnEvent.Team team = found.size() == 1 ? found.getFirst().team() : null;
        if (team == null || team.displayName() == null || team.displayName().isBlank()) {
            throw new Unusable(
                    RejectReason.MISSING_TEAM, found.size() + " competitors are " + which + ", or have no name");
        }
        EspnEvent.Competitor competitor = found.getFirst();
        String teamId = team.id() == null ? competitor.id() : team.id();
        if (teamId == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, team.displayName() + " has no id");
        }
        return new Side(
                teamId,
                team.displayName(),
                team.shortDisplayName(),
                goals(competitor.score(), phase),
                competitor.statistics() == null ? List.of() : competitor.statistics());
    }

    private static int goals(@Nullable String score, EspnPhase phase) throws Unusable {
        boolean needed = phase.period() != null;
        if (score == null || score.isBlank()) {
            if (needed) {
                throw new Unusable(RejectReason.MISSING_SCORE, "no score in " + phase.period());
            }
            return 0;
        }
        try {
            int goals = Integer.parseInt(score.strip());
            if (goals >= 0 && goals <= MOST_GOALS) {
                return goals;
            }
        } catch (NumberFormatException e) {
            // told below with the value
        }
        throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "score " + score);
    }

    /** The match in our words. */
    ObservedMatch observed(Fixture fixture, Complaints complaints) throws Unusable {
        List<MatchEvent> incidents = new ArrayList<>();
        for (EspnEvent.Detail detail : details) {
            if (detail != null && !Boolean.TRUE.equals(detail.shootout())) {
                MatchEvent incident = incident(detail, complaints);
                if (incident != null) {
                    incidents.add(incident);
                }
            }
        }
        incidents.sort(Comparator.comparing(each -> each.getMinute() == null ? Integer.MAX_VALUE : each.getMinute()));
        boolean complete = goalsUntil("HOME", Integer.MAX_VALUE) == home.goals()
                && goalsUntil("AWAY", Integer.MAX_VALUE) == away.goals();
        return new ObservedMatch(
                fixture,
                phase.period(),
                phase.minute(),
                home.goals(),
                away.goals(),
                incidents,
                EspnStatistics.of(home.statistics(), away.statistics(), halfTime("HOME", complete)),
                EspnStatistics.of(away.statistics(), home.statistics(), halfTime("AWAY", complete)),
                regular(complete, complaints));
    }

    private ObservedMatch.@Nullable Goals regular(boolean complete, Complaints complaints) {
        if (!phase.status().equals("FINISHED")) {
            return null;
        }
        if (!phase.overtime()) {
            return new ObservedMatch.Goals(home.goals(), away.goals());
        }
        if (!complete) {
            complaints.rejected(
                    RejectReason.CONTRADICTORY_RESULT,
                    "went to extra time, and the list of goals does not add up to " + home.goals() + "-"
                            + away.goals());
            return null;
        }
        return new ObservedMatch.Goals(goalsUntil("HOME", 2 * HALF_SECONDS), goalsUntil("AWAY", 2 * HALF_SECONDS));
    }

    private @Nullable Integer halfTime(String side, boolean complete) {
        boolean pastHalf = phase.period() != null && !phase.period().equals("FIRST_HALF");
        return pastHalf && complete ? goalsUntil(side, HALF_SECONDS) : null;
    }

    private int goalsUntil(String side, int seconds) {
        String team = side.equals("HOME") ? home.id() : away.id();
        int goals = 0;
        for (EspnEvent.Detail detail : details) {
            if (detail != null
                    && Boolean.TRUE.equals(detail.scoringPlay())
                    && !Boolean.TRUE.equals(detail.shootout())
                    && detail.team() != null
                    && team.equals(detail.team().id())
                    && (seconds == Integer.MAX_VALUE || secondsOf(detail) <= seconds)) {
                goals += detail.scoreValue() == null ? 1 : detail.scoreValue();
            }
        }
        return goals;
    }

    private static double secondsOf(EspnEvent.Detail detail) {
        return detail.clock() == null || detail.clock().value() == null
                ? Double.MAX_VALUE
                : detail.clock().value();
    }

    /** Null for what is neither goal nor card, and for what belongs to neither side. */
    private @Nullable MatchEvent incident(EspnEvent.Detail detail, Complaints complaints) {
        String type = Boolean.TRUE.equals(detail.scoringPlay())
                ? "GOAL"
                : Boolean.TRUE.equals(detail.redCard())
                        ? "RED_CARD"
                        : Boolean.TRUE.equals(detail.yellowCard()) ? "YELLOW_CARD" : null;
        if (type == null) {
            return null;
        }
        String team = detail.team() == null ? null : detail.team().id();
        if (!home.id().equals(team) && !away.id().equals(team)) {
            complaints.rejected(RejectReason.MISSING_TEAM, type + " of team " + team + ", which does not play");
            return null;
        }
        EspnEvent.Detail.Clock clock = detail.clock();
        return MatchEvent.newBuilder()
                .setType(type)
                .setSide(home.id().equals(team) ? "HOME" : "AWAY")
                .setMinute(clock == null ? null : EspnClock.minute(clock.value(), clock.displayValue()))
                .setPlayer(player(detail.athletesInvolved()))
                .setDetail(detail.type() == null ? null : detail.type().text())
                .build();
    }

    private static @Nullable String player(@Nullable List<EspnEvent.Detail.Athlete> athletes) {
        return athletes == null || athletes.isEmpty() || athletes.getFirst() == null
                ? null
                : athletes.getFirst().displayName();
    }
}
