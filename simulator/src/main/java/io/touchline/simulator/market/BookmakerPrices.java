package io.touchline.simulator.market;

import java.time.Instant;
import java.util.List;

/**
 * All prices of one bookmaker for one match at one moment.
 *
 * @param bookmaker who
 * @param lastUpdate when the vendor last read them
 * @param markets what is open now; empty while the bookmaker has suspended the match
 */
public record BookmakerPrices(Bookmaker bookmaker, Instant lastUpdate, List<MarketPrice> markets) {}
