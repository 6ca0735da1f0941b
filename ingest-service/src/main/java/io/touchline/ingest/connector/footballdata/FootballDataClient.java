package io.touchline.ingest.connector.footballdata;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Season;
import io.touchline.ingest.publish.HistoryInput;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The wire to football-data.co.uk: a file per division and season under {@code /mmz4281/2324/E0.csv}, a file per country with all its seasons under
 * {@code /new/BRA.csv}. Asks conditionally and keeps a pace. Safe for use by several threads.
 */
public final class FootballDataClient {

    private final URI base;
    private final VendorWire wire;
    private final RateLimit pace;

    /**
     * @param base address of the site without a trailing slash
     * @param wire not closed here
     * @param pace kept between requests
     */
    public FootballDataClient(URI base, VendorWire wire, RateLimit pace) {
        this.base = base;
        this.wire = wire;
        this.pace = pace;
    }

    /** A file of the site. */
    public record Address(String name, String path) {

        /** A division's season: {@code E0}, 2023-24. */
        public static Address ofDivision(String division, Season season) {
            String years =
                    String.format(Locale.ROOT, "%02d%02d", season.startYear() % 100, (season.startYear() + 1) % 100);
            return new Address(division + '_' + years + ".csv", "/mmz4281/" + years + '/' + division + ".csv");
        }

        /** A country with all its seasons: {@code BRA}. */
        public static Address ofCountry(String country) {
            return new Address(country + ".csv", "/new/" + country + ".csv");
        }

        /** Whichever the code is: a division's season, or a country whatever the season. */
        public static Address of(String code, Season season) {
            return Competitions.isCountryFile(code) ? ofCountry(code) : ofDivision(code, season);
        }
    }

    /** Asks for a file; {@link VendorAnswer#unchanged} where it is the same as last time. */
    public VendorAnswer fetch(Address address) throws VendorException, InterruptedException {
        pace.await();
        return wire.get(request(address));
    }

    /** Makes the next answer come whole, after one that could not be used. */
    public void forget(Address address) {
        wire.forget(request(address));
    }

    /** A file as the input of a load, fetched when the load gets to it. */
    public HistoryInput input(Address address) {
        return new HistoryInput() {
            @Override
            public String name() {
                return address.name();
            }

            @Override
            public byte[] bytes() throws IOException {
                try {
                    return fetch(address).body();
                } catch (VendorException e) {
                    throw new IOException(e.problem(), e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
        };
    }

    private VendorRequest request(Address address) {
        return VendorRequest.of(base, address.path(), Map.of());
    }
}
