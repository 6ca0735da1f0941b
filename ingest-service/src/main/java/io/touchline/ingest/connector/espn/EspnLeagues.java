package io.touchline.ingest.connector.espn;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which of our competitions an event belongs to. ESPN's slugs are spelled like our codes; an event names its league only by number, and one answer may
 * hold many leagues, women's beside men's with the same club names, so the number decides.
 */
final class EspnLeagues {

    private static final Pattern LEAGUE = Pattern.compile("(?:^|~)l:([0-9]+)(?:~|$)");

    /** Numbers seen in recorded answers, for answers that do not explain theirs. */
    private static final Map<String, String> KNOWN = Map.of(
            "700", "eng.1",
            "3914", "eng.2",
            "740", "esp.1",
            "720", "ger.1",
            "730", "ita.1",
            "710", "fra.1",
            "770", "usa.1",
            "760", "mex.1",
            "8097", "eng.w.1",
            "8301", "usa.nwsl");

    private final Map<String, String> slugs = new HashMap<>(KNOWN);

    /** With the numbers that an answer explains itself. */
    EspnLeagues(JsonNode scoreboard) {
        for (JsonNode league : scoreboard.path("leagues")) {
            String id = league.path("id").asString("");
            String slug = league.path("slug").asString("");
            if (!id.isEmpty() && !slug.isEmpty()) {
                slugs.put(id, slug);
            }
        }
    }

    /** Empty where the league is not one of ours. */
    Optional<Competition> find(@Nullable String uid) {
        return Optional.ofNullable(slugs.get(number(uid))).flatMap(Competitions::find);
    }

    /** For people: the slug, or the number where that is all there is. */
    String name(@Nullable String uid) {
        return slugs.getOrDefault(number(uid), "league number " + number(uid));
    }

    private static String number(@Nullable String uid) {
        Matcher matcher = LEAGUE.matcher(uid == null ? "" : uid);
        return matcher.find() ? matcher.group(1) : "?";
    }
}
