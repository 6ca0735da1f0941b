package io.touchline.simulator.market;

import java.util.List;

/**
 * The bookmakers that quote the league, under the keys that the odds vendor uses for real ones, so that settings such as the
 * list of sharp bookmakers need no second version. How they behave here is made up and says nothing about the real ones.
 */
public final class Bookmakers {

    private static final List<Bookmaker> ALL = List.of(
            Bookmaker.sharp("pinnacle", "Pinnacle", false, 0.026),
            Bookmaker.sharp("betfair_ex_eu", "Betfair", true, 0.012),
            Bookmaker.soft("marathonbet", "Marathon Bet", 0.040, 0.014, 2),
            Bookmaker.soft("unibet_eu", "Unibet", 0.055, 0.022, 6),
            Bookmaker.soft("williamhill", "William Hill", 0.058, 0.025, 9),
            Bookmaker.soft("sport888", "888sport", 0.062, 0.027, 12),
            Bookmaker.soft("betsson", "Betsson", 0.056, 0.022, 8),
            Bookmaker.soft("nordicbet", "Nordic Bet", 0.056, 0.023, 7));

    private Bookmakers() {}

    public static List<Bookmaker> all() {
        return ALL;
    }
}
