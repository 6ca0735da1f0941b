package io.touchline.feature.catalogue;

import io.touchline.domain.market.Selection;
import io.touchline.feature.catalogue.MarketView.Past;
import io.touchline.schema.FairPrice;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.MarketPrices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes the features of the group market from a snapshot and puts them at their places in a vector. Made once a service; safe for many threads. */
public final class MarketFeatures {

    private static final double MILLIS_AN_HOUR = TimeUnit.HOURS.toMillis(1);

    private final Map<String, ToDoubleFunction<MarketView>> byName = new LinkedHashMap<>();
    private final int[] positions;
    private final ToDoubleFunction<MarketView>[] formulas;

    /** Throws {@link IllegalStateException} where the catalogue does not name a formula of this class. */
    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    public MarketFeatures(FeatureCatalogue catalogue) {
        outcome("home", Selection.HOME, MarketView::result, Past::home);
        outcome("draw", Selection.DRAW, MarketView::result, Past::draw);
        outcome("away", Selection.AWAY, MarketView::result, Past::away);
        outcome("over25", Selection.OVER, MarketView::totals, Past::over25);
        result("home", Selection.HOME);
        result("draw", Selection.DRAW);
        result("away", Selection.AWAY);
        gap("home", Selection.HOME);
        gap("away", Selection.AWAY);
        add("overround_result", view -> of(view.result(), MarketPrices::getOverround));
        add("overround_totals", view -> of(view.totals(), MarketPrices::getOverround));
        add("best_overround_result", view -> of(view.result(), MarketPrices::getBestOverround));
        add("bookmakers", view -> of(view.result(), MarketPrices::getBookmakers));
        add("disagreement_result", view -> of(view.result(), MarketPrices::getDisagreement));
        add("disagreement_totals", view -> of(view.totals(), MarketPrices::getDisagreement));
        add("favourite", view -> of(view.result(), MarketFeatures::largest));
        add("entropy", view -> of(view.result(), MarketFeatures::entropy));
        add("handicap_line", view -> of(view.handicap(), MarketFeatures::line));
        add("handicap_home", view -> MarketView.probability(view.handicap(), Selection.HOME));
        add("total_line", view -> of(view.mainTotal(), MarketFeatures::line));
        add("total_over", view -> MarketView.probability(view.mainTotal(), Selection.OVER));
        add("hours_to_kickoff", view -> (view.kickoffAt() - view.asOf()) / MILLIS_AN_HOUR);
        add("hours_since_first_price", view -> (view.asOf() - view.firstAt()) / MILLIS_AN_HOUR);
        Names.requireAll(catalogue, byName.keySet());
        this.positions =
                byName.keySet().stream().mapToInt(FeatureCatalogue::position).toArray();
        this.formulas = byName.values().toArray(new ToDoubleFunction[0]);
    }

    /** Names of the features that it computes. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Puts the market's values at their places. */
    public void fill(float[] values, MarketView view) {
        for (int at = 0; at < positions.length; at++) {
            values[positions[at]] = (float) formulas[at].applyAsDouble(view);
        }
    }

    private void outcome(
            String name,
            Selection selection,
            java.util.function.Function<MarketView, @Nullable MarketPrices> market,
            ToDoubleFunction<Past> past) {
        add("fair_" + name, view -> MarketView.probability(market.apply(view), selection));
        add("opening_" + name, view -> opening(market.apply(view), selection));
        add(
                "move_" + name,
                view -> MarketView.probability(market.apply(view), selection) - opening(market.apply(view), selection));
        if (selection != Selection.DRAW) {
            for (int hours : new int[] {1, 6, 24}) {
                long before = TimeUnit.HOURS.toMillis(hours);
                add(
                        "move_" + name + "_" + hours + "h",
                        view -> MarketView.probability(market.apply(view), selection)
                                - past.applyAsDouble(view.past(before)));
            }
        }
    }

    private void result(String name, Selection selection) {
        add("sharp_" + name, view -> MarketView.sharp(view.result(), selection));
        add("best_premium_" + name, view -> {
            FairPrice price = MarketView.price(view.result(), selection);
            return price == null ? Double.NaN : price.getBestOdds() * price.getProbability() - 1;
        });
    }

    private void gap(String name, Selection selection) {
        add(
                "sharp_gap_" + name,
                view -> MarketView.sharp(view.result(), selection) - MarketView.probability(view.result(), selection));
    }

    private void add(String name, ToDoubleFunction<MarketView> formula) {
        byName.put("market_" + name, formula);
    }

    private static double of(@Nullable MarketPrices market, ToDoubleFunction<MarketPrices> value) {
        return market == null ? Double.NaN : value.applyAsDouble(market);
    }

    private static double opening(@Nullable MarketPrices market, Selection selection) {
        FairPrice price = MarketView.price(market, selection);
        return price == null ? Double.NaN : price.getOpeningProbability();
    }

    private static double line(MarketPrices market) {
        Double line = market.getLine();
        return line == null ? Double.NaN : line;
    }

    private static double largest(MarketPrices market) {
        return market.getPrices().stream()
                .mapToDouble(FairPrice::getProbability)
                .max()
                .orElse(Double.NaN);
    }

    private static double entropy(MarketPrices market) {
        return -market.getPrices().stream()
                .mapToDouble(FairPrice::getProbability)
                .map(p -> p > 0 ? p * Math.log(p) : 0)
                .sum();
    }
}
