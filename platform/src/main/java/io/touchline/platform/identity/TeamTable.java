package io.touchline.platform.identity;

import io.touchline.domain.fixture.TeamId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the table of clubs: the shipped one and a user's own, both in the form that the shipped one explains in its first lines. */
final class TeamTable {

    private static final String SHIPPED = "teams.txt";

    private TeamTable() {}

    static List<Team> shipped() {
        try (InputStream stream = Objects.requireNonNull(TeamTable.class.getResourceAsStream(SHIPPED), SHIPPED);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(SHIPPED, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Team> read(Path file) throws IOException {
        return parse(file.toString(), Files.readAllLines(file));
    }

    /** The rows of another shipped table of this form. */
    static List<List<String>> rows(String table, int columns) {
        try (InputStream stream = Objects.requireNonNull(TeamTable.class.getResourceAsStream(table), table);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(table, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String table, String line, int columns) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != columns) {
            throw new IllegalArgumentException(table + ": expected " + columns + " columns but was: " + line);
        }
        return Stream.of(parts).map(String::strip).toList();
    }

    private static List<Team> parse(String source, List<String> lines) {
        List<Team> teams = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                teams.add(team(source + ':' + (i + 1), line));
            }
        }
        return teams;
    }

    private static Team team(String place, String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3 && parts.length != 4) {
            throw new IllegalArgumentException(
                    place + ": expected association | team id | name | spellings but was: " + line);
        }
        List<String> spellings = new ArrayList<>();
        if (parts.length == 4) {
            for (String spelling : parts[3].split(";", -1)) {
                spellings.add(spelling.strip());
            }
        }
        try {
            return new Team(parts[0].strip(), new TeamId(parts[1].strip()), parts[2].strip(), spellings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }
}
