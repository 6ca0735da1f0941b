package io.touchline.odds;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.odds.book.BookRules;
import io.touchline.odds.book.PriceBook;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.odds.consensus.Consensus;
import io.touchline.odds.consensus.MarginMethods;
import io.touchline.odds.consensus.Weights;
import io.touchline.platform.footballdata.HistoryFolder;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.MarketPrices;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The default margin removal and weights against plainer ones, on nine seasons of five leagues; none of a later season, so that a backtest of later ones is not judged by settings that saw it. The whole
 * table is in {@code docs/decisions/0006-margin-removal.md}.
 */
class DefaultsOnRealSeasonsTest {

    private static final Set<String> LEAGUES = Set.of("E0", "D1", "I1", "SP1", "F1");
    private static final Set<String> SEASONS =
            Set.of("1213", "1314", "1415", "1516", "1617", "1718", "1819", "1920", "2021");

    private static final BookRules RULES = OddsPropertiesTest.defaults().bookRules();

    @Test
    void theDefaultsPriceMatchResultsBetterThanScalingOrEqualWeights() throws IOException {
        OddsProperties defaults = OddsPropertiesTest.defaults();
        MarginMethods plain = new MarginMethods("multiplicative", Map.of());
        Bookmakers bookmakers = Bookmakers.shipped();
        List<Consensus> rivals = List.of(
                new Consensus(bookmakers, defaults.devig().methods(), defaults.weights()),
                new Consensus(bookmakers, plain, defaults.weights()),
                new Consensus(bookmakers, defaults.devig().methods(), new Weights(1, 1)));
        double[] loss = new double[rivals.size()];
        int matches = 0;
        for (HistoryRow row : rows()) {
            int won = Integer.signum(row.score().away() - row.score().home()) + 1;
            for (int i = 0; i < loss.length; i++) {
                // a book of its own for each, as a quote remembers its fair probabilities
                PriceBook book = new PriceBook();
                OddsRows.replayed().opening(row).ifPresent(update -> book.accept(update, RULES, (a, b, c) -> {}));
                List<MarketPrices> markets = rivals.get(i).markets(book);
                if (!markets.isEmpty() && markets.getFirst().getMarket().equals("MATCH_RESULT")) {
                    loss[i] -= Math.log(markets.getFirst().getPrices().get(won).getProbability());
                    matches += i == 0 ? 1 : 0;
                }
            }
        }
        assertThat(matches).isGreaterThan(15_000);
        assertThat(loss[0] / matches)
                .as("defaults")
                .isBetween(0.960, 0.985)
                .isLessThan(loss[1] / matches)
                .isLessThan(loss[2] / matches);
        assertThat((loss[1] - loss[0]) / matches).as("against scaling").isGreaterThan(0.0003);
    }

    private static List<HistoryRow> rows() throws IOException {
        Path folder = SharedData.path("football-data");
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
        List<HistoryRow> rows = new ArrayList<>();
        for (Path file : HistoryFolder.list(folder, LEAGUES, SEASONS)) {
            rows.addAll(reader.read(file).rows());
        }
        return rows;
    }
}
