package io.touchline.platform.footballdata;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.platform.csv.CsvHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where one bookmaker's prices of one market stand in a file.
 *
 * @param bookmaker our name of the bookmaker
 * @param market match result, goals over and under 2.5, or Asian handicap
 * @param linePlace of the column with the handicap of the home side; -1 for a market without such a column
 * @param closing whether they are closing prices
 * @param places of the selections' columns, in the market's order
 */
record PriceColumns(String bookmaker, MarketType market, int linePlace, boolean closing, int[] places) {

    /** The only line of the files. */
    static final double TOTAL_LINE = 2.5;

    /** What the columns of each market end in. */
    private static final List<List<String>> MARKETS =
            List.of(List.of("H", "D", "A"), List.of(">2.5", "<2.5"), List.of("AHH", "AHA"));

    /** One file of 2021 has lost a digit of one name. */
    private static final String MISSPELT_AWAY_CLOSING = "B36CA";

    List<Selection> selections() {
        return market.selections();
    }

    /** The columns of all bookmakers of a file. */
    static List<PriceColumns> of(CsvHeader header, List<Bookmaker> bookmakers) {
        List<PriceColumns> found = new ArrayList<>();
        for (Bookmaker bookmaker : bookmakers) {
            for (boolean closing : new boolean[] {false, true}) {
                String letters = bookmaker.letters() + (closing ? "C" : "");
                add(
                        found,
                        header,
                        bookmaker,
                        closing,
                        MarketType.MATCH_RESULT,
                        -1,
                        letters + "H",
                        letters + "D",
                        letters + "A");
                add(found, header, bookmaker, closing, MarketType.TOTAL_GOALS, -1, letters + ">2.5", letters + "<2.5");
                // what a widespread tool makes of the two signs
                add(
                        found,
                        header,
                        bookmaker,
                        closing,
                        MarketType.TOTAL_GOALS,
                        -1,
                        letters + "_2_5",
                        letters + "_2_5_1");
                int line = linePlace(header, letters, closing);
                add(
                        found,
                        header,
                        bookmaker,
                        closing,
                        MarketType.ASIAN_HANDICAP,
                        line,
                        letters + "AHH",
                        letters + "AHA");
            }
        }
        return List.copyOf(found);
    }

    /**
     * Columns in the form of a bookmaker's whose letters are not in the list, by their letters. Highest and average prices are nobody's and not among them.
     */
    static Map<String, List<Integer>> unknown(CsvHeader header) {
        Set<String> known = new HashSet<>(List.of("Max", "MaxC", "BbMx"));
        Stream.concat(Bookmaker.ALL.stream(), Bookmaker.AVERAGES.stream())
                .forEach(each -> known.addAll(List.of(each.letters(), each.letters() + "C")));
        Map<String, List<Integer>> unknown = new TreeMap<>();
        for (String name : header.names()) {
            for (List<String> ends : MARKETS) {
                String first = ends.getFirst();
                String letters = name.endsWith(first) ? name.substring(0, name.length() - first.length()) : "";
                if (!letters.isEmpty()
                        && !known.contains(letters)
                        && ends.stream().allMatch(end -> header.has(letters + end))) {
                    ends.forEach(end -> unknown.computeIfAbsent(letters, unused -> new ArrayList<>())
                            .add(header.place(letters + end)));
                }
            }
        }
        return unknown;
    }

    /** Some files have a handicap of each bookmaker's own ({@code GBAH}), the others one for all. */
    private static int linePlace(CsvHeader header, String letters, boolean closing) {
        int own = header.place(letters + "AH");
        if (own >= 0) {
            return own;
        }
        int common = header.place(closing ? "AHCh" : "AHh");
        return common >= 0 || closing ? common : header.place("BbAHh");
    }

    private static void add(
            List<PriceColumns> found,
            CsvHeader header,
            Bookmaker bookmaker,
            boolean closing,
            MarketType market,
            int linePlace,
            String... columns) {
        int[] places = new int[columns.length];
        boolean any = false;
        for (int i = 0; i < columns.length; i++) {
            places[i] = header.place(columns[i]);
            if (places[i] < 0 && columns[i].equals("B365CA")) {
                places[i] = header.place(MISSPELT_AWAY_CLOSING);
            }
            any |= places[i] >= 0;
        }
        if (any) {
            found.add(new PriceColumns(bookmaker.slug(), market, linePlace, closing, places));
        }
    }
}
