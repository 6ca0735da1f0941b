package io.touchline.ingest;

import io.touchline.ingest.connector.clubelo.ClubEloVendor;
import io.touchline.ingest.connector.espn.EspnVendor;
import io.touchline.ingest.connector.footballdataorg.FootballDataOrgVendor;
import io.touchline.ingest.connector.mlb.MlbVendor;
import io.touchline.ingest.connector.openmeteo.OpenMeteoVendor;
import io.touchline.ingest.connector.opta.OptaVendor;
import io.touchline.ingest.connector.sportradar.SportradarScoresVendor;
import io.touchline.ingest.connector.sportradar.SportradarSoccerVendor;
import io.touchline.ingest.connector.statsbomb.StatsBombVendor;
import io.touchline.ingest.connector.understat.UnderstatVendor;
import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.vendor.Vendor;
import java.util.List;

/** Every source that this service can read, by name. */
public final class IngestVendors {

    private IngestVendors() {}

    /** One a line, by name. */
    public static List<Vendor> list() {
        return List.of(
                new ClubEloVendor(),
                new EspnVendor(),
                new FootballDataOrgVendor(),
                new MlbVendor(),
                new OpenMeteoVendor(),
                new OptaVendor(),
                new SportradarVendor(),
                new SportradarScoresVendor(),
                new SportradarSoccerVendor(),
                new StatsBombVendor(),
                new UnderstatVendor());
    }
}
