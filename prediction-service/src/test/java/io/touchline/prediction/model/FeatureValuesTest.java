package io.touchline.prediction.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureValuesTest {

    @Test
    void withoutMarket_nothingOfOddsIsLeft_whereverItStands() {
        List<Feature> features = FeatureCatalogue.shipped().features();
        float[] values = new float[features.size()];
        Arrays.fill(values, 1);
        FeatureValues left = FeatureValues.of(values).withoutMarket();
        for (Feature feature : features) {
            boolean odds = feature.group().equals("market")
                    || feature.source().contains("market_snapshots")
                    || feature.name().startsWith("elo_odds")
                    || feature.name().startsWith("form_market_surplus");
            assertThat(Float.isNaN(left.value(feature.name())))
                    .as(feature.name())
                    .isEqualTo(odds);
        }
    }
}
