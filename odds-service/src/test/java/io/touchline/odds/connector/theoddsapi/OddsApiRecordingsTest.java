package io.touchline.odds.connector.theoddsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.schema.Price;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded answers against an independent walk through the same JSON: 4,286 prices in all, none rejected. */
class OddsApiRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** American odds become decimal ones by a division. */
    private static final double TOLERANCE = 1e-6;

    private final CollectedEvents told = new CollectedEvents();

    @ParameterizedTest
    @CsvSource({
        "v4.soccer_epl.odds.h2h.2024-10-13.json, 20, 1014, 84",
        "v4.upcoming.odds.h2h.2024-08-01.json, 10, 158, 16",
        "v4.americanfootball_nfl.odds.h2h-spreads-totals.2022-10-22.json, 26, 2498, 26",
        "v4.basketball_nba.odds.h2h-spreads.2024-08-21.json, 51, 616, 0",
    })
    void everyPriceIsTold(String file, int events, int prices, int lay) throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/theoddsapi/" + file));
        new OddsApiAdapter().read(new Payload(body, NOW, NOW, file), told);

        int there = 0;
        double sum = 0;
        for (JsonNode event : JsonMapper.builder().build().readTree(body)) {
            for (JsonNode price : event.findValues("price")) {
                double value = price.asDouble();
                there++;
                sum += Math.abs(value) < 100 || !price.isInt() ? value : value > 0 ? 1 + value / 100 : 1 + 100 / -value;
            }
        }
        List<Price> read = told.events(OddsSeen.class).stream()
                .flatMap(seen -> seen.quotes().stream())
                .flatMap(quote -> quote.getPrices().stream())
                .toList();
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events()).hasSize(events);
        assertThat(read.stream()
                        .mapToInt(price -> (price.getBackOdds() == null ? 0 : 1) + (price.getLayOdds() == null ? 0 : 1))
                        .sum())
                .isEqualTo(there)
                .isEqualTo(prices);
        assertThat(read.stream().filter(price -> price.getLayOdds() != null)).hasSize(lay);
        assertThat(read.stream()
                        .mapToDouble(price -> orNought(price.getBackOdds()) + orNought(price.getLayOdds()))
                        .sum())
                .isCloseTo(sum, org.assertj.core.data.Offset.offset(TOLERANCE));
    }

    @Test
    void theListOfSports_tellsNothing() throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/theoddsapi/v4.sports.json"));
        new OddsApiAdapter().read(new Payload(body, NOW, NOW, "v4.sports.json"), told);
        assertThat(told.events()).isEmpty();
        assertThat(told.rejections()).isEmpty();
    }

    private static double orNought(Double odds) {
        return odds == null ? 0 : odds;
    }
}
