package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.odds.connector.theoddsapi.payload.OddsApiEvent;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.OnceOnly;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of {@code /odds} in our words, decimal odds. An event that cannot be used is one rejection and the others go on; the same fault of the same event is
 * rejected once and not at every poll. For one thread.
 */
final class OddsApiAdapter {

    static final String SOURCE = "theoddsapi";

    private static final int REMEMBERED_REJECTIONS = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TeamDirectory teams;
    private final FixtureLookup fixtures;
    private final Rejections rejections;
    private final InstantSource clock;
    private final OnceOnly once = new OnceOnly(REMEMBERED_REJECTIONS);

    /** When and where an answer came. */
    record Arrival(Instant observedAt, Instant receivedAt, String location) {}

    /** Why an event cannot be used. */
    private static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final RejectReason reason;
        private final String detail;
        private final transient List<String> candidates;

        Unusable(RejectReason reason, String detail, List<String> candidates) {
            super(detail);
            this.reason = reason;
            this.detail = detail;
            this.candidates = List.copyOf(candidates);
        }

        Unusable(RejectReason reason, String detail) {
            this(reason, detail, List.of());
        }
    }

    OddsApiAdapter(TeamDirectory teams, FixtureLookup fixtures, Rejections rejections, InstantSource clock) {
        this.teams = teams;
        this.fixtures = fixtures;
        this.rejections = rejections;
        this.clock = clock;
    }

    /**
     * Every fixture of one answer that can be used, with all its quotes.
     *
     * @throws PayloadChanged where the whole answer is of no use; it has then been rejected
     */
    List<OddsUpdate> read(byte[] body, Arrival arrival) throws PayloadChanged {
        List<OddsUpdate> updates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode node : root(body, arrival.location())) {
            try {
                OddsUpdate update = update(node, arrival);
                if (!seen.add(update.getFixtureId())) {
                    throw new Unusable(RejectReason.DUPLICATE_MATCH, update.getFixtureId() + " twice in one answer");
                }
                updates.add(update);
            } catch (Unusable e) {
                reject(node, e, arrival);
            }
        }
        return updates;
    }

    private JsonNode root(byte[] body, String location) throws PayloadChanged {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (JacksonException e) {
            boolean html = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8)
                    .stripLeading()
                    .startsWith("<");
            throw changed(
                    html ? RejectReason.HTML_INSTEAD_OF_DATA : RejectReason.UNREADABLE_PAYLOAD,
                    html ? "a web page" : "no JSON: " + e.getOriginalMessage(),
                    location,
                    body);
        }
        if (!root.isArray()) {
            throw changed(RejectReason.UNREADABLE_PAYLOAD, "no list of events", location, body);
        }
        return root;
    }

    private PayloadChanged changed(RejectReason reason, String detail, String location, byte[] body) {
        rejections.reject(SOURCE, reason, detail, location, body);
        return new PayloadChanged(detail + " from " + location);
    }

    private OddsUpdate update(JsonNode node, Arrival arrival) throws Unusable {
        OddsApiEvent event;
        try {
            event = MAPPER.treeToValue(node, OddsApiEvent.class);
        } catch (JacksonException e) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an event of another shape: " + e.getOriginalMessage());
        }
        if (event == null || event.id() == null || event.sportKey() == null || event.bookmakers() == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "an event without id, sport_key or bookmakers");
        }
        String sport = event.sportKey();
        Competition competition = OddsApiNames.competition(sport)
                .orElseThrow(() -> new Unusable(RejectReason.UNKNOWN_COMPETITION, "not ours: " + sport));
        Instant kickoff = kickoff(event.commenceTime());
        Season season = Season.at(kickoff.atZone(ZoneOffset.UTC).toLocalDate(), competition.calendarYear());
        Team home = team(competition, season, event.homeTeam());
        Team away = team(competition, season, event.awayTeam());
        if (home.id().equals(away.id())) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, home.name() + " against itself");
        }
        FixtureId id = fixture(competition, season, home, away, kickoff);
        OddsApiMarkets markets = new OddsApiMarkets(
                event, arrival.receivedAt(), (reason, detail) -> reject(node, new Unusable(reason, detail), arrival));
        List<Quote> quotes = new ArrayList<>();
        for (OddsApiEvent.Bookmaker bookmaker : event.bookmakers()) {
            if (bookmaker != null) {
                quotes.addAll(markets.quotes(bookmaker));
            }
        }
        return OddsUpdate.newBuilder()
                .setFixtureId(id.value())
                .setCompetition(competition.code())
                .setKickoffAt(kickoff)
                .setInPlay(!arrival.observedAt().isBefore(kickoff))
                .setQuotes(quotes)
                .setSource(SOURCE)
                .setObservedAt(arrival.observedAt())
                .setReceivedAt(arrival.receivedAt())
                .setEmittedAt(clock.instant())
                .build();
    }

    private static Instant kickoff(@Nullable String text) throws Unusable {
        if (text == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no commence_time");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "commence_time " + text);
        }
    }

    private Team team(Competition competition, Season season, @Nullable String name) throws Unusable {
        if (name == null || name.isBlank()) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a side without name");
        }
        return teams.find(competition.association(), name, season)
                .orElseThrow(() -> new Unusable(
                        RejectReason.UNKNOWN_TEAM,
                        "no team of " + competition.code() + " is called " + name,
                        teams.candidates(competition.association(), name).stream()
                                .map(candidate -> candidate.team().id().value())
                                .toList()));
    }

    /** The meeting that is known for about that kickoff; the first meeting of the season where none is known. */
    private FixtureId fixture(Competition competition, Season season, Team home, Team away, Instant kickoff)
            throws Unusable {
        Map<FixtureId, Instant> known = fixtures.meetings(competition.code(), home.id(), away.id());
        List<FixtureId> near = known.entrySet().stream()
                .filter(each ->
                        Duration.between(each.getValue(), kickoff).abs().compareTo(FixtureLookup.SAME_MATCH) <= 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        FixtureId first = FixtureId.of(competition.sport(), competition.code(), season, home.id(), away.id());
        if (near.size() == 1) {
            return near.getFirst();
        } else if (near.isEmpty() && !known.containsKey(first)) {
            return first;
        }
        throw new Unusable(
                RejectReason.AMBIGUOUS_FIXTURE,
                home.name() + " against " + away.name() + " at " + kickoff
                        + " is none of the known meetings, or several",
                known.keySet().stream().sorted().map(FixtureId::value).toList());
    }

    private void reject(JsonNode node, Unusable unusable, Arrival arrival) {
        String id = node.path("id").asString("");
        if (once.isNew(unusable.reason + " " + id + " " + unusable.detail)) {
            rejections.reject(
                    SOURCE,
                    unusable.reason,
                    unusable.detail,
                    arrival.location() + "#" + id,
                    node.toString().getBytes(StandardCharsets.UTF_8),
                    unusable.candidates,
                    arrival.observedAt());
        }
    }
}
