package io.touchline.platform.sportradar;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sport events of all answers as fixtures, remembered by their number, since the messages of the feed name nothing but that number. For one thread.
 */
final class SportEvents {

    private static final int REMEMBERED = 20_000;
    private static final Map<String, String> COUNTRIES = countries();

    private final Map<String, FixtureRef> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FixtureRef> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * The fixture of a number that another answer may have named.
     *
     * @param sport what the message lets guess; used where nothing is known
     */
    FixtureRef find(String urn, String sport) {
        FixtureRef named = known.get(urn);
        return named != null
                ? named
                : new FixtureRef(
                        SportradarAdapter.SOURCE, urn, sport, null, null, null, null, null, null, null, false, null);
    }

    /** Whether an answer has named it. */
    boolean isNamed(String urn) {
        return known.containsKey(urn);
    }

    /** A start that moved. */
    void moved(String urn, Instant start) {
        known.computeIfPresent(
                urn,
                (same, ref) -> new FixtureRef(
                        ref.source(),
                        ref.vendorId(),
                        ref.sport(),
                        ref.competition(),
                        ref.competitionName(),
                        ref.country(),
                        ref.seasonYear(),
                        ref.home(),
                        ref.away(),
                        start,
                        true,
                        ref.gameNumber()));
    }

    /** The fixture of a {@code sport_event} or {@code fixture} in any version; from now on it is known by its number. */
    FixtureRef read(JsonNode event) throws Unusable {
        String urn = JsonFields.neededText(event, "id");
        JsonNode context = Tree.child(event, "sport_event_context");
        JsonNode tournament = first(
                Tree.child(event, "tournament"), Tree.child(context, "competition"), Tree.child(event, "competition"));
        JsonNode sport =
                first(Tree.child(tournament, "sport"), Tree.child(context, "sport"), Tree.child(event, "sport"));
        JsonNode category = first(Tree.child(tournament, "category"), Tree.child(context, "category"));
        JsonNode season = first(Tree.child(event, "season"), Tree.child(context, "season"));
        TeamRef home = null;
        TeamRef away = null;
        List<JsonNode> sides = Tree.items(event, "competitors", "competitor");
        for (int i = 0; i < sides.size(); i++) {
            String qualifier = JsonFields.text(sides.get(i), "qualifier");
            boolean isHome = qualifier == null ? i == 0 : qualifier.equals("home");
            if (isHome) {
                home = team(sides.get(i));
            } else if (qualifier == null ? i == 1 : qualifier.equals("away")) {
                away = team(sides.get(i));
            }
        }
        if (home == null || away == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, urn + " without both its sides");
        }
        Instant start = Tree.time(event, "start_time");
        Instant kickoff = start == null ? Tree.time(event, "scheduled") : start;
        boolean tbd = "true".equals(Tree.word(event, "start_time_tbd"))
                || "false".equals(Tree.word(event, "start_time_confirmed"));
        String kind = Urns.sport(JsonFields.text(sport, "id"), JsonFields.text(sport, "name"));
        FixtureRef ref = new FixtureRef(
                SportradarAdapter.SOURCE,
                urn,
                kind == null ? "soccer" : kind,
                Urns.competition(JsonFields.text(tournament, "id")),
                JsonFields.text(tournament, "name"),
                country(JsonFields.text(category, "country_code")),
                year(season),
                home,
                away,
                kickoff,
                kickoff != null && !tbd,
                null);
        known.put(urn, ref);
        return ref;
    }

    /** What an answer says of ground and referee. */
    static Facts facts(JsonNode event, JsonNode conditions) throws Unusable {
        JsonNode ground = first(Tree.child(event, "venue"), Tree.child(conditions, "venue"));
        boolean neutral = "true".equals(Tree.word(Tree.child(conditions, "ground"), "neutral"));
        for (JsonNode info : Tree.items(event, "extra_info", "info")) {
            neutral |= "neutral_ground".equals(JsonFields.text(info, "key")) && "true".equals(Tree.word(info, "value"));
        }
        JsonNode referee = Tree.child(conditions, "referee");
        for (JsonNode official : Tree.items(conditions, "referees", "referee")) {
            if (referee.isMissingNode() || "main_referee".equals(JsonFields.text(official, "type"))) {
                referee = official;
            }
        }
        return new Facts(JsonFields.text(ground, "name"), neutral, Tree.person(referee));
    }

    private static JsonNode first(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.isObject()) {
                return node;
            }
        }
        return nodes[0].path("");
    }

    private static TeamRef team(JsonNode side) throws Unusable {
        return new TeamRef(
                JsonFields.neededText(side, "name"),
                JsonFields.text(side, "abbreviation"),
                JsonFields.text(side, "id"));
    }

    /** Of {@code 2017-08-18}, or of {@code 17/18} and {@code 2018}. */
    private static @Nullable Integer year(JsonNode season) throws Unusable {
        String start = JsonFields.text(season, "start_date");
        if (start != null && start.matches("\\d{4}-.*")) {
            return Integer.valueOf(start.substring(0, 4));
        }
        String year = JsonFields.text(season, "year");
        if (year == null) {
            return null;
        }
        if (year.matches("\\d{4}.*")) {
            return Integer.valueOf(year.substring(0, 4));
        }
        return year.matches("\\d{2}/\\d{2}") ? Integer.valueOf(2000 + Integer.parseInt(year.substring(0, 2))) : null;
    }

    /** Two letters of three; the parts of the United Kingdom have none of their own. */
    private static @Nullable String country(@Nullable String three) {
        return three == null ? null : COUNTRIES.get(three.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String two : Locale.getISOCountries()) {
            try {
                codes.put(Locale.of("", two).getISO3Country(), two);
            } catch (MissingResourceException e) {
                // a country without a code of three letters
            }
        }
        return codes;
    }
}
