package io.touchline.ingest.connector.footballdata;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryPrices;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.footballdata.MatchXg;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Quote;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of football-data.co.uk as records of ours: the border between the publisher's words and ours. Safe for use by several threads.
 *
 * <p>A single statistic that cannot be (a negative count, more goals before the break than at the end) is left out and told to the listener; the rest of the line goes on.
 */
public final class IngestRows {

    /** Name of the source in every record. */
    public static final String SOURCE = "football-data";

    private static final Pattern COUNT = Pattern.compile("(-?\\d{1,4})(?:\\.0+)?");

    /** No side ever had so many of anything that is counted here. */
    private static final int MOST = 100;

    /** More than any ground held. */
    private static final int MOST_SPECTATORS = 250_000;

    private static final MatchXg.Side NO_XG = new MatchXg.Side(null, null, null, null, null, null, null, null);

    private final @Nullable InstantSource clock;

    private IngestRows(@Nullable InstantSource clock) {
        this.clock = clock;
    }

    /** Records that arrive now: received and emitted by this clock. */
    public static IngestRows arrivingAt(InstantSource clock) {
        return new IngestRows(clock);
    }

    /** Records of a replay: received and emitted at the moment they tell of, so that two replays give equal bytes. */
    public static IngestRows replayed() {
        return new IngestRows(null);
    }

    /** The match before it is played, as known when its first prices were collected. */
    public Fixture fixture(HistoryRow row) {
        return fixture(row, "SCHEDULED", row.openingAt());
    }

    /** The match after it was played. */
    public Fixture finishedFixture(HistoryRow row) {
        return fixture(row, "FINISHED", row.resultAt());
    }

    private Fixture fixture(HistoryRow row, String status, Instant observedAt) {
        Instant now = now(observedAt);
        return Fixture.newBuilder()
                .setFixtureId(row.fixtureId().value())
                .setSport(row.competition().sport())
                .setCompetition(row.competition().code())
                .setSeason(row.season().label())
                .setHomeTeam(row.home().value())
                .setAwayTeam(row.away().value())
                .setHomeName(row.homeName())
                .setAwayName(row.awayName())
                .setKickoffAt(row.kickoffAt())
                .setKickoffKnown(row.kickoffKnown())
                .setReferee(row.find("Referee"))
                .setStatus(status)
                .setSource(SOURCE)
                .setObservedAt(observedAt)
                .setReceivedAt(now)
                .setEmittedAt(now)
                .build();
    }

    /** The result without a listener for single faults. */
    public MatchResult result(HistoryRow row) {
        return result(row, fault -> {});
    }

    /** The result with all statistics and the closing prices, the average among them under its own name. */
    public MatchResult result(HistoryRow row, Consumer<CsvRejection> faults) {
        Instant now = now(row.resultAt());
        MatchXg xg = row.xg();
        List<Quote> closing = new ArrayList<>(HistoryPrices.closing(row, faults));
        closing.addAll(HistoryPrices.closingAverages(row, faults));
        return MatchResult.newBuilder()
                .setFixtureId(row.fixtureId().value())
                .setCompetition(row.competition().code())
                .setSeason(row.season().label())
                .setHomeTeam(row.home().value())
                .setAwayTeam(row.away().value())
                .setKickoffAt(row.kickoffAt())
                .setResultAt(row.resultAt())
                .setHomeGoals(row.score().home())
                .setAwayGoals(row.score().away())
                .setHome(statistics(row, "H", row.score().home(), xg == null ? NO_XG : xg.home(), faults))
                .setAway(statistics(row, "A", row.score().away(), xg == null ? NO_XG : xg.away(), faults))
                .setReferee(row.find("Referee"))
                .setAttendance(attendance(row, faults))
                .setClosingQuotes(closing)
                .setSource(SOURCE)
                .setObservedAt(row.resultAt())
                .setReceivedAt(now)
                .setEmittedAt(now)
                .build();
    }

    private static TeamStatistics statistics(
            HistoryRow row, String side, int goals, MatchXg.Side xg, Consumer<CsvRejection> faults) {
        Integer halfTime = count(row, "HT" + side + "G", faults);
        if (halfTime != null && halfTime > goals) {
            String detail = "HT" + side + "G is " + halfTime + " of " + goals + " in the end";
            faults.accept(row.csv().reject(RejectReason.CONTRADICTORY_RESULT, detail));
            halfTime = null;
        }
        Integer shots = count(row, side + "S", faults);
        return new TeamStatistics(
                halfTime,
                shots == null ? xg.shots() : shots,
                count(row, side + "ST", faults),
                count(row, side + "C", faults),
                count(row, side + "F", faults),
                count(row, side + "Y", faults),
                count(row, side + "R", faults),
                xg.xg(),
                null,
                xg.nonPenaltyXg(),
                xg.setPieceXg(),
                xg.bigChances(),
                xg.penalties(),
                xg.passesPerDefensiveAction(),
                xg.deepCompletions());
    }

    private static @Nullable Integer attendance(HistoryRow row, Consumer<CsvRejection> faults) {
        String text = row.find("Attendance");
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= MOST_SPECTATORS) {
            return Integer.valueOf(text);
        }
        faults.accept(row.csv().reject(RejectReason.VALUE_OUT_OF_RANGE, "Attendance is a count but was " + text));
        return null;
    }

    private static @Nullable Integer count(HistoryRow row, String column, Consumer<CsvRejection> faults) {
        String text = row.find(column);
        if (text == null) {
            return null;
        }
        Matcher matcher = COUNT.matcher(text);
        int count = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
        if (count < 0 || count > MOST) {
            String detail = column + " is a count but was " + text;
            faults.accept(row.csv().reject(RejectReason.VALUE_OUT_OF_RANGE, detail));
            return null;
        }
        return count;
    }

    private Instant now(Instant observedAt) {
        return clock == null ? observedAt : clock.instant();
    }
}
