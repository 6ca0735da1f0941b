package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Score;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvHeader;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.vendor.JsonPayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The layouts in which expected goals of past matches come. A file is known by its columns, not by its name; what has other columns is passed over.
 *
 * <ul>
 * <li>a line a match, division of football-data.co.uk: {@code Div,datetime,home_team,...,home_xg,home_npxg,home_shots}
 * <li>a line a match, league by name: {@code league,date,home_team,...,home_xg,home_np_xg,home_ppda,home_deep_completions}
 * <li>Understat's list of a league's matches as JSON, bare or as {@code data}; the league is in the file's name
 * <li>a line a shot, plain or gzip; the league is in the file's name
 * </ul>
 *
 * <p>Understat's {@code forecast} and {@code expected_points} are computed from the shots of the match itself and never read.
 */
final class XgFiles {

    /** No side ever came near it in one match. */
    private static final double MOST_XG = 15;

    private static final double MOST_PPDA = 500;
    private static final int MOST = 100;
    private static final Map<String, String> LEAGUES = new TreeMap<>(Map.ofEntries(
            Map.entry("epl", "eng.1"),
            Map.entry("laliga", "esp.1"),
            Map.entry("bundesliga", "ger.1"),
            Map.entry("seriea", "ita.1"),
            Map.entry("ligue1", "fra.1"),
            Map.entry("rfpl", "rus.1"),
            Map.entry("engpremierleague", "eng.1")));

    private final List<XgMatch> matches = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /** All matches of the files read so far. */
    List<XgMatch> matches() {
        return matches;
    }

    /** Where something stood that could not be read, with what was wrong. */
    List<String> unreadable() {
        return unreadable;
    }

