package io.touchline.ingest.connector.espn;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.ingest.connector.espn.payload.EspnEvent;
import io.touchline.ingest.normalise.ObservedMatch;
import io.touchline.platform.identity.Meetings;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.OnceOnly;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Fixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ESPN's scoreboard in our words. An event that cannot be used is one rejection, and the others go on; the same fault of the same event is rejected
 * once and not at every poll. For one thread.
 */
final class EspnAdapter {

    static final String SOURCE = "espn";

    private static final int REMEMBERED_REJECTIONS = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TeamDirectory teams;
    private final Rejections rejections;
    private final InstantSource clock;
    private final OnceOnly once = new OnceOnly(REMEMBERED_REJECTIONS);
    private final Meetings meetings = new Meetings();
    private final Map<String, FixtureId> fixtures = new HashMap<>();

    /** One event of which everything but its number of meeting is known. */
    private record Named(
            JsonNode node, EspnMatch match, Competition competition, Season season, Team home, Team away) {}

    EspnAdapter(TeamDirectory teams, Rejections rejections, InstantSource clock) {
        this.teams = teams;
        this.rejections = rejections;
        this.clock = clock;
    }

    /**
     * Every match of one answer that can be used.
     *
     * @param observedAt the vendor's clock
     * @param receivedAt our clock on arrival
     * @param location address without secrets
     * @throws PayloadChanged where the whole answer is of no use; it has then been rejected
     */
    List<ObservedMatch> read(byte[] body, Instant observedAt, Instant receivedAt, String location)
            throws PayloadChanged {
        JsonNode root = root(body, location);
        EspnLeagues leagues = new EspnLeagues(root);
        List<Named> named = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root.path("events")) {
            try {
                named.add(name(node, leagues, ids, location));
            } catch (Unusable e) {
                reject(node, e, location, observedAt);
            }
        }
        List<ObservedMatch> matches = new ArrayList<>();
        for (Named each : named) {
            try {
                matches.add(each.match().observed(fixture(each, observedAt, receivedAt), partial(each, location)));
            } catch (Unusable e) {
                reject(each.node(), e, location, observedAt);
            }
        }
        return matches;
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
        if (!root.path("events").isArray()) {
            throw changed(RejectReason.UNREADABLE_PAYLOAD, "no list of events", location, body);
        }
        return root;
    }

    private PayloadChanged changed(RejectReason reason, String detail, String location, byte[] body) {
        rejections.reject(SOURCE, reason, detail, location, body);
        return new PayloadChanged(detail + " from " + location);
    }

    private Named name(JsonNode node, EspnLeagues leagues, Set<String> ids, String location) throws Unusable {
        EspnEvent event;
        try {
            event = MAPPER.treeToValue(node, EspnEvent.class);
        } catch (JacksonException e) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an event of another shape: " + e.getOriginalMessage());
        }
        if (event == null) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "an event that is null");
        }
        EspnMatch match = EspnMatch.of(event);
        if (!ids.add(match.id())) {
            throw new Unusable(RejectReason.DUPLICATE_MATCH, "event " + match.id() + " twice in one answer");
        }
        Competition competition = leagues.find(event.uid())
                .orElseThrow(
                        () -> new Unusable(RejectReason.UNKNOWN_COMPETITION, "not ours: " + leagues.name(event.uid())));
        Season season = new Season(match.seasonYear(), competition.calendarYear());
        Team home = team(competition, season, match.home());
        Team away = team(competition, season, match.away());
        if (home.id().equals(away.id())) {
            throw new Unusable(RejectReason.SAME_TEAM_TWICE, home.name() + " against itself");
        }
        if (!fixtures.containsKey(match.id())) {
            String other = meetings.announce(
                    competition,
                    season,
                    home.id(),
                    away.id(),
                    match.kickoffAt().atZone(ZoneOffset.UTC).toLocalDate(),
                    match.id());
            if (other != null && !other.equals(match.id())) {
                throw new Unusable(
                        RejectReason.DUPLICATE_MATCH,
                        "event " + match.id() + " repeats event " + other + " at " + location);
            }
        }
        return new Named(node, match, competition, season, home, away);
    }

    private Team team(Competition competition, Season season, EspnMatch.Side side) throws Unusable {
        Optional<Team> found = teams.find(competition.association(), side.name(), season);
        if (found.isEmpty() && side.shortName() != null) {
            found = teams.find(competition.association(), side.shortName(), season);
        }
        if (found.isPresent()) {
            return found.get();
        }
        throw new Unusable(
                RejectReason.UNKNOWN_TEAM,
                "no team of " + competition.code() + " is called " + side.name(),
                teams.candidates(competition.association(), side.name()).stream()
                        .map(candidate -> candidate.team().id().value())
                        .toList());
    }

    private Fixture fixture(Named named, Instant observedAt, Instant receivedAt) {
        EspnMatch match = named.match();
        FixtureId id = fixtures.computeIfAbsent(
                match.id(),
                unused -> meetings.id(
                        named.competition(),
                        named.season(),
                        named.home().id(),
                        named.away().id(),
                        match.kickoffAt().atZone(ZoneOffset.UTC).toLocalDate()));
        return Fixture.newBuilder()
                .setFixtureId(id.value())
                .setSport(named.competition().sport())
                .setCompetition(named.competition().code())
                .setSeason(named.season().label())
                .setHomeTeam(named.home().id().value())
                .setAwayTeam(named.away().id().value())
                .setHomeName(named.home().name())
                .setAwayName(named.away().name())
                .setKickoffAt(match.kickoffAt())
                .setKickoffKnown(match.kickoffKnown())
                .setVenue(match.venue())
                .setNeutral(match.neutral())
                .setStatus(match.phase().status())
                .setVendorIds(Map.of(SOURCE, match.id()))
                .setSource(SOURCE)
                .setObservedAt(observedAt)
                .setReceivedAt(receivedAt)
                .setEmittedAt(clock.instant())
                .build();
    }

    private EspnMatch.Complaints partial(Named named, String location) {
        return (reason, detail) -> reject(named.node(), new Unusable(reason, detail), location, null);
    }

    private void reject(JsonNode node, Unusable unusable, String location, @Nullable Instant observedAt) {
        String id = node.path("id").asString("");
        if (once.isNew(unusable.reason() + " " + id + " " + unusable.detail())) {
            rejections.reject(
                    SOURCE,
                    unusable.reason(),
                    unusable.detail(),
                    location + "#" + id,
                    node.toString().getBytes(StandardCharsets.UTF_8),
                    unusable.candidates(),
                    observedAt);
        }
    }
}
