package io.touchline.simulator.league;

import java.util.ArrayList;
import java.util.List;

/** The twenty clubs of the league; names are invented, strengths drawn from the seed. */
final class Clubs {

    /** Spread of log strengths; about that of a major league. */
    private static final double ATTACK_SPREAD = 0.22;

    private static final double DEFENCE_SPREAD = 0.18;

    private static final int FIRST_VENDOR_ID = 91001;

    /** Name at the score vendor, name at the odds vendor, short name, abbreviation, ground. */
    private static final String[][] NAMES = {
        {"Ashcombe Rovers", "Ashcombe Rovers FC", "Ashcombe", "ASH", "Mill Lane"},
        {"Brackwater Town", "Brackwater", "Brackwater", "BRA", "Sluice Road"},
        {"Caldervane City", "Caldervane City", "Caldervane", "CAL", "Weir Park"},
        {"Dunmere United", "Dunmere Utd", "Dunmere", "DUN", "Mereside"},
        {"Eastmoor Athletic", "Eastmoor Ath", "Eastmoor", "EAS", "Heather Field"},
        {"Fernholt Wanderers", "Fernholt Wanderers FC", "Fernholt", "FER", "Bracken Way"},
        {"Glasswick Albion", "Glasswick", "Glasswick", "GLA", "Furnace Street"},
        {"Hollowbrig", "Hollowbrig FC", "Hollowbrig", "HOL", "Brig End"},
        {"Ironhaven", "Ironhaven AFC", "Ironhaven", "IRO", "The Anchorage"},
        {"Juniper Park", "Juniper Park FC", "Juniper", "JUN", "Juniper Ground"},
        {"Kestrel Bay", "Kestrel Bay", "Kestrel", "KES", "Cliff Top"},
        {"Larkmere County", "Larkmere", "Larkmere", "LAR", "County Meadow"},
        {"Marrowgate", "Marrowgate Town", "Marrowgate", "MAR", "Gate Lane"},
        {"Norwold Dynamos", "Norwold Dynamos", "Norwold", "NOR", "Turbine Hall Lane"},
        {"Oakenhurst Villa", "Oakenhurst Villa FC", "Oakenhurst", "OAK", "Acorn Road"},
        {"Pellingholm", "Pellingholm Town", "Pellingholm", "PEL", "Island Ground"},
        {"Quarrybank", "Quarrybank Miners", "Quarrybank", "QUA", "The Pit"},
        {"Ravensmere", "Ravensmere FC", "Ravensmere", "RAV", "Rookery Lane"},
        {"Saltmarsh Orient", "Saltmarsh Orient", "Saltmarsh", "SAL", "Tidal Park"},
        {"Thornfell Vale", "Thornfell Vale FC", "Thornfell", "THO", "Fell Foot"},
    };

    private Clubs() {}

    static List<Club> of(Seed seed) {
        List<Club> clubs = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            String[] names = NAMES[i];
            Seed own = seed.with("club").with(names[3]);
            clubs.add(new Club(
                    Integer.toString(FIRST_VENDOR_ID + i),
                    names[0],
                    names[1],
                    names[2],
                    names[3],
                    names[4],
                    ATTACK_SPREAD * own.with("attack").normal(),
                    DEFENCE_SPREAD * own.with("defence").normal()));
        }
        return List.copyOf(clubs);
    }
}