    /** Reads a file; what is in it never throws. */
    void read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        if (Files.size(path) > CsvFile.MAX_FILE_BYTES) {
            unreadable.add(name + ": too large");
        } else if (lower.endsWith(".json")) {
            json(name, Files.readAllBytes(path));
        } else if (lower.endsWith(".csv")) {
            table(CsvFile.read(path));
        } else if (lower.endsWith(".csv.gz")) {
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(path)))) {
                table(CsvFile.read(name, plain.readNBytes(CsvFile.MAX_FILE_BYTES)));
            } catch (IOException e) {
                unreadable.add(name + ": no gzip: " + e.getMessage());
            }
        }
    }

    private void table(CsvFile file) {
        CsvHeader header = file.header();
        if (header.has("match_id") && header.has("h_a") && header.has("xG")) {
            Competition competition = inName(file.name());
            if (competition == null) {
                unreadable.add(file.name() + ": its name tells no league");
            } else {
                XgShots.read(file, competition, matches, unreadable);
            }
        } else if (header.has("home_xg") && header.has("home_team") && (header.has("Div") || header.has("league"))) {
            file.rejections().forEach(line -> unreadable.add(line.location() + ": " + line.detail()));
            file.rows().forEach(this::line);
        }
    }

    private void line(CsvRow row) {
        try {
            String division = row.find("Div");
            Competition competition = division == null
                    ? named(row.find("league"))
                    : Competitions.findByDivision(division).orElse(null);
            if (competition == null) {
                throw new IllegalArgumentException("no such league");
            }
            String date = division == null ? row.find("date") : row.find("datetime");
            matches.add(new XgMatch(
                    competition,
                    day(date == null ? row.find("date") : date),
                    text(row.find("home_team")),
                    text(row.find("away_team")),
                    score(row.find("home_goals"), row.find("away_goals")),
                    new MatchXg(side(row, "home_"), side(row, "away_")),
                    // a table that counts shots summed them itself
                    row.header().has("home_shots") ? 2 : 1,
                    row.location()));
        } catch (IllegalArgumentException | DateTimeException e) {
            unreadable.add(row.location() + ": " + e.getMessage());
        }
    }

    private static MatchXg.Side side(CsvRow row, String side) {
        String nonPenalty = row.find(side + "npxg");
        return new MatchXg.Side(
                number(row.find(side + "xg"), MOST_XG),
                number(nonPenalty == null ? row.find(side + "np_xg") : nonPenalty, MOST_XG),
                null,
                count(row.find(side + "shots")),
                null,
                null,
                number(row.find(side + "ppda"), MOST_PPDA),
                count(row.find(side + "deep_completions")));
    }

    private void json(String name, byte[] bytes) {
        JsonNode root;
        int bom = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
        try {
            root = JsonPayload.MAPPER.readTree(bytes, bom, bytes.length - bom);
        } catch (JacksonException e) {
            unreadable.add(name + ": no JSON: " + e.getOriginalMessage());
            return;
        }
        JsonNode list = root.isArray() ? root : root.path("data").isArray() ? root.path("data") : root.path("dates");
        boolean ofMatches = false;
        for (JsonNode one : list) {
            ofMatches |= one.has("xG") && one.has("goals") && one.path("h").has("title");
        }
        if (!ofMatches) {
            return;
        }
        Competition competition = inName(name);
        if (competition == null) {
            unreadable.add(name + ": its name tells no league");
            return;
        }
        for (JsonNode one : list) {
            try {
                matches.add(match(competition, one, name + ':' + one.path("id").asString("")));
            } catch (IllegalArgumentException | DateTimeException e) {
                unreadable.add(name + ':' + one.path("id").asString("") + ": " + e.getMessage());
            }
        }
    }

    private static XgMatch match(Competition competition, JsonNode node, String location) {
        boolean played = !"false".equals(find(node, "isResult"));
        JsonNode goals = node.path("goals");
        return new XgMatch(
                competition,
                day(find(node, "datetime")),
                text(find(node.path("h"), "title")),
                text(find(node.path("a"), "title")),
                played ? score(find(goals, "h"), find(goals, "a")) : null,
                new MatchXg(side(node, "h"), side(node, "a")),
                0,
                location);
    }

    private static MatchXg.Side side(JsonNode node, String side) {
        return new MatchXg.Side(number(find(node.path("xG"), side), MOST_XG), null, null, null, null, null, null, null);
    }

    private static @Nullable String find(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString("");
    }

    static @Nullable Competition named(@Nullable String league) {
        if (league == null) {
            return null;
        }
        String squashed = squashed(league);
        String code = LEAGUES.get(squashed);
        if (code == null && squashed.length() > 3) {
            // with the country's three letters before it: ESP-La Liga
            String behind = LEAGUES.get(squashed.substring(3));
            code = behind != null && behind.startsWith(squashed.substring(0, 3)) ? behind : null;
        }
        return code == null ? null : Competitions.find(code).orElse(null);
    }

    private static @Nullable Competition inName(String file) {
        String squashed = squashed(file);
        @Nullable String longest = null;
        for (String league : LEAGUES.keySet()) {
            if (squashed.contains(league) && (longest == null || league.length() > longest.length())) {
                longest = league;
            }
        }
        return named(longest);
    }

    private static String squashed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    static LocalDate day(@Nullable String text) {
        if (text == null || text.length() < 10) {
            throw new IllegalArgumentException("no date: " + text);
        }
        return LocalDate.parse(text.substring(0, 10));
    }

    static String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a side without name");
        }
        return text.strip();
    }

    static @Nullable Score score(@Nullable String home, @Nullable String away) {
        Integer one = count(home);
        Integer other = count(away);
        return one == null || other == null ? null : new Score(one, other);
    }

    static @Nullable Integer count(@Nullable String text) {
        Double number = number(text, MOST);
        if (number != null && number != Math.rint(number)) {
            throw new IllegalArgumentException("a count but was " + text);
        }
        return number == null ? null : number.intValue();
    }

    static @Nullable Double number(@Nullable String text, double most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        double number = Double.parseDouble(text.strip());
        if (Double.isNaN(number)) {
            return null;
        }
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("0 to " + most + " but was " + text);
        }
        return number;
    }
}
