package io.touchline.simulator.vendor;

import io.touchline.simulator.market.Opinion;
import java.util.List;

/** What a bookmaker offers on a match, in the feed's words: markets 1, 16, 18 and 29 with their outcomes. */
final class SportradarMarkets {

    private static final double LEAST_LIKELY = 0.03;
    private static final String ACTIVE = "1";
    private static final String SUSPENDED = "-1";

    private final StringBuilder xml = new StringBuilder();
    private final Opinion opinion;

    private SportradarMarkets(Opinion opinion) {
        this.opinion = opinion;
    }

    /** The {@code odds} element. */
    static String of(Opinion opinion, double totalLine, double handicapLine) {
        SportradarMarkets markets = new SportradarMarkets(opinion);
        double total = Math.max(totalLine, opinion.homeGoals() + opinion.awayGoals() + 0.5);
        for (double passed = totalLine; passed < total; passed++) {
            markets.xml
                    .append("<market id=\"18\" specifiers=\"total=")
                    .append(passed)
                    .append("\" status=\"-3\"/>");
        }
        markets.add("1", "", "MATCH_RESULT", opinion.matchResult(), List.of("1", "2", "3"));
        markets.add("18", "total=" + total, "TOTALS", opinion.totals(total), List.of("12", "13"));
        markets.add("16", "hcp=" + handicapLine, "HANDICAP", opinion.handicap(handicapLine), List.of("1714", "1715"));
        markets.add("29", "", "BOTH", opinion.bothScore(), List.of("74", "76"));
        return "<odds>" + markets.xml + "</odds>";
    }

    /** The same markets with another status and without prices: handed over to another producer, or settled. */
    static String closed(double totalLine, double lastTotal, double handicapLine, int status) {
        String closed = "\" status=\"" + status + "\"/>";
        StringBuilder xml = new StringBuilder("<odds><market id=\"1" + closed + "<market id=\"29" + closed);
        for (double total = totalLine; total <= lastTotal; total++) {
            xml.append("<market id=\"18\" specifiers=\"total=").append(total).append(closed);
        }
        return xml.append("<market id=\"16\" specifiers=\"hcp=")
                .append(handicapLine)
                .append(closed)
                .append("</odds>")
                .toString();
    }

    private void add(String id, String specifiers, String name, double[] fair, List<String> outcomes) {
        boolean open = !opinion.suspended();
        for (double share : fair) {
            open &= !Double.isNaN(share) && share >= LEAST_LIKELY;
        }
        xml.append("<market id=\"").append(id).append('"');
        if (!specifiers.isEmpty()) {
            xml.append(" specifiers=\"").append(specifiers).append('"');
        }
        xml.append(" status=\"").append(open ? ACTIVE : SUSPENDED).append('"');
        if (!open) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        List<Double> odds = opinion.odds(name, fair);
        for (int i = 0; i < outcomes.size(); i++) {
            xml.append("<outcome id=\"")
                    .append(outcomes.get(i))
                    .append("\" odds=\"")
                    .append(odds.get(i))
                    .append("\" active=\"1\"/>");
        }
        xml.append("</market>");
    }
}
