package io.touchline.ingest.publish;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.platform.footballdata.DerivedTeam;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.store.CopyRows;
import io.touchline.platform.store.Database;
import io.touchline.schema.TeamStatistics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code ingest} schema: what is there, and bulk writes by COPY into staging tables and one merge each. */
final class HistoryStore {

    private static final String MATCH_COLUMNS =
            "fixture_id, league, season, home_team, away_team, home_name, away_name, kickoff_at,"
                    + " kickoff_known, status, home_goals, away_goals, source, source_location, content_hash, updated_at";
    private static final String STAT_COLUMNS =
            "fixture_id, side, half_time_goals, shots, shots_on_target, corners, fouls, yellow_cards,"
                    + " red_cards, xg, possession";

    private final Database database;

    HistoryStore(Database database) {
        this.database = database;
    }

    /** Makes sure that all competitions, and all teams of a directory with their spellings, are there. */
    void writeReference(TeamDirectory directory) throws SQLException, IOException {
        CopyRows sports = new CopyRows();
        CopyRows countries = new CopyRows();
        CopyRows leagues = new CopyRows();
        for (Competition competition : Competitions.list()) {
            String country =
                    competition.association().substring(competition.sport().length() + 1);
            sports.add(competition.sport(), competition.sport());
            countries.add(country, competition.country());
            leagues.add(
                    competition.code(),
                    competition.sport(),
                    country,
                    competition.association(),
                    competition.name(),
                    competition.calendarYear(),
                    competition.source());
        }
        CopyRows teams = new CopyRows();
        CopyRows aliases = new CopyRows();
        for (Team team : directory.list()) {
            teams.add(team.association(), team.id(), team.name(), false);
            for (String spelling : team.spellings()) {
                aliases.add(team.association(), spelling, team.id(), "directory");
            }
        }
        database.inTransaction(connection -> {
            merge(connection, "sports", "code, name", "code", sports);
            merge(connection, "countries", "code, name", "code", countries);
            merge(
                    connection,
                    "leagues",
                    "code, sport, country, association, name, calendar_year, source_code",
                    "code",
                    leagues);
            merge(connection, "teams", "association, id, name, derived", "association, id", teams);
            merge(connection, "team_aliases", "association, alias, team, source", "association, alias, team", aliases);
            return 0;
        });
    }

