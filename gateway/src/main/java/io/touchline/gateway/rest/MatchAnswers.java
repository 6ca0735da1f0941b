package io.touchline.gateway.rest;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.gateway.view.MatchFile;
import io.touchline.gateway.view.MeetingView.Meeting;
import io.touchline.schema.FairPrice;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers about matches. */
final class MatchAnswers {

    private MatchAnswers() {}

    @Meaning("One side of a match.")
    record Team(
            @Meaning("slug") String id,
            @Meaning("as people read it") String name) {}

    @Meaning("A match as it stands.")
    record Live(
            @Meaning("null before kickoff") @Nullable String period,

            @Meaning("minute of play; null where the source does not tell") @Nullable Integer minute,

            int homeGoals,
            int awayGoals,
            @Nullable Integer homeRed,
            @Nullable Integer awayRed,
            @Nullable Integer homeYellow,
            @Nullable Integer awayYellow,
            @Meaning("the source's clock") Instant observedAt,
            @Meaning("who told it") String source,

            @Meaning("true: the source is not trusted now, and this is the last that is known")
            boolean stale,

            @Meaning("seconds since observedAt where it is stale; null where it is not") @Nullable Double staleSeconds) {}

    @Meaning("How a match ended after 90 minutes.")
    record Result(
            @Meaning("FINISHED, AWARDED, ABANDONED or CANCELLED")
            String status,

            int homeGoals,
            int awayGoals,
            @Nullable Integer halfTimeHomeGoals,
            @Nullable Integer halfTimeAwayGoals,
            @Meaning("when it was known") Instant resultAt) {}

    @Meaning("The best price of a selection beside its fair one.")
    record Offer(
            String selection,

            @Meaning("decimal odds; null where nobody quotes it") @Nullable Double bestOdds,

            @Nullable String bestBookmaker,

            @Meaning("of all bookmakers, margin removed; null where nobody quotes it") @Nullable Double marketProbability,

            @Meaning("of our models; null where there is no prediction") @Nullable Double probability,

            @Meaning("1 / probability") @Nullable Double fairOdds,

            @Meaning("probability x best odds - 1; null where one is missing, or the prediction has not seen the price")
            @Nullable Double edge) {}

    @Meaning("One match, with the latest that is known of it.")
    record Match(
            @Meaning("sport:competition:season:home:away") String id,
            @Nullable String sport,
            @Nullable String competition,

            @Meaning("null for a competition that is not in our list") @Nullable String competitionName,

            @Nullable String season,
            Team home,
            Team away,
            Instant kickoffAt,
            @Meaning("false where only the day is known") boolean kickoffKnown,
            @Nullable String venue,
            @Nullable String referee,

            @Meaning("SCHEDULED, IN_PLAY, FINISHED, POSTPONED, ABANDONED or CANCELLED")
            String status,

            @Meaning("null before kickoff") @Nullable Live live,
            @Meaning("null until it ended") @Nullable Result result,

            @Meaning("home, draw, away; empty where there is neither price nor prediction")
            List<Offer> matchResult,

            @Meaning("value alerts that are open now") int openAlerts,

            @Meaning("0 to 1; null without prediction") @Nullable Double confidence,

            @Meaning("time of the newest price; null without one") @Nullable Instant oddsAsOf,

            @Meaning("time of the newest thing that the prediction knows; null without one") @Nullable Instant predictionAsOf) {}

    @Meaning("Something that happened.")
    record Event(
            @Meaning("such as GOAL or RED_CARD") String type,

            @Meaning("HOME, AWAY, or null for neither") @Nullable String side,

            @Nullable Integer minute,
            @Nullable String player,
            @Nullable String detail,
            @Meaning("goals right after it") int homeGoals,
            @Meaning("goals right after it") int awayGoals,
            Instant observedAt) {}

    @Meaning("What happened in a match, the first thing first.")
    record Events(String matchId, List<Event> items) {}

