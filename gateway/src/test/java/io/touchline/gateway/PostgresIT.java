package io.touchline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.access.ApiKey;
import io.touchline.gateway.access.DatabaseApiKeys;
import io.touchline.gateway.access.FileApiKeys;
import io.touchline.gateway.access.Role;
import io.touchline.gateway.rest.DatabasePastMatches;
import io.touchline.gateway.rest.Json;
import io.touchline.platform.store.Database;
import io.touchline.testkit.Await;
import io.touchline.testkit.TestPostgres;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PostgresIT {

    private static final String PLAYED = "soccer:eng.1:2022-23:arsenal:wolves";

    private final AtomicLong wall = new AtomicLong(Samples.NOW.toEpochMilli());

    private static Database database(String url) {
        return new Database(url, "postgres", "", "gateway");
    }

    @Test
    void keysOfOneGateway_openAnother_untilTheyAreWithdrawn(@TempDir Path folder) throws Exception {
        String url = TestPostgres.freshUrl();
        FileApiKeys local = new FileApiKeys(folder.resolve("api-keys.json"));
        try (Database here = database(url);
                Database there = database(url)) {
            here.migrate();
            DatabaseApiKeys one = new DatabaseApiKeys(here, local, () -> Instant.ofEpochMilli(wall.get()));
            DatabaseApiKeys other = new DatabaseApiKeys(there, local, () -> Instant.ofEpochMilli(wall.get()));
            ApiKey.Fresh fresh = ApiKey.create("ann", Role.TRADER, 7, Samples.NOW, new SecureRandom());
            one.add(fresh.kept());
            assertThat(one.find(fresh.text())).contains(fresh.kept());
            Await.until("the key at the other gateway", () -> ask(other, fresh), Optional::isPresent);
            here.inTransaction(connection -> Database.execute(connection, "DELETE FROM gateway.api_keys"));
            Await.until("the key withdrawn", () -> ask(other, fresh), Optional::isEmpty);
            assertThat(other.size()).isZero();
        }
    }

    /** Half a minute later. */
    private Optional<ApiKey> ask(DatabaseApiKeys keys, ApiKey.Fresh key) {
        wall.addAndGet(30_000);
        return keys.find(key.text());
    }

    @Test
    void databaseAway_leavesTheLocalKeys(@TempDir Path folder) {
        FileApiKeys local = new FileApiKeys(folder.resolve("api-keys.json"));
        ApiKey.Fresh fresh = ApiKey.create("ann", Role.ADMIN, 0, Samples.NOW, new SecureRandom());
        local.add(fresh.kept());
        try (Database away = database("jdbc:postgresql://127.0.0.1:1/nothing")) {
            DatabaseApiKeys keys = new DatabaseApiKeys(away, local, () -> Instant.ofEpochMilli(wall.get()));
            assertThat(keys.find(fresh.text())).contains(fresh.kept());
            assertThat(keys.find("tl_abcdefgh_" + "x".repeat(43))).isEmpty();
            assertThat(new DatabasePastMatches(away)
                            .find(PLAYED)
                            .blockOptional(Await.LIMIT)
                            .isPresent())
                    .isFalse();
        }
    }

    @Test
    void pastMatch_asIngestKeepsIt() throws Exception {
        try (Database database = database(TestPostgres.freshUrl())) {
            database.inTransaction(connection -> Database.execute(connection, """
                    CREATE SCHEMA ingest;
                    CREATE TABLE ingest.matches (fixture_id text PRIMARY KEY, league text, season text, home_team text, away_team text,
                        home_name text, away_name text, kickoff_at timestamptz, kickoff_known boolean, status text, home_goals integer, away_goals integer);
                    CREATE TABLE ingest.match_stats (fixture_id text, side text, half_time_goals integer);
                    CREATE TABLE ingest.match_officials (fixture_id text, role text, name text);
                    INSERT INTO ingest.matches VALUES ('%1$s', 'eng.1', '2022-23', 'arsenal', 'wolves', 'Arsenal', 'Wolves',
                        '2023-05-28T15:30:00Z', true, 'FINISHED', 5, 0);
                    INSERT INTO ingest.match_stats VALUES ('%1$s', 'HOME', 3), ('%1$s', 'AWAY', 0);
                    INSERT INTO ingest.match_officials VALUES ('%1$s', 'REFEREE', 'A Marriner');
                    """.formatted(PLAYED)));
            DatabasePastMatches past = new DatabasePastMatches(database);
            JsonNode match = JsonMapper.builder()
                    .build()
                    .readTree(new Json()
                            .bytes(past.find(PLAYED).blockOptional(Await.LIMIT).orElseThrow()));
            assertThat(match.get("home").get("name").asString()).isEqualTo("Arsenal");
            assertThat(match.get("competitionName").asString()).isEqualTo("Premier League");
            assertThat(match.get("kickoffAt").asString()).isEqualTo("2023-05-28T15:30:00Z");
            assertThat(match.get("referee").asString()).isEqualTo("A Marriner");
            JsonNode result = match.get("result");
            assertThat(result.get("homeGoals").asInt()).isEqualTo(5);
            assertThat(result.get("halfTimeHomeGoals").asInt()).isEqualTo(3);
            assertThat(past.find("soccer:eng.1:2022-23:a:b").blockOptional(Await.LIMIT))
                    .isEmpty();
        }
    }
}
