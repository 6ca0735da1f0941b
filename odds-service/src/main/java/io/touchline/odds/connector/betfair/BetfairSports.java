package io.touchline.odds.connector.betfair;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Betfair's event types as sports of ours. */
final class BetfairSports {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1", "soccer"),
            Map.entry("2", "tennis"),
            Map.entry("3", "golf"),
            Map.entry("4", "cricket"),
            Map.entry("5", "rugby_union"),
            Map.entry("6", "boxing"),
            Map.entry("7", "horse_racing"),
            Map.entry("8", "motor_sport"),
            Map.entry("1477", "rugby_league"),
            Map.entry("3503", "darts"),
            Map.entry("4339", "greyhound_racing"),
            Map.entry("6422", "snooker"),
            Map.entry("6423", "american_football"),
            Map.entry("7511", "baseball"),
            Map.entry("7522", "basketball"),
            Map.entry("7524", "hockey"),
            Map.entry("61420", "australian_rules"),
            Map.entry("468328", "handball"),
            Map.entry("998917", "volleyball"));

    /** Betfair writes these as "away @ home", and the runners in that order. */
    private static final Set<String> AWAY_FIRST = Set.of("basketball", "american_football", "baseball", "hockey");

    private static final Set<String> RACES = Set.of("horse_racing", "greyhound_racing");

    private BetfairSports() {}

    static String name(@Nullable String eventTypeId) {
        return eventTypeId == null ? "unknown" : NAMES.getOrDefault(eventTypeId, "betfair-" + eventTypeId);
    }

    static boolean mayListAwayFirst(String sport) {
        return AWAY_FIRST.contains(sport);
    }

    static boolean isRace(String sport) {
        return RACES.contains(sport);
    }
}