    @Meaning("One past match of two teams.")
    record PastMatch(
            @Meaning("day, UTC") String date, String homeTeam, String awayTeam, int homeGoals, int awayGoals) {}

    @Meaning("Past matches of the two teams at either ground, the newest first, 20 at most.")
    record HeadToHead(
            String matchId,
            Team home,
            Team away,
            @Meaning("won by the home side of this match") int homeWins,
            int draws,
            @Meaning("won by the away side of this match") int awayWins,
            List<PastMatch> items) {}

    @Meaning("One feature.")
    record FeatureValue(
            String name,
            String group,
            String unit,
            @Meaning("null = unknown") @Nullable Double value,
            @Meaning("what unknown means here") String unknown,
            String description) {}

    @Meaning("The newest feature vector of a match.")
    record Features(
            String matchId,

            @Meaning("OPENING, HOURS_24, HOUR_1, CLOSING or IN_PLAY")
            String cutoff,

            @Meaning("nothing later is in it") Instant asOf,
            int catalogueVersion,
            @Meaning("how many values are unknown") int unknown,
            List<FeatureValue> values) {}

    static Match match(MatchFile file, Freshness freshness) {
        Fixture fixture = file.fixture();
        Names names = Names.of(file);
        Prediction prediction = file.prediction();
        MarketSnapshot snapshot = file.snapshot();
        return new Match(
                file.id(),
                names.sport(),
                names.competition(),
                competitionName(names.competition()),
                names.season(),
                names.home(),
                names.away(),
                file.kickoffAt(),
                fixture != null && fixture.getKickoffKnown(),
                fixture == null ? null : fixture.getVenue(),
                fixture == null ? null : fixture.getReferee(),
                file.status(),
                live(file.state(), freshness),
                result(file.result()),
                offers(snapshot, Values.comparable(file)),
                (int) file.alerts().stream().filter(AlertAnswers::isOpen).count(),
                prediction == null ? null : prediction.getConfidence(),
                snapshot == null ? null : snapshot.getAsOf(),
                prediction == null ? null : prediction.getAsOf());
    }

    /** Null for a competition that is not in our list. */
    static @Nullable String competitionName(@Nullable String code) {
        return code == null
                ? null
                : Competitions.find(code).map(Competition::name).orElse(null);
    }

    private static @Nullable Live live(@Nullable MatchState state, Freshness freshness) {
        return state == null
                ? null
                : new Live(
                        state.getPeriod(),
                        state.getMinute(),
                        state.getHomeGoals(),
                        state.getAwayGoals(),
                        state.getHomeRed(),
                        state.getAwayRed(),
                        state.getHomeYellow(),
                        state.getAwayYellow(),
                        state.getObservedAt(),
                        state.getSource(),
                        freshness.isStale(state.getSource()),
                        freshness.staleFor(state.getSource(), state.getObservedAt()));
    }

    private static @Nullable Result result(@Nullable MatchResult result) {
        return result == null
                ? null
                : new Result(
                        result.getStatus(),
                        result.getHomeGoals(),
                        result.getAwayGoals(),
                        result.getHome().getHalfTimeGoals(),
                        result.getAway().getHalfTimeGoals(),
                        result.getResultAt());
    }

    private static List<Offer> offers(@Nullable MarketSnapshot snapshot, @Nullable Prediction prediction) {
        if (snapshot == null && prediction == null) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        for (Selection selection : MarketType.MATCH_RESULT.selections()) {
            String name = selection.name();
            Optional<MarketPrices> market = Values.consensus(snapshot, MarketType.MATCH_RESULT.name(), null);
            FairPrice price = market.stream()
                    .flatMap(known -> known.getPrices().stream())
                    .filter(known -> known.getSelection().equals(name))
                    .findFirst()
                    .orElse(null);
            SelectionProbability chance = Values.model(prediction, MarketType.MATCH_RESULT.name(), null, name)
                    .orElse(null);
            offers.add(new Offer(
                    name,
                    price == null ? null : price.getBestOdds(),
                    price == null ? null : price.getBestBookmaker(),
                    price == null ? null : price.getProbability(),
                    chance == null ? null : chance.getWin(),
                    chance == null ? null : Values.fairOdds(chance),
                    price == null || chance == null || !judges(prediction, market)
                            ? null
                            : Values.edge(chance, price.getBestOdds())));
        }
        return List.copyOf(offers);
    }

