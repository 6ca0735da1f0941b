package io.touchline.gateway.view;

import io.touchline.schema.MatchResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who met whom and how it ended, for every result there is: eight bytes a match, so two hundred thousand of them cost a few megabytes. The last
 * {@value #MOST_MEETINGS} of a pair are kept.
 */
public final class MeetingView {

    /** One past match of a pair. */
    public record Meeting(LocalDate date, String homeTeam, String awayTeam, int homeGoals, int awayGoals) {}

    private static final int MOST_MEETINGS = 20;
    private static final int GOALS_BITS = 8;
    private static final int GOALS_MASK = 0xff;
    private static final int SCORE_BITS = 2 * GOALS_BITS;

    private final Map<String, long[]> byPair = new HashMap<>();

    /** A result that counts; others (abandoned, cancelled) take back what was told before. */
    public synchronized void accept(MatchResult result) {
        boolean straight = result.getHomeTeam().compareTo(result.getAwayTeam()) < 0;
        String pair = pair(result.getCompetition(), result.getHomeTeam(), result.getAwayTeam());
        long key = key(result.getKickoffAt(), straight);
        long[] known = byPair.getOrDefault(pair, new long[0]);
        long[] others = Arrays.stream(known)
                .filter(meeting -> meeting >> SCORE_BITS != key)
                .toArray();
        boolean counts =
                result.getStatus().equals("FINISHED") || result.getStatus().equals("AWARDED");
        if (counts) {
            long[] more = Arrays.copyOf(others, others.length + 1);
            more[others.length] = key << SCORE_BITS
                    | (long) Math.min(result.getHomeGoals(), GOALS_MASK) << GOALS_BITS
                    | Math.min(result.getAwayGoals(), GOALS_MASK);
            Arrays.sort(more);
            others = more.length > MOST_MEETINGS ? Arrays.copyOfRange(more, 1, more.length) : more;
        }
        byPair.put(pair, others);
    }

    /** Meetings of two teams before a moment, at either ground, the newest first. */
    public synchronized List<Meeting> before(Instant moment, String competition, String home, String away) {
        LocalDate today = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        String first = home.compareTo(away) < 0 ? home : away;
        String second = first.equals(home) ? away : home;
        long[] meetings = byPair.getOrDefault(pair(competition, home, away), new long[0]);
        return Arrays.stream(meetings)
                .mapToObj(meeting -> meeting(meeting, first, second))
                .filter(meeting -> meeting.date().isBefore(today))
                .toList()
                .reversed();
    }

    private static Meeting meeting(long packed, String first, String second) {
        long key = packed >> SCORE_BITS;
        boolean straight = (key & 1) == 0;
        return new Meeting(
                LocalDate.ofEpochDay(key >> 1),
                straight ? first : second,
                straight ? second : first,
                (int) (packed >> GOALS_BITS & GOALS_MASK),
                (int) (packed & GOALS_MASK));
    }

    /** The day and which of the two was at home; sorts by day. */
    private static long key(Instant kickoffAt, boolean straight) {
        return LocalDate.ofInstant(kickoffAt, ZoneOffset.UTC).toEpochDay() << 1 | (straight ? 0 : 1);
    }

    /** Team slugs are unique within an association: the letters of a competition code before the dot. */
    private static String pair(String competition, String one, String other) {
        int dot = competition.indexOf('.');
        String association = dot < 0 ? competition : competition.substring(0, dot);
        return one.compareTo(other) < 0 ? association + '|' + one + '|' + other : association + '|' + other + '|' + one;
    }
}
