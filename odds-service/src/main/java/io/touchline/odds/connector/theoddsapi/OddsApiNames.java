package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.fixture.Competitions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Their keys and our names: competitions, sports and bookmakers. */
final class OddsApiNames {

    private static final Map<String, String> SPORT_BY_COMPETITION = Map.ofEntries(
            Map.entry("eng.1", "soccer_epl"),
            Map.entry("eng.2", "soccer_efl_champ"),
            Map.entry("eng.3", "soccer_england_league1"),
            Map.entry("eng.4", "soccer_england_league2"),
            Map.entry("sco.1", "soccer_spl"),
            Map.entry("ger.1", "soccer_germany_bundesliga"),
            Map.entry("ger.2", "soccer_germany_bundesliga2"),
            Map.entry("ita.1", "soccer_italy_serie_a"),
            Map.entry("ita.2", "soccer_italy_serie_b"),
            Map.entry("esp.1", "soccer_spain_la_liga"),
            Map.entry("esp.2", "soccer_spain_segunda_division"),
            Map.entry("fra.1", "soccer_france_ligue_one"),
            Map.entry("fra.2", "soccer_france_ligue_two"),
            Map.entry("ned.1", "soccer_netherlands_eredivisie"),
            Map.entry("bel.1", "soccer_belgium_first_div"),
            Map.entry("por.1", "soccer_portugal_primeira_liga"),
            Map.entry("tur.1", "soccer_turkey_super_league"),
            Map.entry("gre.1", "soccer_greece_super_league"),
            Map.entry("arg.1", "soccer_argentina_primera_division"),
            Map.entry("bra.1", "soccer_brazil_campeonato"),
            Map.entry("chn.1", "soccer_china_superleague"),
            Map.entry("den.1", "soccer_denmark_superliga"),
            Map.entry("fin.1", "soccer_finland_veikkausliiga"),
            Map.entry("irl.1", "soccer_league_of_ireland"),
            Map.entry("jpn.1", "soccer_japan_j_league"),
            Map.entry("mex.1", "soccer_mexico_ligamx"),
            Map.entry("nor.1", "soccer_norway_eliteserien"),
            Map.entry("pol.1", "soccer_poland_ekstraklasa"),
            Map.entry("swe.1", "soccer_sweden_allsvenskan"),
            Map.entry("sui.1", "soccer_switzerland_superleague"),
            Map.entry("usa.1", "soccer_usa_mls"),
            Map.entry("eng.fa", "soccer_fa_cup"),
            Map.entry("eng.league_cup", "soccer_england_efl_cup"),
            Map.entry("ger.3", "soccer_germany_liga3"),
            Map.entry("uefa.champions", "soccer_uefa_champs_league"),
            Map.entry("uefa.europa", "soccer_uefa_europa_league"),
            Map.entry("uefa.europa.conf", "soccer_uefa_europa_conference_league"),
            Map.entry("uefa.euro", "soccer_uefa_european_championship"),
            Map.entry("fifa.world", "soccer_fifa_world_cup"),
            Map.entry("conmebol.america", "soccer_conmebol_copa_america"),
            Map.entry("conmebol.libertadores", "soccer_conmebol_copa_libertadores"),
            Map.entry("nba", "basketball_nba"),
            Map.entry("wnba", "basketball_wnba"),
            Map.entry("nfl", "americanfootball_nfl"),
            Map.entry("mlb", "baseball_mlb"),
            Map.entry("nhl", "icehockey_nhl"),
            Map.entry("sim.1", "soccer_simulated_league"));

    /** The first word of a sport's key where ours is another. */
    private static final Map<String, String> SPORTS = Map.of(
            "americanfootball", "american_football",
            "icehockey", "hockey",
            "aussierules", "aussie_rules",
            "rugbyleague", "rugby_league",
            "rugbyunion", "rugby_union",
            "mma", "martial_arts");

    private static final Map<String, String> COMPETITION_BY_SPORT = new HashMap<>();

    /** Only where our slug is not just theirs with hyphens. Two of their keys never share a slug, since both may be in one answer. */
    private static final Map<String, String> BOOKMAKERS = Map.ofEntries(
            Map.entry("betfair", "betfair-exchange"),
            Map.entry("betfair_ex_eu", "betfair-exchange-eu"),
            Map.entry("betfair_ex_uk", "betfair-exchange-uk"),
            Map.entry("betfair_ex_au", "betfair-exchange-au"),
            Map.entry("betfair_sb_uk", "betfair-sportsbook"),
            Map.entry("williamhill", "william-hill"),
            Map.entry("williamhill_us", "william-hill-us"),
            Map.entry("sport888", "888sport"),
            Map.entry("onexbet", "1xbet"),
            Map.entry("unibet_eu", "unibet"),
            Map.entry("paddypower", "paddy-power"),
            Map.entry("ladbrokes_uk", "ladbrokes"));

    static {
        SPORT_BY_COMPETITION.forEach((competition, sport) -> COMPETITION_BY_SPORT.put(sport, competition));
    }

    private OddsApiNames() {}

    /** Their key of a competition of ours; empty where they do not have it. */
    static Optional<String> sport(String competition) {
        return Optional.ofNullable(SPORT_BY_COMPETITION.get(competition));
    }

    /** Our code of a key of theirs; empty where we do not know the competition. */
    static Optional<String> competition(String sport) {
        return Optional.ofNullable(COMPETITION_BY_SPORT.get(sport))
                .filter(code -> Competitions.find(code).isPresent());
    }

    /** Our sport of a key of theirs: {@code soccer} of {@code soccer_epl}. */
    static String sportOf(String key) {
        int end = key.indexOf('_');
        String group = end < 0 ? key : key.substring(0, end);
        return SPORTS.getOrDefault(group, group);
    }

    /** Our slug of a bookmaker. */
    static String bookmaker(String key) {
        return BOOKMAKERS.getOrDefault(key, key.replace('_', '-'));
    }
}
