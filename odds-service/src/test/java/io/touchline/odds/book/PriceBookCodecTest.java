package io.touchline.odds.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.odds.MatchScript;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class PriceBookCodecTest {

    private static final BookRules RULES = new BookRules(Duration.ofDays(7), Duration.ofSeconds(90), Map.of(), 1500);

    @Test
    void aBookComesBackAsItWas() {
        PriceBook book = book("""
                -4000'  QUOTE    bwin             1X2      1.42 4.50 7.50
                -4000'  QUOTE    bwin             O/U 2.25 1.42 -
                -60'    SUSPEND  betfair-exchange AH -0.75 1.9512345 1.01
                -60'    QUOTE    pinnacle         O/U 2.5  1001 2500.25
                -1'     CLOSING  pinnacle         1X2      1.45 4.60 8.00
                """);
        book.openings().put(MarketLine.of(io.touchline.domain.market.MarketType.MATCH_RESULT), new double[] {
            1 / 3.0, 0.25, 0.4166
        });
        byte[] bytes = PriceBookCodec.encode(book);
        PriceBook again = PriceBookCodec.decode(bytes);
        assertThat(PriceBookTest.held(again))
                .isEqualTo(PriceBookTest.held(book))
                .containsExactly(
                        "1X2 pinnacle 1.45 4.6 8.0 -1'",
                        "O/U 2.25 bwin 1.42 NaN -4000'",
                        "O/U 2.5 pinnacle 1001.0 2500.25 -60'",
                        "AH -0.75 betfair-exchange 1.9512345 1.01 -60' suspended");
        assertThat(again.asOf()).isEqualTo(book.asOf());
        assertThat(again.kickoffAt())
                .isEqualTo(MatchScript.KICKOFF.toEpochMilli())
                .isEqualTo(PriceBookCodec.kickoffAt(bytes));
        assertThat(again.competition()).isEqualTo("eng.1");
        assertThat(again.headerAt).isEqualTo(MatchScript.minute(-1).toEpochMilli());
        assertThat(again.closingAt).isEqualTo(book.closingAt);
        assertThat(again.size()).isEqualTo(4);
        assertThat(again.openings().values()).containsExactly(new double[] {1 / 3.0, 0.25, 0.4166});
        assertThat(again.quotes(again.markets().iterator().next())
                        .iterator()
                        .next()
                        .closing())
                .isTrue();
        assertThat(PriceBookCodec.encode(again)).isEqualTo(bytes);
    }

    @Test
    void bytesPerFixture() {
        PriceBook one = book("-1' QUOTE bwin 1X2 1.42 4.50 7.50");
        PriceBook same = book("-1' QUOTE bwin 1X2 1.42 4.50 7.50");
        same.accept(MatchScript.single("-1' QUOTE bwon 1X2 1.42 4.50 7.50"), RULES, (reason, detail, quote) -> {});
        int name = "bwon".length() + 1;
        assertThat(PriceBookCodec.encode(same).length - PriceBookCodec.encode(one).length - name)
                .as("a three-way quote")
                .isEqualTo(10);
        PriceBook book = new PriceBook();
        for (String each : new String[] {
            "bet365", "bwin", "interwetten", "pinnacle", "william-hill", "betvictor", "ladbrokes", "coral"
        }) {
            for (String market : new String[] {"1X2 1.42 4.50 7.50", "O/U 2.5 1.85 2.02", "AH -1.25 1.95 1.97"}) {
                book.accept(
                        MatchScript.of("football-data", "-1' CLOSING " + each + " " + market)
                                .getFirst(),
                        RULES,
                        (reason, detail, quote) -> {});
            }
        }
        for (MarketLine line : book.markets()) {
            book.openings().put(line, new double[line.market().selections().size()]);
        }
        assertThat(book.size()).isEqualTo(24);
        assertThat(PriceBookCodec.encode(book).length)
                .as("football-data's closing book")
                .isEqualTo(445);
    }

    @Test
    void otherBytesAreRefused() {
        byte[] bytes = PriceBookCodec.encode(book("-1' QUOTE bwin 1X2 1.42 4.50 7.50"));
        assertThatThrownBy(() -> PriceBookCodec.decode(new byte[0])).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> PriceBookCodec.decode(new byte[] {9, 1, 2}))
                .isInstanceOf(SerializationException.class)
                .hasMessage("no price book of version 2: first byte 9");
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PriceBookCodec.decode(cut)).isInstanceOf(SerializationException.class);
        }
    }

    private static PriceBook book(String script) {
        PriceBook book = new PriceBook();
        MatchScript.of(script).forEach(update -> book.accept(update, RULES, (reason, detail, quote) -> {}));
        return book;
    }
}