    private static boolean judges(@Nullable Prediction prediction, Optional<MarketPrices> market) {
        return prediction != null && market.isPresent() && Values.judges(prediction, market.get());
    }

    static Events events(MatchFile file) {
        return new Events(
                file.id(), file.events().stream().map(MatchAnswers::event).toList());
    }

    private static Event event(MatchFile.Happening happening) {
        MatchEvent event = happening.event();
        return new Event(
                event.getType(),
                event.getSide(),
                event.getMinute(),
                event.getPlayer(),
                event.getDetail(),
                happening.homeGoals(),
                happening.awayGoals(),
                happening.observedAt());
    }

    static HeadToHead headToHead(MatchFile file, List<Meeting> meetings) {
        Names names = Names.of(file);
        String home = names.home().id();
        int homeWins = 0;
        int draws = 0;
        for (Meeting meeting : meetings) {
            if (meeting.homeGoals() == meeting.awayGoals()) {
                draws++;
            } else if (meeting.homeTeam().equals(home) == (meeting.homeGoals() > meeting.awayGoals())) {
                homeWins++;
            }
        }
        return new HeadToHead(
                file.id(),
                names.home(),
                names.away(),
                homeWins,
                draws,
                meetings.size() - homeWins - draws,
                meetings.stream()
                        .map(meeting -> new PastMatch(
                                meeting.date().toString(),
                                meeting.homeTeam(),
                                meeting.awayTeam(),
                                meeting.homeGoals(),
                                meeting.awayGoals()))
                        .toList());
    }

    static Features features(FeatureVector vector) {
        FeatureCatalogue catalogue = FeatureCatalogue.shipped();
        List<Float> values = vector.getValues();
        List<FeatureValue> shown = new ArrayList<>();
        if (vector.getCatalogueVersion() == catalogue.version()) {
            for (int at = 0; at < Math.min(values.size(), catalogue.size()); at++) {
                FeatureCatalogue.Feature feature = catalogue.features().get(at);
                float value = values.get(at);
                shown.add(new FeatureValue(
                        feature.name(),
                        feature.group(),
                        feature.unit(),
                        Float.isNaN(value) ? null : (double) value,
                        feature.meaningOfNan(),
                        feature.description()));
            }
        }
        return new Features(
                vector.getFixtureId(),
                vector.getCutoff(),
                vector.getAsOf(),
                vector.getCatalogueVersion(),
                (int) values.stream().filter(value -> value.isNaN()).count(),
                List.copyOf(shown));
    }

    /** Who plays, from the fixture, or from the id until the fixture came. */
    record Names(
            @Nullable String sport,
            @Nullable String competition,
            @Nullable String season,
            Team home,
            Team away) {

        static Names of(MatchFile file) {
            Fixture fixture = file.fixture();
            if (fixture != null) {
                return new Names(
                        fixture.getSport(),
                        fixture.getCompetition(),
                        fixture.getSeason(),
                        new Team(fixture.getHomeTeam(), fixture.getHomeName()),
                        new Team(fixture.getAwayTeam(), fixture.getAwayName()));
            }
            return of(file.id());
        }

        static Names of(String fixtureId) {
            try {
                FixtureId id = new FixtureId(fixtureId);
                String home = id.home().value();
                String away = id.away().value();
                return new Names(
                        id.sport(), id.competition(), id.season().label(), new Team(home, home), new Team(away, away));
            } catch (IllegalArgumentException foreign) {
                return new Names(null, null, null, new Team("", fixtureId), new Team("", ""));
            }
        }
    }
}
