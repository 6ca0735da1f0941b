package io.touchline.platform.quality;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.domain.odds.DecimalOdds;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a bookmaker's quote: whether its odds are in range, whether they belong together, whether they jumped against its own last ones and how they lie beside the median of the
 * others. Jumps and distances are of probabilities without margin (the shares of the inverses). A suspended quote makes its bookmaker's last prices void: what comes after it
 * is no jump. Safe for many threads.
 */
public final class PriceCheck {

    private static final int MARKETS = 20_000;
    private static final Map<String, MarketType> TYPES = new HashMap<>();

    static {
        for (MarketType type : MarketType.values()) {
            if (!type.selections().isEmpty()) {
                TYPES.put(type.name(), type);
            }
        }
    }

    private final PriceLimits limits;
    private final Map<String, Map<String, Held>> markets = new Bounded<>(MARKETS);

    /** A bookmaker's last prices of a market: probabilities without margin in the order of the market's selections. */
    private record Held(Instant at, double[] fair, boolean toldFarOff) {}

    public PriceCheck() {
        this(PriceLimits.USUAL);
    }

    public PriceCheck(PriceLimits limits) {
        this.limits = limits;
    }

    /** A source brought a quote; what is odd about it. */
    public synchronized List<Finding> quote(String source, FixtureId fixture, boolean inPlay, Quote quote) {
        List<Finding> findings = new ArrayList<>();
        String market = fixture.value() + '|' + quote.getMarket() + '|' + quote.getLine();
        String voice = source + '|' + quote.getBookmaker();
        Map<String, Held> book = markets.computeIfAbsent(market, unused -> new HashMap<>());
        if (quote.getSuspended()) {
            book.remove(voice);
            return findings;
        }
        oddsOutOfRange(source, fixture, quote, findings);
        MarketType type = TYPES.get(quote.getMarket());
        double[] inverses = type == null ? null : inverses(type, quote);
        Held last = book.get(voice);
        if (type == null
                || inverses == null
                || last != null && quote.getObservedAt().isBefore(last.at())) {
            return findings;
        }
        double due = type == MarketType.DOUBLE_CHANCE ? 2 : 1;
        double sum = Arrays.stream(inverses).sum();
        double overround = sum / due - 1;
        boolean exchange = quote.getPrices().stream().anyMatch(price -> price.getLayOdds() != null)
                || quote.getBookmaker().endsWith("exchange");
        if (overround < limits.leastOverround() || !exchange && overround > limits.mostOverround()) {
            findings.add(Finding.of(
                    FindingKind.OVERROUND_OUT_OF_RANGE,
                    source,
                    fixture,
                    "overround %.4f of %s".formatted(overround, shown(quote)),
                    quote.getObservedAt()));
            return findings;
        }
        if (exchange && overround > limits.thinExchange()) {
            book.remove(voice);
            return findings;
        }
        double[] fair = Arrays.stream(inverses).map(each -> each / sum).toArray();
        if (!inPlay && last != null) {
            jump(source, fixture, type, quote, last, fair, findings);
        }
        boolean toldBefore = last != null && last.toldFarOff();
        boolean farOff = farOff(source, fixture, type, quote, inPlay, book, voice, fair, toldBefore, findings);
        book.put(voice, new Held(quote.getObservedAt(), fair, farOff));
        return findings;
    }

    private void oddsOutOfRange(String source, FixtureId fixture, Quote quote, List<Finding> findings) {
        for (Price price : quote.getPrices()) {
            Double odds = price.getBackOdds();
            if (odds != null && (!DecimalOdds.isValid(odds) || odds > limits.mostOdds())) {
                findings.add(Finding.of(
                        FindingKind.ODDS_OUT_OF_RANGE,
                        source,
                        fixture,
                        "odds %s of %s in %s".formatted(odds, price.getSelection(), shown(quote)),
                        quote.getObservedAt()));
            }
        }
    }

    private void jump(
            String source,
            FixtureId fixture,
            MarketType type,
            Quote quote,
            Held last,
            double[] fair,
            List<Finding> findings) {
        int at = farthest(last.fair(), fair);
        double by = Math.abs(fair[at] - last.fair()[at]);
        if (by > limits.jump() && !last.at().isBefore(quote.getObservedAt().minus(limits.sudden()))) {
            findings.add(Finding.of(
                    FindingKind.PRICE_JUMPED,
                    source,
                    fixture,
                    "%s of %s went from %.3f to %.3f within %d s"
                            .formatted(
                                    type.selections().get(at),
                                    shown(quote),
                                    last.fair()[at],
                                    fair[at],
                                    Duration.between(last.at(), quote.getObservedAt())
                                            .toSeconds()),
                    quote.getObservedAt()));
        }
    }

    private boolean farOff(
            String source,
            FixtureId fixture,
            MarketType type,
            Quote quote,
            boolean inPlay,
            Map<String, Held> book,
            String voice,
            double[] fair,
            boolean toldBefore,
            List<Finding> findings) {
        Instant oldest = quote.getObservedAt().minus(inPlay ? limits.beside() : limits.sudden());
        List<double[]> others = new ArrayList<>();
        book.forEach((other, held) -> {
            if (!other.equals(voice) && !held.at().isBefore(oldest)) {
                others.add(held.fair());
            }
        });
        if (others.size() < limits.others()) {
            return toldBefore;
        }
        double[] median = new double[fair.length];
        for (int i = 0; i < median.length; i++) {
            int selection = i;
            median[i] = median(others.stream()
                    .mapToDouble(each -> each[selection])
                    .sorted()
                    .toArray());
        }
        int at = farthest(median, fair);
        if (Math.abs(fair[at] - median[at]) <= (inPlay ? limits.apartInPlay() : limits.apart())) {
            return false;
        }
        if (!toldBefore) {
            findings.add(Finding.of(
                    FindingKind.PRICE_DISAGREES,
                    source,
                    fixture,
                    "%s of %s is %.3f while the median of %d others is %.3f"
                            .formatted(type.selections().get(at), shown(quote), fair[at], others.size(), median[at]),
                    quote.getObservedAt()));
        }
        return true;
    }

    private static double @Nullable [] inverses(MarketType type, Quote quote) {
        List<Selection> selections = type.selections();
        double[] inverses = new double[selections.size()];
        for (Price price : quote.getPrices()) {
            Double odds = price.getBackOdds();
            for (int i = 0; i < inverses.length; i++) {
                if (odds != null
                        && DecimalOdds.isValid(odds)
                        && selections.get(i).name().equals(price.getSelection())) {
                    inverses[i] = 1 / odds;
                }
            }
        }
        return Arrays.stream(inverses).allMatch(each -> each > 0) ? inverses : null;
    }

    private static int farthest(double[] one, double[] other) {
        int at = 0;
        for (int i = 1; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > Math.abs(one[at] - other[at])) {
                at = i;
            }
        }
        return at;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String shown(Quote quote) {
        return quote.getBookmaker() + ' ' + quote.getMarket() + (quote.getLine() == null ? "" : " " + quote.getLine());
    }
}
