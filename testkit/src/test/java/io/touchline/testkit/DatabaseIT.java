package io.touchline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.platform.store.CopyRows;
import io.touchline.platform.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseIT {

    private static final Instant TIME = Instant.parse("1999-12-31T23:59:59.123Z");

    @Test
    void migrates_copiesEveryKindOfCell_andRollsBack() throws Exception {
        String url = TestPostgres.freshUrl();
        try (Database database = new Database(url, "postgres", "", "kit")) {
            CopyRows rows = new CopyRows()
                    .add(1, "tab\t back\\slash\nline", TIME, new float[] {1.5f, Float.NaN}, true)
                    .add(2, null, null, null, null);
            long copied = database.inTransaction(on -> Database.copy(on, "notes (id, text, at, numbers, sure)", rows));
            assertThat(copied).isEqualTo(2);
            assertThatThrownBy(() -> database.inTransaction(on -> {
                        Database.execute(on, "DELETE FROM notes");
                        throw new SQLException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            assertThat(read(database))
                    .containsExactly(
                            "1|tab\t back\\slash\nline|1999-12-31 23:59:59.123+00|{1.5,NaN}|t",
                            "2|null|null|null|null");
            assertThat(database.problem()).isEmpty();
        }
        try (Database again = new Database(url, "postgres", "", "kit")) {
            again.migrate();
            assertThat(read(again)).hasSize(2);
        }
    }

    @Test
    void aDatabaseThatIsAway_failsTheCallAndSaysWhy() {
        try (Database away = new Database("jdbc:postgresql://127.0.0.1:1/nothing", "postgres", "", "kit")) {
            assertThat(away.problem()).containsIgnoringCase("connect");
        }
    }

    private static List<String> read(Database database) throws Exception {
        return database.inTransaction(on -> {
            List<String> lines = new ArrayList<>();
            try (Statement statement = on.createStatement()) {
                statement.execute("SET TIME ZONE 'UTC'");
                try (ResultSet rows = statement.executeQuery(
                        "SELECT id, text, at::text, numbers::text, sure::text FROM notes ORDER BY id")) {
                    while (rows.next()) {
                        String sure = rows.getString(5);
                        lines.add(rows.getInt(1) + "|" + rows.getString(2) + "|" + rows.getString(3) + "|"
                                + rows.getString(4) + "|" + (sure == null ? "null" : sure.substring(0, 1)));
                    }
                }
            }
            return lines;
        });
    }
}
