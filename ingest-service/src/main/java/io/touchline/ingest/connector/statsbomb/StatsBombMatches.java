package io.touchline.ingest.connector.statsbomb;

import io.touchline.ingest.connector.xg.Incidents;
import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One match of {@code matches/{competition}/{season}.json}. */
final class StatsBombMatches {

    /** Their numbers of the men's leagues that we know. */
    private static final Map<String, String> COMPETITIONS =
            Map.of("2", "eng.1", "7", "fra.1", "9", "ger.1", "11", "esp.1", "12", "ita.1", "44", "usa.1");

    private static final Map<String, String> COUNTRIES = Map.of(
            "England",
            "GB",
            "Spain",
            "ES",
            "Germany",
            "DE",
            "Italy",
            "IT",
            "France",
            "FR",
            "Argentina",
            "AR",
            "United States of America",
            "US",
            "India",
            "IN");

    private static final Set<String> LEAGUES = Set.of("eng.1", "fra.1", "ger.1", "esp.1", "ita.1");

    /** Where no extra time can be. */
    private static final Set<String> NINETY_MINUTES =
            Set.of("Regular Season", "Group Stage", "1st Group Stage", "2nd Group Stage");

    /** Of files from before teams had a gender. */
    private static final Pattern WOMENS =
            Pattern.compile("women|\\bNWSL\\b|frauen|f[ée]minin|\\bWSL\\b", Pattern.CASE_INSENSITIVE);

    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private StatsBombMatches() {}

    static void read(JsonNode match, Payload payload, EventSink sink, Map<String, FixtureRef> fixtures) {
        try {
            sink.event(match(match, payload, fixtures));
        } catch (Unusable e) {
            String id = Words.find(match, "match_id");
            sink.rejected(
                    e.reason(), e.detail(), "match " + id, match.toString().getBytes(StandardCharsets.UTF_8), null);
        }
    }

    private static MatchSeen match(JsonNode match, Payload payload, Map<String, FixtureRef> fixtures) throws Unusable {
        JsonNode competition = match.path("competition");
        String season = Words.find(match.path("season"), "season_name");
        String code = code(competition);
        String name = Words.find(competition, "competition_name");
        boolean womens = name != null && WOMENS.matcher(name).find();
        FixtureRef ref = new FixtureRef(
                StatsBombAdapter.SOURCE,
                Words.get(match, "match_id"),
                "soccer",
                code,
                name,
                country(competition),
                season != null && season.matches("(19|20)[0-9]{2}.*") ? Integer.valueOf(season.substring(0, 4)) : null,
                team(match.path("home_team"), "home_team", womens),
                team(match.path("away_team"), "away_team", womens),
                kickoff(match),
                false,
                null);
        fixtures.put(ref.vendorId(), ref);
        Integer home = Words.goals("home_score", Words.find(match, "home_score"));
        Integer away = Words.goals("away_score", Words.find(match, "away_score"));
        Goals goals = home == null || away == null ? null : new Goals(home, away);
        String stage = Words.find(match.path("competition_stage"), "name");
        return new MatchSeen(
                ref,
                payload.observedAt(),
                goals == null ? "SCHEDULED" : "FINISHED",
                goals == null ? null : "FULL_TIME",
                null,
                goals,
                List.of(),
                false,
                Incidents.untold(),
                Incidents.untold(),
                isNinetyMinutes(stage, code) ? goals : null,
                new Facts(named(match, "stadium"), false, named(match, "referee")),
                null);
    }

    private static boolean isNinetyMinutes(@Nullable String stage, @Nullable String code) {
        return stage == null ? code != null && LEAGUES.contains(code) : NINETY_MINUTES.contains(stage);
    }

    /** An object with a name, in older files a name alone. */
    private static @Nullable String named(JsonNode match, String what) {
        String name = Words.find(match.path(what), "name");
        return name == null ? Words.find(match, what + "_name") : name;
    }

    private static @Nullable String code(JsonNode competition) {
        String id = Words.find(competition, "competition_id");
        return id == null ? null : COMPETITIONS.get(id);
    }

    private static @Nullable String country(JsonNode competition) {
        String name = Words.find(competition, "country_name");
        return name == null ? null : COUNTRIES.get(name);
    }

    /** Not every women's team has a name of its own, and it must never be taken for the men's. */
    private static TeamRef team(JsonNode team, String prefix, boolean womens) throws Unusable {
        String name = Words.find(team, prefix + "_name");
        if (name == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "no " + prefix);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean marked =
                lower.contains("women") || lower.contains("wfc") || lower.contains("lfc") || lower.contains("fcw");
        String gender = Words.find(team, prefix + "_gender");
        boolean women = gender == null ? womens : gender.equals("female");
        return new TeamRef(women && !marked ? name + " Women" : name, null, Words.find(team, prefix + "_id"));
    }

    /** The day counts; the time is that of the ground, whose zone is not told. */
    private static Instant kickoff(JsonNode match) throws Unusable {
        String date = Words.get(match, "match_date");
        String time = Words.find(match, "kick_off");
        try {
            LocalTime of = time == null ? AFTERNOON : LocalTime.parse(time);
            return LocalDate.parse(date).atTime(of).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "no such time: " + date + ' ' + time);
        }
    }
}
