package io.touchline.standalone.cut;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.TeamId;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.market.Bookmaker;
import io.touchline.simulator.market.BookmakerPrices;
import io.touchline.simulator.market.Bookmakers;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.market.MarketPrice;
import io.touchline.simulator.market.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the topics were told beside what the league knows happened: nothing is missing and nothing is there twice. */
final class AgainstTheLeague {

    private static final Map<String, String> SLUGS = Map.of(
            "pinnacle", "pinnacle",
            "betfair_ex_eu", "betfair-exchange-eu",
            "marathonbet", "marathonbet",
            "unibet_eu", "unibet",
            "williamhill", "william-hill",
            "sport888", "888sport",
            "betsson", "betsson",
            "nordicbet", "nordicbet");
    private static final Duration STEP = Duration.ofSeconds(5);

    private final League league;
    private final Told told;

    AgainstTheLeague(League league, Told told) {
        this.league = league;
        this.told = told;
    }

    private record Key(
            String fixture,
            String source,
            String bookmaker,
            String market,
            @Nullable Double line) {}

    private static boolean isOf(String fixtureId, Match match) {
        return fixtureId.endsWith(":" + TeamId.fromName(match.home().name()) + ":"
                + TeamId.fromName(match.away().name()));
    }

    /** Each match that is over has one result, the right one, and a course in which every goal and card stands once. */
    void checkCourses(List<Match> finished) {
        for (Match match : finished) {
            List<MatchEvent> stands = league.script(match).events().stream()
                    .filter(event -> event.takenBackAt() == MatchEvent.STANDS)
                    .toList();
            int home = count(stands, true, "GOAL");
            int away = count(stands, false, "GOAL");
            List<MatchResult> results = told.results.stream()
                    .filter(result -> isOf(result.getFixtureId(), match)
                            && result.getKickoffAt().equals(match.kickoffAt()))
                    .toList();
            assertThat(results).as("results of " + match).hasSize(1);
            assertThat(results.getFirst().getHomeGoals()).isEqualTo(home);
            assertThat(results.getFirst().getAwayGoals()).isEqualTo(away);
            List<MatchState> course = told.scores.stream()
                    .filter(state -> isOf(state.getFixtureId(), match))
                    .toList();
            checkCourse(course);
            MatchState last = course.getLast();
            assertThat(last.getPeriod()).isEqualTo("FULL_TIME");
            assertThat(List.of(last.getHomeGoals(), last.getAwayGoals())).isEqualTo(List.of(home, away));
            for (String card : List.of("YELLOW_CARD", "RED_CARD")) {
                for (boolean side : new boolean[] {true, false}) {
                    assertThat(course.stream()
                                    .filter(state -> is(state, card, side))
                                    .count())
                            .as(card + " in " + match)
                            .isEqualTo(count(stands, side, card));
                }
            }
        }
    }

    private static int count(List<MatchEvent> events, boolean home, String what) {
        return (int) events.stream()
                .filter(event -> event.home() == home
                        && (what.equals("GOAL")
                                ? event.kind().isGoal()
                                : event.kind().name().equals(what)))
                .count();
    }

    private static boolean is(MatchState state, String what, boolean home) {
        return state.getEvent() != null
                && state.getEvent().getType().equals(what)
                && (home ? "HOME" : "AWAY").equals(state.getEvent().getSide());
    }

    /** A goal is one more on its side's board and nothing else is. */
    private static void checkCourse(List<MatchState> course) {
        int home = 0;
        int away = 0;
        for (MatchState state : course) {
            home += is(state, "GOAL", true) ? 1 : is(state, "GOAL_CANCELLED", true) ? -1 : 0;
            away += is(state, "GOAL", false) ? 1 : is(state, "GOAL_CANCELLED", false) ? -1 : 0;
            assertThat(List.of(state.getHomeGoals(), state.getAwayGoals()))
                    .as("goals by events at " + state)
                    .isEqualTo(List.of(home, away));
        }
    }

    /** No price is told twice in a row. */
    void checkNoPriceTwice() {
        Map<Key, Quote> last = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        told.odds()
                .forEach(update -> update.getQuotes().forEach(quote -> {
                    Quote before = last.put(key(update, quote), quote);
                    if (quote.equals(before)) {
                        twice.add(update.getSource() + ' ' + update.getFixtureId() + ' ' + quote);
                    }
                }));
        assertThat(twice).isEmpty();
    }

