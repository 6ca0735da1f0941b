package io.touchline.platform.footballdata;

import java.util.List;

/**
 * Whose prices a column holds, by the letters it begins with. The publisher's list is in
 * <a href="https://www.football-data.co.uk/notes.txt">football-data.co.uk/notes.txt</a>. The highest and the average price of many bookmakers stand in columns of the
 * same form; nobody offers them, so {@code Max} and {@code BbMx} are not read at all and the averages are never among the quotes of a bookmaker.
 *
 * @param slug our name of the bookmaker
 * @param letters what the columns begin with
 */
record Bookmaker(String slug, String letters) {

    /** Our name for the average over the bookmakers that Oddsportal lists: no bookmaker, never a price that can be taken. */
    static final String AVERAGE = "market-average";

    static final List<Bookmaker> ALL = List.of(
            new Bookmaker("bet365", "B365"),
            new Bookmaker("bwin", "BW"),
            new Bookmaker("interwetten", "IW"),
            new Bookmaker("pinnacle", "PS"),
            new Bookmaker("pinnacle", "P"),
            new Bookmaker("william-hill", "WH"),
            new Bookmaker("betvictor", "VC"),
            new Bookmaker("betvictor", "BV"),
            new Bookmaker("ladbrokes", "LB"),
            new Bookmaker("gamebookers", "GB"),
            new Bookmaker("sportingbet", "SB"),
            new Bookmaker("stan-james", "SJ"),
            new Bookmaker("sporting-odds", "SO"),
            new Bookmaker("stanleybet", "SY"),
            new Bookmaker("blue-square", "BS"),
            new Bookmaker("betfair-sportsbook", "BF"),
            new Bookmaker("betfair-exchange", "BFE"),
            new Bookmaker("betfred", "BFD"),
            new Bookmaker("betmgm", "BMGM"),
            new Bookmaker("coral", "CL"),
            new Bookmaker("1xbet", "1XB"));

    static final List<Bookmaker> AVERAGES = List.of(new Bookmaker(AVERAGE, "Avg"), new Bookmaker(AVERAGE, "BbAv"));
}
