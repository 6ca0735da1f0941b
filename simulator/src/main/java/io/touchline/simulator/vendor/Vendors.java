package io.touchline.simulator.vendor;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Seed;
import io.touchline.simulator.market.Market;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** All vendor servers of one league. */
public final class Vendors implements AutoCloseable {

    private static final BetfairServer.Account BETFAIR_ACCOUNT =
            new BetfairServer.Account("simulated-app-key", "simulated-user", "simulated-betfair-password");

    /** The only account of the simulated Pinnacle. */
    public static final String PINNACLE_USER = "simulated-user";

    public static final String PINNACLE_PASSWORD = "simulated-pinnacle-password";

    /** The key that the simulated football-data.org asks for. */
    public static final String FOOTBALL_DATA_ORG_KEY = "simulated-football-data-org-key";

    /** The token that the simulated Sportradar feed asks for. */
    public static final String SPORTRADAR_TOKEN = "simulated-sportradar-token";

    /** The key that the simulated Sportradar soccer API asks for. */
    public static final String SPORTRADAR_SOCCER_KEY = "simulated-sportradar-soccer-key";

    private static final int FOOTBALL_DATA_ORG_A_MINUTE = 10;
    private static final Duration SPORTRADAR_ALIVE = Duration.ofSeconds(1);
    private static final long SPORTRADAR_SOCCER_QUOTA = 1_000_000_000;

    private final FaultBoard faults = new FaultBoard();
    private final OddsApiVendor odds;
    private final VendorServer clubEloServer;
    private final VendorServer espnServer;
    private final VendorServer oddsServer;
    private final VendorServer footballDataOrgServer;
    private final VendorServer footballDataServer;
    private final VendorServer mlbServer;
    private final VendorServer openMeteoServer;
    private final BetfairServer betfair;
    private final VendorServer pinnacleServer;
    private final VendorServer understatServer;
    private final SportradarServer sportradar;
    private final VendorServer sportradarSoccerServer;

    /**
     * Starts them.
     *
     * @param clock the league's time
     * @param league what they tell of
     * @param oddsKey the key that The Odds API asks for
     * @param oddsCredits how many credits that key has
     */
    public Vendors(InstantSource clock, League league, String oddsKey, long oddsCredits) {
        Market market = new Market(league);
        this.odds = new OddsApiVendor(league, market, oddsKey, oddsCredits);
        Seed seed = league.matches().getFirst().seed();
        this.clubEloServer = new VendorServer(ClubEloVendor.NAME, clock, faults, new ClubEloVendor(league));
        this.mlbServer = new VendorServer(MlbVendor.NAME, clock, faults, new MlbVendor(new MlbGames(seed), faults));
        this.openMeteoServer = new VendorServer(OpenMeteoVendor.NAME, clock, faults, new OpenMeteoVendor(seed));
        this.espnServer = new VendorServer(EspnVendor.NAME, clock, faults, new EspnVendor(league, faults));
        this.oddsServer = new VendorServer(OddsApiVendor.NAME, clock, faults, odds);
        this.footballDataOrgServer = new VendorServer(
                FootballDataOrgVendor.NAME,
                clock,
                faults,
                new FootballDataOrgVendor(league, faults, FOOTBALL_DATA_ORG_KEY, FOOTBALL_DATA_ORG_A_MINUTE));
        this.footballDataServer =
                new VendorServer(FootballDataVendor.NAME, clock, faults, new FootballDataVendor(league, market));
        this.betfair = BetfairServer.of(clock, league, market, faults, BETFAIR_ACCOUNT);
        this.pinnacleServer = new VendorServer(
                PinnacleVendor.NAME,
                clock,
                faults,
                new PinnacleVendor(league, market, PINNACLE_USER, PINNACLE_PASSWORD));
        this.understatServer = new VendorServer(UnderstatVendor.NAME, clock, faults, new UnderstatVendor(league));
        this.sportradar = SportradarServer.of(clock, league, market, faults, SPORTRADAR_TOKEN, SPORTRADAR_ALIVE);
        this.sportradarSoccerServer = new VendorServer(
                SportradarSoccerApi.NAME,
                clock,
                faults,
                new SportradarSoccerApi(league, faults, SPORTRADAR_SOCCER_KEY, SPORTRADAR_SOCCER_QUOTA));
    }

    /** Where Club Elo is. */
    public URI clubElo() {
        return clubEloServer.baseUrl();
    }

    /** Answers of Club Elo so far. */
    public long clubEloAnswers() {
        return clubEloServer.requests();
    }

    /** Where MLB's Stats API is. */
    public URI mlb() {
        return mlbServer.baseUrl();
    }

    /** Answers of MLB's Stats API so far. */
    public long mlbAnswers() {
        return mlbServer.requests();
    }

    /** Where Open-Meteo is. */
    public URI openMeteo() {
        return openMeteoServer.baseUrl();
    }

    /** Answers of Open-Meteo so far. */
    public long openMeteoAnswers() {
        return openMeteoServer.requests();
    }

    /** Where football-data.co.uk is. */
    public URI footballData() {
        return footballDataServer.baseUrl();
    }

    /** Answers of football-data.co.uk so far. */
    public long footballDataAnswers() {
        return footballDataServer.requests();
    }

    /** Sportradar's odds feed: broker and API. */
    public SportradarServer sportradar() {
        return sportradar;
    }

    /** Where Sportradar's soccer API is. */
    public URI sportradarSoccer() {
        return sportradarSoccerServer.baseUrl();
    }

    /** Where football-data.org is. */
    public URI footballDataOrg() {
        return footballDataOrgServer.baseUrl();
    }

    /** Answers of football-data.org so far. */
    public long footballDataOrgAnswers() {
        return footballDataOrgServer.requests();
    }

    /** Where Pinnacle's lines API is. */
    public URI pinnacle() {
        return pinnacleServer.baseUrl();
    }

    /** Answers of Pinnacle so far. */
    public long pinnacleAnswers() {
        return pinnacleServer.requests();
    }

    /** Where Understat is. */
    public URI understat() {
        return understatServer.baseUrl();
    }

    /** Answers of Understat so far. */
    public long understatAnswers() {
        return understatServer.requests();
    }

    /** The Betfair Exchange: stream, login and catalogue. */
    public BetfairServer betfair() {
        return betfair;
    }

    /** Where ESPN's site API is. */
    public URI espn() {
        return espnServer.baseUrl();
    }

    /** Where The Odds API is. */
    public URI theOddsApi() {
        return oddsServer.baseUrl();
    }

    /** What goes wrong; see {@link VendorServer} for the same over HTTP. */
    public FaultBoard faults() {
        return faults;
    }

    /** Answers of ESPN so far. */
    public long espnAnswers() {
        return espnServer.requests();
    }

    /** Answers of The Odds API so far. */
    public long theOddsApiAnswers() {
        return oddsServer.requests();
    }

    /** Prices that The Odds API has sent so far, unchanged ones every time. */
    public long prices() {
        return odds.prices();
    }

    @Override
    public void close() {
        clubEloServer.close();
        mlbServer.close();
        openMeteoServer.close();
        espnServer.close();
        footballDataOrgServer.close();
        footballDataServer.close();
        oddsServer.close();
        betfair.close();
        pinnacleServer.close();
        understatServer.close();
        sportradar.close();
        sportradarSoccerServer.close();
    }
}
