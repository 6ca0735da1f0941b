package io.touchline.feature.catalogue;

import io.touchline.domain.market.Selection;
import io.touchline.feature.catalogue.MarketView.Past;
import io.touchline.schema.FairPrice;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.MarketPrices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes the features of the group market from a snapshot and puts them at their places in a vector. Made once a service; safe for many threads. */
public final class MarketFeatures {

    private static final List<Selection> RESULT = List.of(Selection.HOME, Selection.DRAW, Selection.AWAY);
    private static final double ONE_POINT = 0.01;
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
        gap("draw", Selection.DRAW);
        gap("away", Selection.AWAY);
        movement();
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

    /** The market's values of a vector alone. */
    public float[] of(float[] values) {
        float[] market = new float[positions.length];
        for (int at = 0; at < positions.length; at++) {
            market[at] = values[positions[at]];
        }
        return market;
    }

    /** Puts back what {@link #of(float[])} took out; nothing where it comes from another version of the catalogue. */
    public void put(float[] values, float[] market) {
        for (int at = 0; at < positions.length && market.length == positions.length; at++) {
            values[positions[at]] = market[at];
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
            for (int hours : new int[] {1, 6, 12, 24}) {
                long before = TimeUnit.HOURS.toMillis(hours);
                add(
                        "move_" + name + "_" + hours + "h",
                        view -> MarketView.probability(market.apply(view), selection)
                                - past.applyAsDouble(view.past(before)));
            }
        }
    }

    private void result(String name, Selection selection) {
        add("implied_" + name, view -> {
            FairPrice price = MarketView.price(view.result(), selection);
            return price == null ? Double.NaN : 1 / price.getMeanOdds();
        });
        add("opening_value_" + name, view -> {
            FairPrice price = MarketView.price(view.result(), selection);
            return price == null || price.getOpeningProbability() <= 0
                    ? Double.NaN
                    : price.getProbability() / price.getOpeningProbability() - 1;
        });
        add("sharp_" + name, view -> MarketView.sharp(view.result(), selection));
        add("best_premium_" + name, view -> {
            FairPrice price = MarketView.price(view.result(), selection);
            return price == null ? Double.NaN : price.getBestOdds() * price.getProbability() - 1;
        });
    }

    private void movement() {
        long hour = TimeUnit.HOURS.toMillis(1);
        long day = TimeUnit.HOURS.toMillis(24);
        add("drift", MarketFeatures::drift);
        add("volatility_1h", view -> view.volatility(hour));
        add("volatility_24h", view -> view.volatility(day));
        add(
                "hours_since_change",
                view -> view.changedAt() == Long.MIN_VALUE
                        ? Double.NaN
                        : (view.asOf() - view.changedAt()) / MILLIS_AN_HOUR);
        add("panic", view -> panic(view, hour, day));
        add("sharp_money", MarketFeatures::sharpMoney);
        add("efficiency", view -> of(view.result(), MarketFeatures::efficiency));
    }

    /** Half the sum of what the three fair probabilities moved since the first price: the share of probability that changed sides. */
    private static double drift(MarketView view) {
        double sum = 0;
        for (Selection selection : RESULT) {
            sum += Math.abs(MarketView.probability(view.result(), selection) - opening(view.result(), selection));
        }
        return sum / 2;
    }

    /** Largest move of either side in the last hour over itself, the usual spread of the last day and one point: 0 calm, towards 1 panic. Our own measure. */
    private static double panic(MarketView view, long hour, long day) {
        Past before = view.past(hour);
        double move = Math.max(
                Math.abs(MarketView.probability(view.result(), Selection.HOME) - before.home()),
                Math.abs(MarketView.probability(view.result(), Selection.AWAY) - before.away()));
        double usual = view.volatility(day);
        return move / (move + (Double.isNaN(usual) ? 0 : usual) + ONE_POINT);
    }

    /** Half the sum of the differences between the sharp bookmakers' and the consensus' fair probabilities, positive where the sharp ones favour the home side. */
    private static double sharpMoney(MarketView view) {
        double sum = 0;
        for (Selection selection : RESULT) {
            sum += Math.abs(
                    MarketView.sharp(view.result(), selection) - MarketView.probability(view.result(), selection));
        }
        double home =
                MarketView.sharp(view.result(), Selection.HOME) - MarketView.probability(view.result(), Selection.HOME);
        double away =
                MarketView.sharp(view.result(), Selection.AWAY) - MarketView.probability(view.result(), Selection.AWAY);
        return home >= away ? sum / 2 : -sum / 2;
    }

    /** 1 minus half the sum of the differences between the fair probabilities and those of the best odds of all bookmakers: 1 where no bookmaker stands out. Our own measure. */
    private static double efficiency(MarketPrices market) {
        double whole = 0;
        for (FairPrice price : market.getPrices()) {
            whole += 1 / price.getBestOdds();
        }
        double sum = 0;
        for (FairPrice price : market.getPrices()) {
            sum += Math.abs(price.getProbability() - 1 / price.getBestOdds() / whole);
        }
        return 1 - sum / 2;
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
        double largest = Double.NaN;
        for (FairPrice price : market.getPrices()) {
            largest = price.getProbability() > largest || Double.isNaN(largest) ? price.getProbability() : largest;
        }
        return largest;
    }

    private static double entropy(MarketPrices market) {
        double sum = 0;
        for (FairPrice price : market.getPrices()) {
            double p = price.getProbability();
            sum += p > 0 ? p * Math.log(p) : 0;
        }
        return -sum;
    }
}
