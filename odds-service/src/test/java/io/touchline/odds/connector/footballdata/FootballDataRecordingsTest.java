package io.touchline.odds.connector.footballdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published seasons: prices told, counted beforehand by another program in another language. */
class FootballDataRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final CollectedEvents told = new CollectedEvents();

    @ParameterizedTest
    @CsvSource({
        "football-data/E0_2223.csv, 19756, 0",
        "football-data/E0_2122.csv, 19745, 1",
        "football-data/E0_1516.csv, 9117, 0",
        "football-data/SP1_0708.csv, 11100, 0",
        "football-data/T1_1314.csv, 8220, 1",
        "football-data/E0_0506.csv, 10260, 0",
        "football-data/E2_2021.csv, 28648, 1",
        "football-data/G1_1415.csv, 6411, 0",
        "football-data/BRA_to2022.csv, 12537, 0",
        "dirt-samples/I1_2021_renamed-columns.csv, 19713, 0",
    })
    void everyPriceIsToldOrRejected(String file, int prices, int rejected) throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path(file));
        new FootballDataAdapter(false).read(new Payload(body, NOW, NOW, file), told);

        assertThat(told.events(OddsSeen.class).stream()
                        .flatMap(seen -> seen.quotes().stream())
                        .mapToInt(quote -> quote.getPrices().size())
                        .sum())
                .isEqualTo(prices);
        assertThat(told.rejections()).hasSize(rejected).noneMatch(each -> each.reason() == RejectReason.UNKNOWN_MARKET);
    }
}
