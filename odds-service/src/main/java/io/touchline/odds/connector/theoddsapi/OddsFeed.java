package io.touchline.odds.connector.theoddsapi;

import io.touchline.schema.OddsUpdate;

/** Where updates go: the topic in service, a list in tests. */
interface OddsFeed {

    /** One fixture's changed quotes. */
    void update(OddsUpdate update);

    /** Returns when everything is where it belongs. */
    void flush();
}
