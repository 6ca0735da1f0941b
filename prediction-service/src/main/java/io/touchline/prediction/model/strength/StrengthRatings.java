package io.touchline.prediction.model.strength;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The strengths of one association's teams in every {@link Series}, followed match by match with a Kalman filter whose variances are kept team by team. All tiers are on one scale, so that a promoted
 * team brings along what it did below. The home advantage has a part of each competition's own, which learns slowly, and a part common to the association, which follows a season without spectators.
 *
 * <p>Mutable while it learns; a {@link #released} copy is only read.
 *
 * <p>Fahrmeir, L., Tutz, G. (1994). Dynamic stochastic models for time-dependent ordered paired comparison systems. Journal of the American Statistical Association 89(428), 1438-1449.
 */
public final class StrengthRatings {

    /** Longer without a match is the break between two seasons. */
    private static final int BREAK_DAYS = 40;

    /** Days without a match after which uncertainty grows no more. */
    private static final int MOST_DAYS = 30;

    private static final double START_HOME = 0.3;
    private static final double LEARNING_HOME = 0.0003;
    private static final double LEARNING_COMMON_HOME = 0.002;

    /** As many matches of an association make a newcomer of its highest tier one of those who come from below. */
    private static final int SETTLED = 400;

    private static final double ROUND = 1e6;

    /** Of a released team, which learns no more. */
    static final double[] NO_VARIANCE = new double[Series.ALL.size()];

    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, League> leagues = new HashMap<>();
    private final double[] commonHome = new double[Series.ALL.size()];
    private int matches;

    /**
     * One match that was played.
     *
     * @param competition code
     * @param day of kickoff, since 1970 in UTC
     */
    public record Observed(
            String competition,
            String home,
            String away,
            long day,
            double homeGoals,
            double awayGoals,
            MatchStatistics statistics) {}

    /** What is known of one team; strengths by series. */
    @SuppressWarnings("ArrayRecordComponent") // written by the filter alone
    record Team(double[] attack, double[] defence, double[] attackVariance, double[] defenceVariance, int[] counts) {
        static final int LAST_DAY = 0;
        static final int SEASON_MATCHES = 1;
        static final int WITH_STATISTICS = 2;
        static final int MATCHES = 3;
    }

    /** What is known of one competition; by series. */
    @SuppressWarnings("ArrayRecordComponent") // written by the filter alone
    record League(double[] base, double[] home) {}

    /** How many matches taught it. */
    public int matches() {
        return matches;
    }

    /** How many matches it knows of a team. */
    public int matchesOf(String team) {
        Team known = teams.get(team);
        return known == null ? 0 : known.counts()[Team.MATCHES];
    }

    Map<String, Team> teams() {
        return Collections.unmodifiableMap(teams);
    }

    Map<String, League> leagues() {
        return Collections.unmodifiableMap(leagues);
    }

    double[] commonHome() {
        return commonHome.clone();
    }

    /** Puts together what was written. */
    static StrengthRatings of(Map<String, Team> teams, Map<String, League> leagues, double[] commonHome, int matches) {
        StrengthRatings ratings = new StrengthRatings();
        ratings.teams.putAll(teams);
        ratings.leagues.putAll(leagues);
        System.arraycopy(commonHome, 0, ratings.commonHome, 0, commonHome.length);
        ratings.matches = matches;
        return ratings;
    }

    /** 1 for {@code eng.1}; 1 too where the code has no tier. */
    static int tier(String competition) {
        String last = competition.substring(competition.lastIndexOf('.') + 1);
        return last.length() == 1 && last.charAt(0) >= '1' && last.charAt(0) <= '9' ? last.charAt(0) - '0' : 1;
    }

    /** Logarithms of what both sides are expected to do in each series, and how far into the season they are. */
    Expectation expectation(String competition, String home, String away, long day) {
        int tier = tier(competition);
        View homeTeam = view(home, tier, day);
        View awayTeam = view(away, tier, day);
        League league = league(competition);
        int n = Series.ALL.size();
        double[] homeLogs = new double[n];
        double[] awayLogs = new double[n];
        for (int s = 0; s < n; s++) {
            homeLogs[s] =
                    league.base()[s] + league.home()[s] + commonHome[s] + homeTeam.attack()[s] + awayTeam.defence()[s];
            awayLogs[s] = league.base()[s] + awayTeam.attack()[s] + homeTeam.defence()[s];
        }
        double played = (homeTeam.seasonMatches() + awayTeam.seasonMatches()) / 2.0;
        int known = Math.min(homeTeam.withStatistics(), awayTeam.withStatistics());
        return new Expectation(homeLogs, awayLogs, played, known);
    }

    /**
     * What is expected of a match.
     *
     * @param home logarithms of the home side's counts by series
     * @param away of the away side's
     * @param played matches of both sides in this season, their mean
     * @param withStatistics matches with shots known of the team of which fewer are
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one use
    record Expectation(double[] home, double[] away, double played, int withStatistics) {}

    /** Learns from a match. Matches come in the order in which they were played. */
    public void learn(Observed match) {
        int tier = tier(match.competition());
        Team home = at(match.home(), tier, match.day());
        Team away = at(match.away(), tier, match.day());
        League league = league(match.competition());
        for (int s = 0; s < Series.ALL.size(); s++) {
            Series series = Series.ALL.get(s);
            double homeCount = series.ofHome(match.homeGoals(), match.statistics());
            double awayCount = series.ofAway(match.awayGoals(), match.statistics());
            if (Double.isFinite(homeCount) && Double.isFinite(awayCount)) {
                learn(s, series, league, home, away, homeCount, awayCount);
            }
        }
        count(home, match);
        count(away, match);
        teams.put(match.home(), home);
        teams.put(match.away(), away);
        leagues.put(match.competition(), league);
        matches++;
    }

    private void learn(int s, Series series, League league, Team home, Team away, double homeCount, double awayCount) {
        double expectedHome =
                Math.exp(league.base()[s] + league.home()[s] + commonHome[s] + home.attack()[s] + away.defence()[s]);
        double expectedAway = Math.exp(league.base()[s] + away.attack()[s] + home.defence()[s]);
        double homeSurprise = homeCount / expectedHome - 1;
        double awaySurprise = awayCount / expectedAway - 1;
        meet(s, home, away, homeSurprise, series.noise() / expectedHome);
        meet(s, away, home, awaySurprise, series.noise() / expectedAway);
        league.base()[s] += 2
                * series.learning()
                * (expectedHome * homeSurprise + expectedAway * awaySurprise)
                / (expectedHome + expectedAway);
        league.home()[s] += LEARNING_HOME * (homeSurprise - awaySurprise);
        commonHome[s] += LEARNING_COMMON_HOME * (homeSurprise - awaySurprise);
    }

    /** One side's attack against the other's defence: each takes its share of the surprise. */
    private static void meet(int s, Team attacking, Team defending, double surprise, double noise) {
        double all = attacking.attackVariance()[s] + defending.defenceVariance()[s] + noise;
        double attackShare = attacking.attackVariance()[s] / all;
        double defenceShare = defending.defenceVariance()[s] / all;
        attacking.attack()[s] += attackShare * surprise;
        defending.defence()[s] += defenceShare * surprise;
        attacking.attackVariance()[s] *= 1 - attackShare;
        defending.defenceVariance()[s] *= 1 - defenceShare;
    }

    private static void count(Team team, Observed match) {
        int[] counts = team.counts();
        counts[Team.LAST_DAY] = (int) match.day();
        counts[Team.SEASON_MATCHES]++;
        counts[Team.MATCHES]++;
        if (Double.isFinite(match.statistics().homeShots() + match.statistics().awayShots())) {
            counts[Team.WITH_STATISTICS]++;
        }
    }

    private League league(String competition) {
        League known = leagues.get(competition);
        if (known != null) {
            return known;
        }
        double[] base = Series.ALL.stream()
                .mapToDouble(series -> Math.log(series.usual()))
                .toArray();
        double[] home = new double[base.length];
        java.util.Arrays.fill(home, START_HOME);
        return new League(base, home);
    }

    /** A copy of a team as it stands on a day: time makes it less certain, a break between seasons takes it towards its tier's mean. */
    private Team at(String name, int tier, long day) {
        int n = Series.ALL.size();
        Team known = teams.get(name);
        if (known == null) {
            return newcomer(tier, day);
        }
        double[] attack = known.attack().clone();
        double[] defence = known.defence().clone();
        double[] attackVariance = known.attackVariance().clone();
        double[] defenceVariance = known.defenceVariance().clone();
        int[] counts = known.counts().clone();
        long away = Math.max(0, day - counts[Team.LAST_DAY]);
        boolean newSeason = away > BREAK_DAYS;
        for (int s = 0; s < n; s++) {
            Series series = Series.ALL.get(s);
            double grown = series.perDay() * Math.min(away, MOST_DAYS) + (newSeason ? series.perBreak() : 0);
            attackVariance[s] += grown;
            defenceVariance[s] += grown;
            if (newSeason) {
                double mean = series.meanAttack(tier);
                attack[s] = mean + (attack[s] - mean) * series.kept();
                defence[s] = -mean + (defence[s] + mean) * series.kept();
            }
        }
        if (newSeason) {
            counts[Team.SEASON_MATCHES] = 0;
        }
        return new Team(attack, defence, attackVariance, defenceVariance, counts);
    }

    /** A team as it stands on a day, without its variances: what an expectation needs. */
    @SuppressWarnings("ArrayRecordComponent") // only read
    private record View(double[] attack, double[] defence, int seasonMatches, int withStatistics) {}

    private View view(String name, int tier, long day) {
        Team known = teams.get(name);
        if (known == null) {
            Team newcomer = newcomer(tier, day);
            return new View(newcomer.attack(), newcomer.defence(), 0, 0);
        }
        int[] counts = known.counts();
        if (day - counts[Team.LAST_DAY] <= BREAK_DAYS) {
            return new View(known.attack(), known.defence(), counts[Team.SEASON_MATCHES], counts[Team.WITH_STATISTICS]);
        }
        Team afterBreak = at(name, tier, day);
        return new View(afterBreak.attack(), afterBreak.defence(), 0, counts[Team.WITH_STATISTICS]);
    }

    private Team newcomer(int tier, long day) {
        int n = Series.ALL.size();
        double[] attack = new double[n];
        double[] defence = new double[n];
        double[] attackVariance = new double[n];
        double[] defenceVariance = new double[n];
        for (int s = 0; s < n; s++) {
            Series series = Series.ALL.get(s);
            // who is new in the first tier of a known association came from the second
            double mean = tier > 1 || matches < SETTLED ? series.meanAttack(tier) : series.lowerTier() / 2;
            attack[s] = mean;
            defence[s] = -mean;
            attackVariance[s] = series.first();
            defenceVariance[s] = series.first();
        }
        return new Team(attack, defence, attackVariance, defenceVariance, new int[] {(int) day, 0, 0, 0});
    }

    /** A copy to predict with: teams that played after a day, strengths to six places, no variances. */
    public StrengthRatings released(long after) {
        StrengthRatings copy = new StrengthRatings();
        teams.forEach((name, team) -> {
            if (team.counts()[Team.LAST_DAY] > after) {
                copy.teams.put(name, rounded(team));
            }
        });
        leagues.forEach(
                (code, league) -> copy.leagues.put(code, new League(rounded(league.base()), rounded(league.home()))));
        System.arraycopy(rounded(commonHome), 0, copy.commonHome, 0, commonHome.length);
        copy.matches = matches;
        return copy;
    }

    private static Team rounded(Team team) {
        return new Team(
                rounded(team.attack()),
                rounded(team.defence()),
                NO_VARIANCE,
                NO_VARIANCE,
                team.counts().clone());
    }

    private static double[] rounded(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Math.rint(values[i] * ROUND) / ROUND;
        }
        return rounded;
    }

    /** A team's attack by the slowest goal series; null where it is unknown. */
    @Nullable Double attackOf(String team) {
        Team known = teams.get(team);
        return known == null ? null : known.attack()[0];
    }
}
