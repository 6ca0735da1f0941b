package io.touchline.odds;

import io.touchline.odds.connector.betfair.BetfairVendor;
import io.touchline.odds.connector.footballdata.FootballDataVendor;
import io.touchline.odds.connector.pinnacle.PinnacleVendor;
import io.touchline.odds.connector.theoddsapi.TheOddsApiVendor;
import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.vendor.Vendor;
import java.util.List;

/** Every source that this service can read, by name. */
public final class OddsVendors {

    private OddsVendors() {}

    /** One a line, by name. */
    public static List<Vendor> list() {
        return List.of(
                new BetfairVendor(), //
                FootballDataVendor.ofFiles(),
                FootballDataVendor.ofFixtures(),
                new PinnacleVendor(),
                new SportradarVendor(),
                new TheOddsApiVendor());
    }
}