    private static Key key(OddsUpdate update, Quote quote) {
        return new Key(
                update.getFixtureId(), update.getSource(), quote.getBookmaker(), quote.getMarket(), quote.getLine());
    }

    private Map<Key, Quote> standing(Match match) {
        Map<Key, Quote> last = new LinkedHashMap<>();
        told.odds().stream()
                .filter(update -> isOf(update.getFixtureId(), match)
                        && update.getKickoffAt().equals(match.kickoffAt()))
                .forEach(update -> update.getQuotes().forEach(quote -> last.put(key(update, quote), quote)));
        return last;
    }

    boolean hasResult(Match match) {
        return told.results.stream()
                .anyMatch(result -> isOf(result.getFixtureId(), match)
                        && result.getKickoffAt().equals(match.kickoffAt()));
    }

    /** Prices of matches that stand open; none should where they are over. */
    List<String> open(List<Match> finished) {
        return finished.stream()
                .flatMap(match -> standing(match).entrySet().stream())
                .filter(each -> !each.getValue().getSuspended())
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    /** Some price of a match that is to come was heard of a source after a moment. */
    void checkFresh(String source, Match match, Instant after) {
        assertThat(standing(match).entrySet())
                .as("prices of " + source + " for " + match)
                .anyMatch(each -> each.getKey().source().equals(source)
                        && each.getValue().getObservedAt().isAfter(after));
    }

    /** The prices that stand of a match are those of one and the same short time. */
    int checkPrices(Market market, Match match, Map<String, Instant> since, Instant until) {
        Map<Key, Quote> standing = standing(match);
        int compared = 0;
        for (Bookmaker bookmaker : Bookmakers.all()) {
            Map<String, Set<List<Double>>> admissible = new LinkedHashMap<>();
            for (Instant at = Objects.requireNonNull(since.get("theoddsapi")); at.isBefore(until); at = at.plus(STEP)) {
                BookmakerPrices prices = market.find(bookmaker, match, at);
                for (MarketPrice price : prices == null ? List.<MarketPrice>of() : prices.markets()) {
                    admissible
                            .computeIfAbsent(name(price.kind()) + ' ' + price.line(), unused -> new HashSet<>())
                            .add(price.back().stream().sorted().toList());
                }
            }
            compared += compare(standing, "theoddsapi", SLUGS.get(bookmaker.key()), admissible);
            if (bookmaker.key().equals("pinnacle")) {
                Set<List<Double>> results = new HashSet<>();
                for (Instant at = Objects.requireNonNull(since.get("pinnacle"));
                        at.isBefore(until);
                        at = at.plus(STEP)) {
                    Opinion opinion = market.opinion(bookmaker, match, at);
                    if (opinion != null) {
                        results.add(opinion.odds("MATCH_RESULT", opinion.matchResult()).stream()
                                .sorted()
                                .toList());
                    }
                }
                compared += compare(standing, "pinnacle", "pinnacle", Map.of("MATCH_RESULT null", results));
            }
        }
        return compared;
    }

    private static int compare(
            Map<Key, Quote> standing, String source, String bookmaker, Map<String, Set<List<Double>>> admissible) {
        int compared = 0;
        for (Map.Entry<String, Set<List<Double>>> each : admissible.entrySet()) {
            List<Quote> quotes = standing.entrySet().stream()
                    .filter(one -> one.getKey().source().equals(source)
                            && one.getKey().bookmaker().equals(bookmaker)
                            && (one.getKey().market() + ' ' + one.getKey().line()).equals(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(quotes)
                    .as(source + ' ' + bookmaker + ' ' + each.getKey())
                    .hasSize(1);
            assertThat(each.getValue())
                    .as(source + ' ' + bookmaker + ' ' + each.getKey() + " stands at " + quotes.getFirst())
                    .contains(quotes.getFirst().getPrices().stream()
                            .map(Price::getBackOdds)
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList());
            compared++;
        }
        return compared;
    }

    private static String name(MarketPrice.Kind kind) {
        return switch (kind) {
            case MATCH_RESULT -> "MATCH_RESULT";
            case TOTALS -> "TOTAL_GOALS";
            case HANDICAP -> "ASIAN_HANDICAP";
        };
    }
}
