package io.touchline.feature.state;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import java.util.Locale;

/** Where a match's team state lives: team ids are unique within an association only. */
public final class Associations {

    private Associations() {}

    /**
     * The association of a match, {@code soccer/ENG}. That of a competition that is not registered is made of its code: {@code soccer:xyz.1:…} is {@code soccer/XYZ}.
     *
     * @param fixtureId begins with the sport
     * @param competition code
     */
    public static String of(String fixtureId, String competition) {
        return Competitions.find(competition)
                .map(Competition::association)
                .orElseGet(() ->
                        before(fixtureId, ':') + "/" + before(competition, '.').toUpperCase(Locale.ROOT));
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
