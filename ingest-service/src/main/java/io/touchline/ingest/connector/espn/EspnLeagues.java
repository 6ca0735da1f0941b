package io.touchline.ingest.connector.espn;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which league an event belongs to. ESPN's slugs are spelled like our codes; an event names its league only by number, and one answer may
 * hold many leagues, women's beside men's with the same club names, so the number decides.
 */
final class EspnLeagues {

    private static final Pattern SPORT = Pattern.compile("(?:^|~)s:([0-9]+)(?:~|$)");
    private static final Pattern LEAGUE = Pattern.compile("(?:^|~)l:([0-9]+)(?:~|$)");
    private static final Pattern PATH = Pattern.compile("/sports/([a-z-]+)/([a-z0-9._-]+)/");

    private static final Map<String, EspnSport> SPORTS = Map.of(
            "600", EspnSport.SOCCER,
            "40", EspnSport.BASKETBALL,
            "20", EspnSport.AMERICAN_FOOTBALL,
            "1", EspnSport.BASEBALL,
            "70", EspnSport.HOCKEY);

    /** Numbers seen in recorded answers, for answers that do not explain theirs. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("700", "eng.1"),
            Map.entry("3914", "eng.2"),
            Map.entry("740", "esp.1"),
            Map.entry("720", "ger.1"),
            Map.entry("730", "ita.1"),
            Map.entry("710", "fra.1"),
            Map.entry("770", "usa.1"),
            Map.entry("760", "mex.1"),
            Map.entry("8097", "eng.w.1"),
            Map.entry("8301", "usa.nwsl"),
            Map.entry("606", "fifa.world"),
            Map.entry("46", "nba"),
            Map.entry("28", "nfl"),
            Map.entry("23", "college-football"),
            Map.entry("10", "mlb"),
            Map.entry("90", "nhl"));

    /**
     * Of one event.
     *
     * @param sport ours
     * @param slug ESPN's; null where nothing says it
     * @param name ESPN's words; null where nothing says them
     */
    record League(
            EspnSport sport,
            @Nullable String slug,
            @Nullable String name) {

        /** Our code where it is one of our competitions. */
        @Nullable String code() {
            return slug == null
                    ? null
                    : Competitions.find(slug).map(Competition::code).orElse(null);
        }
    }

    private record Named(String slug, @Nullable String name) {}

    private final Map<String, Named> leagues = new HashMap<>();
    private final @Nullable Named only;
    private final @Nullable EspnSport sportOfPath;

    /**
     * With the leagues that an answer explains itself.
     *
     * @param location of the answer, whose path names sport and league where the answer does not
     */
    EspnLeagues(JsonNode root, String location) {
        KNOWN.forEach((number, slug) -> leagues.put(number, new Named(slug, slug)));
        Named last = null;
        int count = 0;
        for (JsonNode league : root.path("leagues")) {
            Named named = named(league);
            if (named != null) {
                last = named;
                leagues.put(league.path("id").asString(""), named);
            }
            count++;
        }
        Matcher path = PATH.matcher(location);
        boolean found = path.find();
        this.sportOfPath = found ? EspnSport.ofPath(path.group(1)) : null;
        this.only = count == 1 && last != null
                ? last
                : found && !path.group(2).equals("all") ? new Named(path.group(2), path.group(2)) : null;
    }

    /** Of an event or a summary's header. */
    League find(JsonNode event) throws Unusable {
        String uid = JsonFields.text(event, "uid");
        String number = number(LEAGUE, uid);
        Named named = named(event.path("league"));
        if (named == null) {
            named = number.isEmpty() ? only : leagues.get(number);
        }
        EspnSport sport = sport(uid, named);
        return new League(
                sport,
                named == null ? null : named.slug(),
                named == null ? number.isEmpty() ? null : "league number " + number : named.name());
    }

    private EspnSport sport(@Nullable String uid, @Nullable Named named) throws Unusable {
        String number = number(SPORT, uid);
        EspnSport sport =
                number.isEmpty() ? named == null ? sportOfPath : EspnSport.ofSlug(named.slug()) : SPORTS.get(number);
        if (sport == null) {
            throw new Unusable(
                    RejectReason.UNKNOWN_SPORT,
                    number.isEmpty() ? "nothing says which sport" : "ESPN's sport number " + number);
        }
        return sport;
    }

    private static @Nullable Named named(JsonNode league) {
        String slug = league.path("slug").asString("").toLowerCase(Locale.ROOT);
        String name = league.path("name").asString("");
        return slug.isEmpty() ? null : new Named(slug, name.isEmpty() ? slug : name);
    }

    private static String number(Pattern pattern, @Nullable String uid) {
        Matcher matcher = pattern.matcher(uid == null ? "" : uid);
        return matcher.find() ? matcher.group(1) : "";
    }
}
