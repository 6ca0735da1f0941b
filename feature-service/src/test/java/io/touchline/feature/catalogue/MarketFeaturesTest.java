package io.touchline.feature.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.feature.MadeLeague;
import io.touchline.feature.catalogue.MarketView.Past;
import io.touchline.schema.FairPrice;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarketFeaturesTest {

    private static final Offset<Double> FLOAT = within(1e-6);
    private static final Instant KICKOFF = Instant.parse("2022-08-06T14:00:00Z");
    private static final Instant NOW = KICKOFF.minus(Duration.ofMinutes(90));
    private static final String ID = "soccer:eng.1:2022-23:a:b";

    private final MarketFeatures features = new MarketFeatures(FeatureCatalogue.shipped());
    private final MarketSnapshot snapshot = MadeLeague.snapshot(ID, "eng.1", KICKOFF, NOW, 0.5, 0.46);

    @Test
    void resultAndTotals_nowAndAtTheOpening() {
        float[] values = values(snapshot, Past.UNKNOWN);
        assertThat(value(values, "market_fair_home")).isCloseTo(0.5, FLOAT);
        assertThat(value(values, "market_fair_draw")).isCloseTo(0.225, FLOAT);
        assertThat(value(values, "market_fair_away")).isCloseTo(0.275, FLOAT);
        assertThat(value(values, "market_fair_over25")).isCloseTo(0.52, FLOAT);
        assertThat(value(values, "market_opening_home")).isCloseTo(0.46, FLOAT);
        assertThat(value(values, "market_move_home")).isCloseTo(0.04, FLOAT);
        assertThat(value(values, "market_move_over25")).isCloseTo(0.02, FLOAT);
        assertThat(value(values, "market_sharp_home")).isCloseTo(0.51, FLOAT);
        assertThat(value(values, "market_sharp_gap_away")).isCloseTo(-0.01, FLOAT);
        assertThat(value(values, "market_best_premium_draw")).isCloseTo(0.02, FLOAT);
        assertThat(value(values, "market_favourite")).isCloseTo(0.5, FLOAT);
        // -(0.5 ln 0.5 + 0.225 ln 0.225 + 0.275 ln 0.275)
        assertThat(value(values, "market_entropy")).isCloseTo(1.037211, within(1e-5));
        assertThat(value(values, "market_overround_result")).isCloseTo(0.05, FLOAT);
        assertThat(value(values, "market_disagreement_totals")).isCloseTo(0.004, FLOAT);
        assertThat(value(values, "market_bookmakers")).isEqualTo(3);
        assertThat(value(values, "market_hours_to_kickoff")).isCloseTo(1.5, FLOAT);
        assertThat(value(values, "market_hours_since_first_price")).isCloseTo(20, FLOAT);
    }

    @Test
    void movement_isAgainstThePriceOfThen_orUnknown() {
        float[] values = values(snapshot, new Past(0.47, 0.25, 0.28, Double.NaN));
        assertThat(value(values, "market_move_home_1h")).isCloseTo(0.03, FLOAT);
        assertThat(value(values, "market_move_away_24h")).isCloseTo(-0.005, FLOAT);
        assertThat(value(values, "market_move_over25_6h")).isNaN();
        assertThat(value(values(snapshot, Past.UNKNOWN), "market_move_home_1h")).isNaN();
    }

    @Test
    void lines_areThoseNearestToEvenChances_whateverTheirOrder() {
        List<MarketPrices> markets = new ArrayList<>(snapshot.getMarkets());
        markets.add(line("ASIAN_HANDICAP", -1.0, "HOME", 0.44));
        markets.add(line("ASIAN_HANDICAP", -0.75, "HOME", 0.51));
        markets.add(line("ASIAN_HANDICAP", -0.5, "HOME", 0.58));
        markets.add(line("TOTAL_GOALS", 2.75, "OVER", 0.49));
        for (List<MarketPrices> order : List.of(markets, markets.reversed())) {
            float[] values =
                    values(MarketSnapshot.newBuilder(snapshot).setMarkets(order).build(), Past.UNKNOWN);
            assertThat(value(values, "market_handicap_line")).isEqualTo(-0.75);
            assertThat(value(values, "market_handicap_home")).isCloseTo(0.51, FLOAT);
            assertThat(value(values, "market_total_line")).isEqualTo(2.75);
            assertThat(value(values, "market_total_over")).isCloseTo(0.49, FLOAT);
            assertThat(value(values, "market_fair_over25")).as("2.5 alone").isCloseTo(0.52, FLOAT);
        }
    }

    @Test
    void whatIsNotQuoted_isUnknown() {
        MarketSnapshot empty = MarketSnapshot.newBuilder(snapshot)
                .setMarkets(List.of(snapshot.getMarkets().getLast()))
                .build();
        float[] values = values(empty, Past.UNKNOWN);
        assertThat(value(values, "market_fair_home")).isNaN();
        assertThat(value(values, "market_entropy")).isNaN();
        assertThat(value(values, "market_sharp_home")).isNaN();
        assertThat(value(values, "market_handicap_line")).isNaN();
        assertThat(value(values, "market_total_line")).isEqualTo(2.5);
        assertThat(value(values, "market_hours_to_kickoff")).isCloseTo(1.5, FLOAT);
    }

    private static MarketPrices line(String market, double line, String first, double probability) {
        String second = first.equals("HOME") ? "AWAY" : "UNDER";
        return MarketPrices.newBuilder()
                .setMarket(market)
                .setLine(line)
                .setMethod("odds_ratio")
                .setPrices(List.of(price(first, probability), price(second, 1 - probability)))
                .setOverround(0.04)
                .setBestOverround(0.01)
                .setBookmakers(2)
                .setDisagreement(0)
                .setObservedAt(NOW)
                .build();
    }

    private static FairPrice price(String selection, double probability) {
        return new FairPrice(selection, probability, probability, 1 / probability, "bet365", 1 / probability);
    }

    private float[] values(MarketSnapshot of, Past past) {
        float[] values = new float[FeatureCatalogue.shipped().size()];
        Arrays.fill(values, Float.NaN);
        long firstAt = NOW.minus(Duration.ofHours(20)).toEpochMilli();
        features.fill(values, new MarketView(of, KICKOFF.toEpochMilli(), firstAt, before -> past));
        return values;
    }

    private static double value(float[] values, String name) {
        return values[FeatureCatalogue.position(name)];
    }
}
