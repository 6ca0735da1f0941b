package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void wordsGoLeft_numbersGoRight() {
        Table table = Table.of(
                List.of("topic", "records"), List.of(List.of("fixtures", "760"), List.of("live_odds", "120000")));
        assertThat(table.lines()).containsExactly("topic      records", "fixtures       760", "live_odds   120000");
    }

    @Test
    void withoutRows_isTheHeaderAlone() {
        assertThat(Table.of(List.of("table", "rows"), List.of()).lines()).containsExactly("table  rows");
    }
}
