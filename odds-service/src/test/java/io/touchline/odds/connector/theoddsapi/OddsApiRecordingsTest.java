package io.touchline.odds.connector.theoddsapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.Rejections;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Rejection;
import io.touchline.testkit.SharedData;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded answers against an independent walk through the same JSON. */
class OddsApiRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Rejection> rejections = new ArrayList<>();
    private final OddsApiAdapter adapter = new OddsApiAdapter(
            TeamDirectory.shipped(),
            (competition, home, away) -> Map.of(),
            new Rejections(InstantSource.fixed(NOW), rejections::add),
            InstantSource.fixed(NOW));

    @Test
    void premierLeague_everyPriceAccountedFor() throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/theoddsapi/v4.soccer_epl.odds.h2h.2024-10-13.json"));
        List<OddsUpdate> updates = adapter.read(body, new OddsApiAdapter.Arrival(NOW, NOW, "recording"));

        JsonNode events = JsonMapper.builder().build().readTree(body);
        int back = 0;
        int lay = 0;
        double sum = 0;
        int quotes = 0;
        for (JsonNode event : events) {
            for (JsonNode bookmaker : event.get("bookmakers")) {
                for (JsonNode market : bookmaker.get("markets")) {
                    boolean isLay = market.get("key").asString().equals("h2h_lay");
                    quotes += isLay ? 0 : 1;
                    for (JsonNode outcome : market.get("outcomes")) {
                        back += isLay ? 0 : 1;
                        lay += isLay ? 1 : 0;
                        sum += outcome.get("price").asDouble();
                    }
                }
            }
        }
        List<Price> prices = updates.stream()
                .flatMap(update -> update.getQuotes().stream())
                .flatMap(quote -> quote.getPrices().stream())
                .toList();
        assertThat(rejections).isEmpty();
        assertThat(updates).hasSize(events.size()).hasSize(20);
        assertThat(updates.stream()
                        .mapToInt(update -> update.getQuotes().size())
                        .sum())
                .isEqualTo(quotes)
                .isEqualTo(310);
        assertThat(prices.stream().filter(price -> price.getBackOdds() != null)).hasSize(back);
        assertThat(prices.stream().filter(price -> price.getLayOdds() != null))
                .hasSize(lay)
                .hasSize(84);
        double read = prices.stream()
                .mapToDouble(price -> orNought(price.getBackOdds()) + orNought(price.getLayOdds()))
                .sum();
        assertThat(Math.round(read * 100)).isEqualTo(Math.round(sum * 100));
    }

    @ParameterizedTest
    @CsvSource({
        "v4.americanfootball_nfl.odds.h2h-spreads-totals.2022-10-22.json, 26",
        "v4.basketball_nba.odds.h2h-spreads.2024-08-21.json, 51",
    })
    void otherSports_areOneNamedRejectionAnEvent(String file, int events) throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/theoddsapi/" + file));
        assertThat(adapter.read(body, new OddsApiAdapter.Arrival(NOW, NOW, "recording")))
                .isEmpty();
        assertThat(rejections).hasSize(events).allMatch(each -> each.getReason().equals("UNKNOWN_COMPETITION"));
    }

    private static double orNought(Double odds) {
        return odds == null ? 0 : odds;
    }
}
