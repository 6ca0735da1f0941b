package io.touchline.feature.state;

import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One finished match as the state keeps it: about 200 bytes.
 *
 * @param fixtureId ours
 * @param competition code, such as eng.1
 * @param season label
 * @param homeTeam slug
 * @param awayTeam slug
 * @param kickoffAt milliseconds since 1970
 * @param resultAt milliseconds since 1970: nothing before may use it, a fixture may use it only if it kicks off later
 * @param homeGoals after 90 minutes
 * @param awayGoals after 90 minutes
 * @param referee as {@link Referees#key} names one; empty where not told
 * @param attendance spectators; {@link Numbers#UNKNOWN} where not told
 * @param closing fair probabilities at the close
 * @param home the home side's numbers
 * @param away the away side's numbers
 */
public record PastResult(
        String fixtureId,
        String competition,
        String season,
        String homeTeam,
        String awayTeam,
        long kickoffAt,
        long resultAt,
        int homeGoals,
        int awayGoals,
        String referee,
        int attendance,
        Closing closing,
        Numbers home,
        Numbers away) {

    /** The order of the timeline: when a result was known, then its id, so that the order never depends on arrival. */
    static final Comparator<PastResult> IN_TIME =
            Comparator.comparingLong(PastResult::resultAt).thenComparing(PastResult::fixtureId);

    /** One side's numbers; {@link #UNKNOWN} where the source does not tell. */
    public record Numbers(
            int halfTimeGoals,
            int shots,
            int shotsOnTarget,
            int corners,
            int fouls,
            int yellowCards,
            int redCards,
            float xg,
            float nonPenaltyXg,
            float setPieceXg,
            int bigChances,
            int penalties,
            float passesPerDefensiveAction,
            int deepCompletions,
            float possession) {

        /** Stands for a whole number that the source does not tell; unknown expected goals are NaN. */
        public static final int UNKNOWN = -1;

        static Numbers of(TeamStatistics from) {
            return new Numbers(
                    known(from.getHalfTimeGoals()),
                    known(from.getShots()),
                    known(from.getShotsOnTarget()),
                    known(from.getCorners()),
                    known(from.getFouls()),
                    known(from.getYellowCards()),
                    known(from.getRedCards()),
                    known(from.getXg()),
                    known(from.getNonPenaltyXg()),
                    known(from.getSetPieceXg()),
                    known(from.getBigChances()),
                    known(from.getPenalties()),
                    known(from.getPassesPerDefensiveAction()),
                    known(from.getDeepCompletions()),
                    known(from.getPossession()));
        }

        private static float known(@Nullable Double value) {
            return value == null ? Float.NaN : value.floatValue();
        }

        private static int known(@Nullable Integer value) {
            return value == null || value < 0 ? UNKNOWN : Math.min(value, Short.MAX_VALUE);
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeShort(halfTimeGoals);
            out.writeShort(shots);
            out.writeShort(shotsOnTarget);
            out.writeShort(corners);
            out.writeShort(fouls);
            out.writeShort(yellowCards);
            out.writeShort(redCards);
            out.writeFloat(xg);
        }

        private void writeMore(DataOutputStream out) throws IOException {
            out.writeFloat(nonPenaltyXg);
            out.writeFloat(setPieceXg);
            out.writeShort(bigChances);
            out.writeShort(penalties);
            out.writeFloat(passesPerDefensiveAction);
            out.writeShort(deepCompletions);
            out.writeFloat(possession);
        }

        /** This one with what the second version of the bytes adds. */
        private Numbers withMore(DataInputStream in) throws IOException {
            return new Numbers(
                    halfTimeGoals,
                    shots,
                    shotsOnTarget,
                    corners,
                    fouls,
                    yellowCards,
                    redCards,
                    xg,
                    in.readFloat(),
                    in.readFloat(),
                    in.readShort(),
                    in.readShort(),
                    in.readFloat(),
                    in.readShort(),
                    in.readFloat());
        }

        private static Numbers read(DataInputStream in) throws IOException {
            return new Numbers(
                    in.readShort(),
                    in.readShort(),
                    in.readShort(),
                    in.readShort(),
                    in.readShort(),
                    in.readShort(),
                    in.readShort(),
                    in.readFloat(),
                    Float.NaN,
                    Float.NaN,
                    UNKNOWN,
                    UNKNOWN,
                    Float.NaN,
                    UNKNOWN,
                    Float.NaN);
        }
    }

    /** What counts of a result; empty for one that counts for nothing (abandoned, cancelled). */
    public static Optional<PastResult> of(MatchResult from) {
        if (!from.getStatus().equals("FINISHED") && !from.getStatus().equals("AWARDED")) {
            return Optional.empty();
        }
        return Optional.of(new PastResult(
                from.getFixtureId(),
                from.getCompetition().intern(),
                from.getSeason().intern(),
                from.getHomeTeam().intern(),
                from.getAwayTeam().intern(),
                from.getKickoffAt().toEpochMilli(),
                from.getResultAt().toEpochMilli(),
                from.getHomeGoals(),
                from.getAwayGoals(),
                Referees.key(from.getReferee()).intern(),
                from.getAttendance() == null ? Numbers.UNKNOWN : from.getAttendance(),
                Closing.of(from.getClosingQuotes()),
                Numbers.of(from.getHome()),
                Numbers.of(from.getAway())));
    }

    private PastResult withMore(DataInputStream in) throws IOException {
        Numbers moreHome = home.withMore(in);
        Numbers moreAway = away.withMore(in);
        return new PastResult(
                fixtureId,
                competition,
                season,
                homeTeam,
                awayTeam,
                kickoffAt,
                resultAt,
                homeGoals,
                awayGoals,
                in.readUTF().intern(),
                in.readInt(),
                new Closing(in.readFloat(), in.readFloat(), in.readFloat()),
                moreHome,
                moreAway);
    }

    /** The bytes of {@link #read}. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(fixtureId);
            out.writeUTF(competition);
            out.writeUTF(season);
            out.writeUTF(homeTeam);
            out.writeUTF(awayTeam);
            out.writeLong(kickoffAt);
            out.writeLong(resultAt);
            out.writeShort(homeGoals);
            out.writeShort(awayGoals);
            home.write(out);
            away.write(out);
            home.writeMore(out);
            away.writeMore(out);
            out.writeUTF(referee);
            out.writeInt(attendance);
            out.writeFloat(closing.home());
            out.writeFloat(closing.draw());
            out.writeFloat(closing.away());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote, or what it wrote before it knew more than goals, shots and cards; names are shared among results. */
    public static PastResult read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            PastResult first = new PastResult(
                    in.readUTF(),
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readLong(),
                    in.readLong(),
                    in.readShort(),
                    in.readShort(),
                    "",
                    Numbers.UNKNOWN,
                    Closing.UNKNOWN,
                    Numbers.read(in),
                    Numbers.read(in));
            return in.available() == 0 ? first : first.withMore(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
