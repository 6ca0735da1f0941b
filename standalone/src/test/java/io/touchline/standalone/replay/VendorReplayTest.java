package io.touchline.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorReplayTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "betfair,betfair",
        "the-odds-api-v4,theoddsapi",
        "football-data.org,football-data-org",
        "mlb-statsapi,mlb",
        "openmeteo,open-meteo"
    })
    void aVendorIsFound_howeverItIsWritten(String asked, String name) {
        assertThat(VendorReplay.find(asked).map(vendor -> vendor.descriptor().name()))
                .contains(name);
    }

    @Test
    void aVendorThatNobodyReads_isNotFound() {
        assertThat(VendorReplay.find("crystal-ball")).isEmpty();
    }

    @Test
    void everyPriceAndEveryBrokenPart_isCounted_andDumped() throws Exception {
        Path recording = folder.resolve("odds.json");
        Files.writeString(recording, """
                [{"id":"a1","sport_key":"soccer_epl","sport_title":"EPL","commence_time":"2026-03-01T15:00:00Z","home_team":"Arsenal","away_team":"Chelsea","bookmakers":[
                  {"key":"pinnacle","title":"Pinnacle","last_update":"2026-03-01T12:00:00Z","markets":[
                    {"key":"h2h","last_update":"2026-03-01T12:00:00Z","outcomes":[{"name":"Arsenal","price":2.1},{"name":"Chelsea","price":3.6},{"name":"Draw","price":3.4}]},
                    {"key":"totals","last_update":"2026-03-01T12:00:00Z","outcomes":[{"name":"Over","price":0.9,"point":2.5},{"name":"Under","price":1.95,"point":2.5}]}]}]}]
                """);
        Path dump = folder.resolve("events.jsonl");
        VendorCounts counts = replay("theoddsapi", recording, dump);
        assertThat(counts.payloads()).isEqualTo(1);
        assertThat(counts.rejected().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1);
        assertThat(counts.fixturesMatched()).isEqualTo(1);
        assertThat(counts.fixturesUnmatched()).isZero();
        assertThat(Files.readString(dump))
                .contains("soccer:eng.1:2025-26:arsenal:chelsea")
                .contains("2.1");
    }

    private static VendorCounts replay(String name, Path recording, Path dump)
            throws IOException, InterruptedException {
        Vendor vendor = VendorReplay.find(name).orElseThrow();
        return new VendorReplay(vendor, () -> NOW, line -> {})
                .run(List.of(recording), Optional.of(dump), Optional.empty(), Double.POSITIVE_INFINITY);
    }
}
