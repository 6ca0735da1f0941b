package io.touchline.ingest.connector.statsbomb;

import io.touchline.ingest.connector.xg.DropFolder;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.vendor.JsonPayload;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which files of the open data have something to tell: matches first, which name day and teams, then the events of those matches. */
final class StatsBombFiles implements DropFolder.Choice {

    private static final Pattern MATCHES =
            Pattern.compile("(?:^|.*/)matches/([0-9]+)/([0-9]+)\\.json(?:\\.gz|\\.bz2)?");
    private static final Pattern EVENTS = Pattern.compile("(?:^|.*/)events/([0-9]+)\\.json(?:\\.gz|\\.bz2)?");
    private static final Pattern SILENT =
            Pattern.compile("(?:^|.*/)(?:lineups|three-sixty)/.*|(?:^|.*/)competitions\\.json");

    private final Set<String> seasons;
    private final Set<String> matches = new HashSet<>();

    /**
     * As configured.
     *
     * @param seasons competition/season; empty for all
     */
    StatsBombFiles(List<String> seasons) {
        this.seasons = Set.copyOf(seasons);
    }

    @Override
    public boolean wants(String path) {
        if (SILENT.matcher(path).matches()) {
            return false;
        }
        if (seasons.isEmpty()) {
            return true;
        }
        Matcher season = MATCHES.matcher(path);
        if (season.matches()) {
            return seasons.contains(season.group(1) + '/' + season.group(2));
        }
        Matcher events = EVENTS.matcher(path);
        return !events.matches() || matches.contains(events.group(1));
    }

    @Override
    public int rank(String path) {
        return MATCHES.matcher(path).matches() || path.contains("matches") ? 0 : 1;
    }

    /** Remembers the matches of a file of matches, and gives each with the time of its last change; nothing for another file. */
    Map<String, String> remember(byte[] body) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!isMatches(body)) {
            return found;
        }
        try {
            for (JsonNode match : JsonPayload.MAPPER.readTree(body)) {
                String id = Words.find(match, "match_id");
                if (id != null && id.matches("[0-9]{1,12}") && match.has("home_team")) {
                    matches.add(id);
                    found.put(id, String.valueOf(Words.find(match, "last_updated")));
                }
            }
        } catch (JacksonException e) {
            return Map.of();
        }
        return found;
    }

    /** Files of events are a hundred times longer and need not be parsed for this. */
    private static boolean isMatches(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, 1_000), StandardCharsets.UTF_8);
        return head.contains("\"match_id\"") && head.contains("\"match_date\"");
    }
}
