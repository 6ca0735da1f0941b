package io.touchline.platform.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which associations the clubs of a competition are found: its own, those of its confederation, and for women's sides the men's names beside their own. */
final class Confederations {

    private static final String SOCCER = "soccer/";
    private static final String WOMEN = "-W";

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "UEFA",
            Set.of(
                    "ALB", "AND", "ARM", "AUT", "AZE", "BEL", "BIH", "BLR", "BUL", "CRO", "CYP", "CZE", "DEN", "ENG",
                    "ESP", "EST", "FIN", "FRA", "FRO", "GEO", "GER", "GIB", "GRE", "HUN", "IRL", "ISL", "ISR", "ITA",
                    "KAZ", "KOS", "LIE", "LTU", "LUX", "LVA", "MDA", "MKD", "MLT", "MNE", "NED", "NIR", "NOR", "POL",
                    "POR", "ROU", "RUS", "SCO", "SMR", "SRB", "SUI", "SVK", "SVN", "SWE", "TUR", "UKR", "WAL"),
            "CONMEBOL",
            Set.of("ARG", "BOL", "BRA", "CHI", "COL", "ECU", "PAR", "PER", "URU", "VEN"),
            "CONCACAF",
            Set.of("USA", "MEX", "CAN", "CRC", "GUA", "HON", "SLV", "PAN", "NCA", "JAM", "HAI", "DOM", "TRI", "SUR"),
            "AFC",
            Set.of(
                    "JPN", "CHN", "KOR", "AUS", "KSA", "QAT", "UAE", "IRN", "IRQ", "UZB", "THA", "MAS", "VIE", "IND",
                    "SIN", "HKG"),
            "CAF",
            Set.of(
                    "EGY", "MAR", "TUN", "ALG", "RSA", "COD", "SEN", "CIV", "NGA", "GHA", "CMR", "TAN", "ZAM", "ANG",
                    "MLI"));

    private Confederations() {}

    static boolean isWomens(String association) {
        return association.endsWith(WOMEN);
    }

    /** The men's association that lends a women's its names. */
    static String mens(String association) {
        return association.substring(0, association.length() - WOMEN.length());
    }

    /** The associations whose clubs may play there; {@code known} are those of the table. */
    static List<String> scope(String association, Collection<String> known) {
        boolean womens = isWomens(association);
        String plain = womens ? mens(association) : association;
        if (!plain.startsWith(SOCCER)) {
            return List.of(association);
        }
        String code = plain.substring(SOCCER.length());
        Set<String> members = MEMBERS.get(code);
        if (members == null && !code.equals("CLUB")) {
            return List.of(association);
        }
        return known.stream()
                .filter(each -> each.startsWith(SOCCER) && !isWomens(each))
                .filter(each -> members == null ? isOfClubs(each) : members.contains(each.substring(SOCCER.length())))
                .map(each -> womens ? each + WOMEN : each)
                .sorted()
                .toList();
    }

    private static boolean isOfClubs(String association) {
        String code = association.substring(SOCCER.length());
        return !code.equals("FIFA") && !code.equals("SIM") && !MEMBERS.containsKey(code);
    }
}
