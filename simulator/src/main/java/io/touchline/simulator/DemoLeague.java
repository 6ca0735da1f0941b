package io.touchline.simulator;

import io.touchline.domain.fixture.TeamId;
import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.vendor.BetfairServer;
import io.touchline.simulator.vendor.ClubNames;
import io.touchline.simulator.vendor.FaultBoard;
import io.touchline.simulator.vendor.Vendors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The synthetic league with its vendors, running. At {@link LeaguePlan#DEFAULT_SPEED} the bookmakers are open from the first
 * moment, the first ten matches kick off after 35, 40 and 45 real seconds and are over after 93 to 105, and ten more are priced
 * meanwhile; a round follows every 75 real seconds, 38 rounds in all. The season before is in the score vendor's earlier dates.
 *
 * <p>{@link #properties} are what the services need to read it with their own connectors.
 */
public final class DemoLeague implements AutoCloseable {

    private static final String ODDS_KEY = "demo-key-of-the-simulated-vendor";
    private static final long ODDS_CREDITS = 1_000_000_000;
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(20);

    /** Real time between two polls at least, so that high speeds do not turn into a flood. */
    private static final Duration SHORTEST_REAL_POLL = Duration.ofMillis(200);

    /** Real time that a word may take on a busy machine before a source counts as silent, whatever the league's speed. */
    private static final Duration REAL_PATIENCE = Duration.ofSeconds(5);

    private static final Duration CATALOGUE = Duration.ofMinutes(10);
    private static final Duration LEAST_STALENESS = Duration.ofMinutes(6);
    private static final Duration LEAST_PRICE_AGE = Duration.ofSeconds(150);
    private static final Duration LEAST_SILENCE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final double speed;
    private final League league;
    private final Vendors vendors;
    private final Path aliasFile;

    /**
     * What has happened so far.
     *
     * @param matchesKickedOff matches of the running season that have begun
     * @param matchesFinished those that are over
     * @param scoreAnswers answers of the score vendor
     * @param oddsAnswers answers of the odds vendor
     * @param pricesSent prices in them, unchanged ones every time
     */
    public record Counts(
            long matchesKickedOff, long matchesFinished, long scoreAnswers, long oddsAnswers, long pricesSent) {}

    private DemoLeague(InstantSource clock, double speed, League league, Vendors vendors, Path aliasFile) {
        this.clock = clock;
        this.speed = speed;
        this.league = league;
        this.vendors = vendors;
        this.aliasFile = aliasFile;
    }

    /** With the plan made for a demonstration. */
    public static DemoLeague start(InstantSource clock, long seed, double speed) {
        return start(clock, seed, speed, LeaguePlan.demo());
    }

    /**
     * Starts the league and its vendors.
     *
     * @param clock simulated time; the league starts at its present moment, and it should stay behind real time, since a broker
     *     refuses records far in the future
     * @param seed the story; the same seed and start tell the same one
     * @param speed simulated seconds in a real one, used for the polls in {@link #properties} only
     * @param plan when the matches are
     */
    public static DemoLeague start(InstantSource clock, long seed, double speed, LeaguePlan plan) {
        League league = League.of(clock.instant(), seed, plan);
        Path aliases = writeAliases(league.clubs());
        return new DemoLeague(clock, speed, league, new Vendors(clock, league, ODDS_KEY, ODDS_CREDITS), aliases);
    }

    public URI espnUrl() {
        return vendors.espn();
    }

    public URI theOddsApiUrl() {
        return vendors.theOddsApi();
    }

    /** The servers themselves, of every vendor. */
    public Vendors vendors() {
        return vendors;
    }

    public String theOddsApiKey() {
        return ODDS_KEY;
    }

    /** The clubs and their spellings at the vendors, in the form of the shipped table; deleted by {@link #close}. */
    public Path aliasFile() {
        return aliasFile;
    }

    /** The truth behind it, for tests and for judging predictions. */
    public League league() {
        return league;
    }

    /** To make the vendors misbehave. */
    public FaultBoard faults() {
        return vendors.faults();
    }

    /** Settings of the ingest and the odds service that point their connectors here. */
    public Map<String, String> properties() {
        long poll = Math.max(SHORTEST_POLL.toSeconds(), Math.round(SHORTEST_REAL_POLL.toMillis() * speed / 1000));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ingest.connectors.espn.enabled", "true");
        properties.put("ingest.connectors.espn.base-url", espnUrl().toString());
        properties.put("ingest.connectors.espn.leagues", League.COMPETITION);
        properties.put("ingest.connectors.espn.poll", poll + "s");
        properties.put("ingest.connectors.espn.history-from", firstDay());
        properties.put("ingest.connectors.espn.lookahead", "1d");
        properties.put("odds.connectors.theoddsapi.key", ODDS_KEY);
        properties.put("odds.connectors.theoddsapi.base-url", theOddsApiUrl().toString());
        properties.put("odds.connectors.theoddsapi.competitions", League.COMPETITION);
        properties.put("odds.teams", aliasFile.toString());
        properties.put("ingest.teams", aliasFile.toString());
        properties.put("odds.fixture-wait", "6h");
        properties.put("odds.connectors.theoddsapi.poll", poll + "s");
        long slower = 2 * poll;
        properties.put("odds.connectors.pinnacle.user", Vendors.PINNACLE_USER);
        properties.put("odds.connectors.pinnacle.password", Vendors.PINNACLE_PASSWORD);
        properties.put("odds.connectors.pinnacle.base-url", vendors.pinnacle().toString());
        properties.put("odds.connectors.pinnacle.poll", slower + "s");
        properties.put("odds.connectors.pinnacle.request-gap", poll + "s");
        BetfairServer betfair = vendors.betfair();
        properties.put("odds.connectors.betfair.app-key", betfair.account().appKey());
        properties.put("odds.connectors.betfair.username", betfair.account().user());
        properties.put("odds.connectors.betfair.password", betfair.account().password());
        properties.put("odds.connectors.betfair.identity-url", betfair.restUrl().toString());
        properties.put("odds.connectors.betfair.api-url", betfair.restUrl().toString());
        properties.put("odds.connectors.betfair.stream-host", betfair.streamHost());
        properties.put("odds.connectors.betfair.stream-port", String.valueOf(betfair.streamPort()));
        properties.put(
                "odds.connectors.betfair.truststore", betfair.truststore().toString());
        properties.put("odds.connectors.betfair.truststore-password", betfair.truststorePassword());
        // while the catalogue is read the stream waits; new markets come with a round, hours apart
        properties.put("odds.connectors.betfair.catalogue-every", Math.max(slower, CATALOGUE.toSeconds()) + "s");
        for (String source : List.of("espn", "theoddsapi", "pinnacle", "betfair")) {
            properties.put("touchline.sources.staleness." + source, patience(LEAST_STALENESS) + "s");
        }
        // before kickoff a price may be late by what the machine is late; of a running match it may not
        properties.put("alert.price.sources.theoddsapi", patience(LEAST_PRICE_AGE) + "s");
        properties.put("alert.sources.silence", patience(LEAST_SILENCE) + "s");
        return properties;
    }

    private long patience(Duration least) {
        return Math.max(least.toSeconds(), Math.round(REAL_PATIENCE.toSeconds() * speed));
    }

    public Counts counts() {
        Instant now = clock.instant();
        List<Match> begun = league.matchesBetween(league.startAt(), now.plusMillis(1));
        long finished = begun.stream()
                .filter(match -> league.viewAt(match, now).phase() == Phase.FULL_TIME)
                .count();
        return new Counts(begun.size(), finished, vendors.espnAnswers(), vendors.theOddsApiAnswers(), vendors.prices());
    }

    @Override
    public void close() {
        vendors.close();
        try {
            Files.deleteIfExists(aliasFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String firstDay() {
        return league.matches().getFirst().kickoffAt().toString().substring(0, 10);
    }

    private static Path writeAliases(List<Club> clubs) {
        StringBuilder table =
                new StringBuilder("# The clubs of the simulated league: association | id | name | spellings\n");
        for (Club club : clubs) {
            table.append("soccer/SIM | ")
                    .append(TeamId.fromName(club.name()))
                    .append(" | ")
                    .append(club.name())
                    .append(" | ")
                    .append(String.join("; ", ClubNames.spellings(club)))
                    .append('\n');
        }
        try {
            return Files.writeString(Files.createTempFile("simulated-clubs", ".txt"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