    /** The content hashes of all matches of these seasons, by fixture id. */
    Map<String, String> hashes(Set<String> leagues, Set<String> seasons) throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT fixture_id, content_hash FROM matches WHERE league = ANY (?) AND season = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", leagues.toArray()));
            statement.setArray(2, connection.createArrayOf("text", seasons.toArray()));
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    hashes.put(results.getString(1), results.getString(2));
                }
            }
        }
        return hashes;
    }

    /** Whether a file of this content was loaded before. */
    boolean knowsFile(String source, String contentHash) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT 1 FROM source_files WHERE source = ? AND content_hash = ?")) {
            statement.setString(1, source);
            statement.setString(2, contentHash);
            try (ResultSet results = statement.executeQuery()) {
                return results.next();
            }
        }
    }

    /** A file that was read to its end. */
    record LoadedFile(String source, String contentHash, String name, int rows, int rejected) {}

    /** Writes everything of a batch in one transaction. */
    void write(Collection<Match> matches, Collection<DerivedTeam> derived, Collection<LoadedFile> files, Instant now)
            throws SQLException, IOException {
        CopyRows seasons = new CopyRows();
        CopyRows rows = new CopyRows();
        CopyRows stats = new CopyRows();
        CopyRows officials = new CopyRows();
        for (Match match : matches) {
            String id = match.fixture().getFixtureId();
            seasons.add(
                    match.fixture().getCompetition(),
                    match.fixture().getSeason(),
                    match.row().season().startYear());
            addMatch(rows, match, now);
            addStatistics(stats, id, "HOME", match.result().getHome());
            addStatistics(stats, id, "AWAY", match.result().getAway());
            String referee = match.fixture().getReferee();
            if (referee != null) {
                officials.add(id, "REFEREE", referee);
            }
        }
        CopyRows teams = new CopyRows();
        for (DerivedTeam team : derived) {
            teams.add(team.association(), team.id(), team.name(), true);
        }
        CopyRows loaded = new CopyRows();
        for (LoadedFile file : files) {
            loaded.add(file.source(), file.contentHash(), file.name(), now, file.rows(), file.rejected());
        }
        database.inTransaction(connection -> {
            merge(connection, "seasons", "league, label, start_year", "league, label", seasons);
            merge(connection, "teams", "association, id, name, derived", "association, id", teams);
            merge(connection, "matches", MATCH_COLUMNS, "fixture_id", rows);
            merge(connection, "match_stats", STAT_COLUMNS, "fixture_id, side", stats);
            merge(connection, "match_officials", "fixture_id, role, name", "fixture_id, role", officials);
            merge(
                    connection,
                    "source_files",
                    "source, content_hash, name, first_loaded_at, rows, rejected",
                    "source, content_hash",
                    loaded);
            return 0;
        });
    }

    /** Notes that a load ended. */
    void log(String source, String job, Instant startedAt, LoadReport report, @Nullable String error)
            throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO scraping_logs (source, job_type, status, started_at, seconds, records_processed, records_failed, error)"
                                + " VALUES (?, ?, ?, ?::timestamptz, ?, ?, ?, ?)")) {
            statement.setString(1, source);
            statement.setString(2, job);
            statement.setString(3, error == null ? "DONE" : "FAILED");
            statement.setString(4, startedAt.toString());
            statement.setDouble(5, report.seconds());
            statement.setLong(6, report.rows());
            statement.setLong(7, report.rejectedRows());
            statement.setString(8, error);
            statement.executeUpdate();
        }
    }

    private static void addMatch(CopyRows rows, Match match, Instant now) {
        rows.add(
                match.fixture().getFixtureId(),
                match.fixture().getCompetition(),
                match.fixture().getSeason(),
                match.fixture().getHomeTeam(),
                match.fixture().getAwayTeam(),
                match.fixture().getHomeName(),
                match.fixture().getAwayName(),
                match.fixture().getKickoffAt(),
                match.fixture().getKickoffKnown(),
                match.fixture().getStatus(),
                match.result().getHomeGoals(),
                match.result().getAwayGoals(),
                match.fixture().getSource(),
                match.row().location(),
                match.contentHash(),
                now);
    }

    private static void addStatistics(CopyRows rows, String fixtureId, String side, TeamStatistics statistics) {
        rows.add(
                fixtureId,
                side,
                statistics.getHalfTimeGoals(),
                statistics.getShots(),
                statistics.getShotsOnTarget(),
                statistics.getCorners(),
                statistics.getFouls(),
                statistics.getYellowCards(),
                statistics.getRedCards(),
                statistics.getXg(),
                statistics.getPossession());
    }

    /** Copies into a table of this transaction alone and merges from there: new keys are added, known ones replaced where something differs. */
    private static void merge(Connection connection, String table, String columns, String key, CopyRows rows)
            throws SQLException, IOException {
        if (rows.size() == 0) {
            return;
        }
        String staging = "staging_" + table;
        Database.execute(
                connection,
                "CREATE TEMPORARY TABLE " + staging + " ON COMMIT DROP AS SELECT " + columns + " FROM " + table
                        + " WITH NO DATA");
        Database.copy(connection, staging + " (" + columns + ")", rows);
        StringBuilder set = new StringBuilder();
        Set<String> keys = Set.of(key.split(", "));
        for (String column : columns.split(", ")) {
            if (!keys.contains(column)) {
                set.append(set.isEmpty() ? "" : ", ")
                        .append(column)
                        .append(" = excluded.")
                        .append(column);
            }
        }
        Database.execute(
                connection,
                "INSERT INTO " + table + " (" + columns + ") SELECT DISTINCT ON (" + key + ") " + columns
                        + " FROM " + staging + " ON CONFLICT (" + key + ") DO "
                        + (set.isEmpty() ? "NOTHING" : "UPDATE SET " + Objects.requireNonNull(set)));
    }
}
