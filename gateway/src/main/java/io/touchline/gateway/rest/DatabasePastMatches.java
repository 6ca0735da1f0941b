package io.touchline.gateway.rest;

import io.touchline.gateway.rest.MatchAnswers.Match;
import io.touchline.gateway.rest.MatchAnswers.Result;
import io.touchline.gateway.rest.MatchAnswers.Team;
import io.touchline.platform.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Past matches from the table {@code ingest.matches}. A database that is away, or has no such table yet, knows none. */
public final class DatabasePastMatches implements PastMatches {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePastMatches.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A historical result is known two hours after kickoff. */
    private static final Duration PLAYED = Duration.ofHours(2);

    private static final String QUESTION = """
            SELECT m.league, m.season, m.home_team, m.away_team, m.home_name, m.away_name, m.kickoff_at, m.kickoff_known, m.status,
                   m.home_goals, m.away_goals, h.half_time_goals AS home_half, a.half_time_goals AS away_half,
                   (SELECT o.name FROM ingest.match_officials o WHERE o.fixture_id = m.fixture_id LIMIT 1) AS referee
            FROM ingest.matches m
            LEFT JOIN ingest.match_stats h ON h.fixture_id = m.fixture_id AND h.side = 'HOME'
            LEFT JOIN ingest.match_stats a ON a.fixture_id = m.fixture_id AND a.side = 'AWAY'
            WHERE m.fixture_id = ?
            """;

    private final Database database;

    public DatabasePastMatches(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Match> find(String id) {
        return Mono.fromCallable(() -> read(id))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(LIMIT)
                .onErrorResume(e -> {
                    LOG.warn("past matches cannot be asked for: {}", e.toString());
                    return Mono.empty();
                })
                .flatMap(Mono::justOrEmpty);
    }

    private Optional<Match> read(String id) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setQueryTimeout((int) LIMIT.toSeconds());
            question.setString(1, id);
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.of(match(id, row)) : Optional.empty();
            }
        }
    }

    private static Match match(String id, ResultSet row) throws SQLException {
        Instant kickoffAt = row.getObject("kickoff_at", OffsetDateTime.class).toInstant();
        String competition = row.getString("league");
        return new Match(
                id,
                MatchAnswers.Names.of(id).sport(),
                competition,
                MatchAnswers.competitionName(competition),
                row.getString("season"),
                new Team(row.getString("home_team"), row.getString("home_name")),
                new Team(row.getString("away_team"), row.getString("away_name")),
                kickoffAt,
                row.getBoolean("kickoff_known"),
                null,
                row.getString("referee"),
                row.getString("status"),
                null,
                result(row, kickoffAt),
                List.of(),
                0,
                null,
                null,
                null);
    }

    private static @Nullable Result result(ResultSet row, Instant kickoffAt) throws SQLException {
        Integer home = row.getObject("home_goals", Integer.class);
        Integer away = row.getObject("away_goals", Integer.class);
        return home == null || away == null
                ? null
                : new Result(
                        row.getString("status"),
                        home,
                        away,
                        row.getObject("home_half", Integer.class),
                        row.getObject("away_half", Integer.class),
                        kickoffAt.plus(PLAYED));
    }
}
