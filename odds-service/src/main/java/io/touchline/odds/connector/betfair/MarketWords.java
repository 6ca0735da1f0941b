package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.MarketBook;
import io.touchline.odds.connector.betfair.book.MarketDefinition;
import io.touchline.odds.connector.betfair.book.RunnerDefinition;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one market beside its prices, from its definition and the catalogue together.
 *
 * @param fixture whose, in Betfair's words
 * @param type such as MATCH_ODDS; null where nobody told
 * @param bettingType such as ODDS; null likewise
 * @param name for people; null where nobody told
 * @param bookmaker slug of the exchange: the international one, or a country's own
 * @param awayFirst whether Betfair lists the away side first
 */
record MarketWords(
        FixtureRef fixture,
        @Nullable String type,
        @Nullable String bettingType,
        @Nullable String name,
        String bookmaker,
        boolean awayFirst) {

    static final String SOURCE = "betfair";

    private static final String EXCHANGE = "betfair-exchange";
    private static final Pattern AT = Pattern.compile(" @ ");
    private static final Pattern VERSUS = Pattern.compile(" (?:v|vs|V|VS|Vs)\\.? ");

    private record Sides(TeamRef home, TeamRef away, boolean awayFirst) {}

    static MarketWords of(MarketBook book, BetfairNames names) {
        MarketDefinition told = book.definition();
        BetfairNames.Market listed = names.market(book.id());
        @Nullable String eventId =
                BetfairNames.either(told == null ? null : told.eventId(), listed == null ? null : listed.eventId());
        BetfairNames.@Nullable Event event = names.event(eventId);
        String sport = BetfairSports.name(BetfairNames.either(
                told == null ? null : told.eventTypeId(), listed == null ? null : listed.eventTypeId()));
        @Nullable Sides sides =
                sides(BetfairNames.either(told == null ? null : told.eventName(), event == null ? null : event.name()));
        FixtureRef fixture = new FixtureRef(
                SOURCE,
                eventId == null ? book.id() : eventId,
                sport,
                null,
                event == null ? null : event.competition(),
                BetfairNames.either(told == null ? null : told.countryCode(), event == null ? null : event.country()),
                null,
                sides == null ? null : sides.home(),
                sides == null ? null : sides.away(),
                kickoff(sport, told, listed, event),
                true,
                null);
        return new MarketWords(
                fixture,
                BetfairNames.either(told == null ? null : told.marketType(), listed == null ? null : listed.type()),
                BetfairNames.either(
                        told == null ? null : told.bettingType(), listed == null ? null : listed.bettingType()),
                BetfairNames.either(told == null ? null : told.name(), listed == null ? null : listed.name()),
                bookmaker(told),
                sides != null && sides.awayFirst());
    }

    /** The name of a runner; null where nobody told. */
    static @Nullable String runnerName(MarketBook book, RunnerDefinition runner, BetfairNames names) {
        if (runner.name() != null) {
            return runner.name();
        }
        BetfairNames.Market listed = names.market(book.id());
        return listed == null ? null : listed.runnerName(runner.id(), runner.handicap());
    }

    private static @Nullable Instant kickoff(
            String sport,
            @Nullable MarketDefinition told,
            BetfairNames.@Nullable Market listed,
            BetfairNames.@Nullable Event event) {
        @Nullable String open =
                BetfairNames.either(told == null ? null : told.openDate(), event == null ? null : event.openDate());
        @Nullable String market = BetfairNames.either(
                told == null ? null : told.marketTime(), listed == null ? null : listed.marketTime());
        Instant first = time(BetfairSports.isRace(sport) ? market : open);
        return first != null ? first : time(BetfairSports.isRace(sport) ? open : market);
    }

    static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Sides sides(@Nullable String eventName) {
        if (eventName == null) {
            return null;
        }
        String[] parts = AT.split(eventName, -1);
        boolean awayFirst = parts.length == 2;
        if (!awayFirst) {
            parts = VERSUS.split(eventName, -1);
        }
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            return null;
        }
        TeamRef first = TeamRef.of(parts[0].strip());
        TeamRef second = TeamRef.of(parts[1].strip());
        return awayFirst ? new Sides(second, first, true) : new Sides(first, second, false);
    }

    /** Spain, Italy and others have exchanges with money of their own. */
    private static String bookmaker(@Nullable MarketDefinition told) {
        if (told == null || told.regulators().isEmpty() || told.regulators().contains("MR_INT")) {
            return EXCHANGE;
        }
        String code = told.regulators().getFirst().toLowerCase(Locale.ROOT);
        String country = code.startsWith("mr_") ? code.substring(3) : code;
        return EXCHANGE
                + '-'
                + switch (country) {
                    case "esp" -> "es";
                    case "ita" -> "it";
                    default -> country;
                };
    }
}
