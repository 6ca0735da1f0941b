package io.touchline.ingest.normalise;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.RatingSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Weather;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What score, xG, rating and weather sources tell, as records: fixtures merged from all of them, the course of a match from the one that leads, each shot once. Safe for many
 * threads.
 */
public final class ScoreNormaliser implements Normaliser {

    private static final int REMEMBERED = 100_000;

    private final InstantSource clock;
    private final Outlet outlet;
    private final Rejections rejections;
    private final TeamDirectory teams;
    private final MatchProgress progress;
    private final FixtureFacts facts = new FixtureFacts();
    private final SourceLead scoreLead = new SourceLead();
    private final SourceLead shotLead = new SourceLead();
    private final Map<String, MatchSeen> lastSeen = bounded();
    private final Map<String, Shot> shots = bounded();
    private final ScoreWatch watch;
    private @Nullable Known current;

    /** Told of every word of every source, for the checks of quality. */
    public interface ScoreWatch {
        void seen(SourceDescriptor source, Known known, MatchSeen seen, Payload payload);
    }

    /**
     * By its parts.
     *
     * @param pastToo whether the course of matches that were over long ago is told: in replays of recordings
     */
    public ScoreNormaliser(
            InstantSource clock,
            Outlet outlet,
            Rejections rejections,
            TeamDirectory teams,
            ScoreWatch watch,
            boolean pastToo) {
        this.clock = clock;
        this.outlet = outlet;
        this.rejections = rejections;
        this.teams = teams;
        this.watch = watch;
        this.progress = new MatchProgress(
                clock,
                new Told(),
                (reason, detail, fixture) ->
                        rejections.reject(fixture.getSource(), reason, detail, fixture.getFixtureId(), null),
                pastToo);
    }

    @Override
    public boolean reads(VendorEvent event) {
        return event instanceof MatchSeen
                || event instanceof ShotSeen
                || event instanceof WeatherSeen
                || event instanceof RatingSeen;
    }

    @Override
    public synchronized void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
        if (event instanceof RatingSeen rating) {
            rate(source, rating, payload);
        } else if (known != null && event instanceof MatchSeen match) {
            match(source, known, match, payload);
        } else if (known != null && event instanceof ShotSeen shot) {
            shot(source, known, shot, payload);
        } else if (known != null && event instanceof WeatherSeen weather) {
            weather(known, weather);
        }
    }

    @Override
    public void flush() {
        outlet.flush();
    }

    /** Forgets matches of days ago. */
    public synchronized void forgetBefore(Instant now) {
        progress.forgetBefore(now);
    }

    private void match(SourceDescriptor source, Known known, MatchSeen told, Payload payload) {
        watch.seen(source, known, told, payload);
        String key = known.key();
        Fixture before = facts.find(key);
        Fixture fixture = facts.with(source.trust(), fixture(source, known, told, payload, before));
        boolean leads = scoreLead.leads(key, source.name(), source.trust(), payload.receivedAt(), source.staleness());
        if (!leads) {
            if (before != null && !sameFacts(before, fixture)) {
                Fixture kept = Fixture.newBuilder(fixture)
                        .setStatus(before.getStatus())
                        .setSource(before.getSource())
                        .build();
                outlet.accept(new Normalised("FIXTURE", known, told.observedAt(), kept));
            }
            return;
        }
        MatchSeen whole = SeenWhole.of(lastSeen.get(key), told);
        lastSeen.put(key, whole);
        current = known;
        try {
            progress.observe(SeenWhole.observed(whole, fixture));
        } finally {
            current = null;
        }
    }

    private Fixture fixture(
            SourceDescriptor source, Known known, MatchSeen told, Payload payload, @Nullable Fixture before) {
        FixtureRef ref = known.ref();
        Matched match = known.match();
        Instant kickoff =
                ref.kickoffAt() != null ? ref.kickoffAt() : before != null ? before.getKickoffAt() : told.observedAt();
        return Fixture.newBuilder()
                .setFixtureId(known.key())
                .setSport(ref.sport())
                .setCompetition(
                        match == null
                                ? orEmpty(ref.competition())
                                : match.competition().code())
                .setSeason(match == null ? "" : match.season().label())
                .setHomeTeam(match == null ? "" : match.home().id().value())
                .setAwayTeam(match == null ? "" : match.away().id().value())
                .setHomeName(match == null ? name(ref.home()) : match.home().name())
                .setAwayName(match == null ? name(ref.away()) : match.away().name())
                .setKickoffAt(kickoff)
                .setKickoffKnown(ref.kickoffAt() != null && ref.kickoffKnown())
                .setVenue(told.facts().venue())
                .setNeutral(told.facts().neutral())
                .setReferee(told.facts().referee())
                .setStatus(told.status())
                .setVendorIds(Map.of(source.name(), ref.vendorId()))
                .setSource(source.name())
                .setObservedAt(told.observedAt())
                .setReceivedAt(payload.receivedAt())
                .setEmittedAt(clock.instant())
                .build();
    }

    private static boolean sameFacts(Fixture before, Fixture now) {
        return before.getVendorIds().equals(now.getVendorIds())
                && before.getKickoffAt().equals(now.getKickoffAt())
                && Objects.equals(before.getVenue(), now.getVenue())
                && Objects.equals(before.getReferee(), now.getReferee())
                && before.getNeutral() == now.getNeutral();
    }

    private void shot(SourceDescriptor source, Known known, ShotSeen told, Payload payload) {
        String key = known.key();
        if (!shotLead.leads(key, source.name(), source.trust(), payload.receivedAt(), source.staleness())) {
            return;
        }
        Shot shot = Shot.newBuilder(told.shot())
                .setFixtureId(key)
                .setSource(source.name())
                .setObservedAt(told.observedAt())
                .setReceivedAt(payload.receivedAt())
                .setEmittedAt(clock.instant())
                .build();
        Shot content = Shot.newBuilder(shot)
                .setObservedAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .setEmittedAt(Instant.EPOCH)
                .build();
        if (!content.equals(shots.put(key + ' ' + source.name() + ' ' + shot.getShotId(), content))) {
            outlet.accept(new Normalised("SHOT", known, told.observedAt(), shot));
        }
    }

    private void weather(Known known, WeatherSeen told) {
        Weather weather = Weather.newBuilder()
                .setTemperatureC(told.temperatureC())
                .setPrecipitationMm(told.precipitationMm())
                .setWindKmh(told.windKmh())
                .setObservedAt(told.observedAt())
                .build();
        Fixture changed = facts.with(known.key(), weather);
        outlet.accept(new Normalised("WEATHER", known, told.observedAt(), told));
        if (changed != null && known.match() != null) {
            outlet.accept(new Normalised("FIXTURE", known, told.observedAt(), changed));
        }
    }

    private void rate(SourceDescriptor source, RatingSeen told, Payload payload) {
        Optional<Team> team = teams.find("soccer/" + told.country(), told.team().name());
        if (team.isEmpty()) {
            rejections.reject(
                    source.name(),
                    RejectReason.UNKNOWN_TEAM,
                    "no team of " + told.country() + " is called " + told.team().name(),
                    payload.location() + '#' + told.team().name(),
                    null);
            outlet.accept(new Normalised("RATING", null, told.observedAt(), told));
            return;
        }
        outlet.accept(new Normalised(
                "RATING",
                null,
                told.observedAt(),
                SquadNews.newBuilder()
                        .setTeam(team.get().id().value())
                        .setAssociation(team.get().association())
                        .setKind("RATING")
                        .setRating(told.rating())
                        .setFromAt(told.fromAt())
                        .setUntilAt(told.untilAt())
                        .setDetail(told.team().name())
                        .setSource(source.name())
                        .setObservedAt(told.observedAt())
                        .setReceivedAt(payload.receivedAt())
                        .setEmittedAt(clock.instant())
                        .build()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String name(@Nullable TeamRef team) {
        return team == null ? "" : team.name();
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** What the course of the match at hand tells, with its name. */
    private final class Told implements ScoreFeed {

        @Override
        public void fixture(Fixture fixture, Instant at) {
            tell("FIXTURE", at, fixture);
        }

        @Override
        public void state(MatchState state) {
            MatchEvent event = state.getEvent();
            tell(event == null ? "STATE" : event.getType(), state.getObservedAt(), state);
        }

        @Override
        public void result(MatchResult result, Instant at) {
            tell("RESULT", at, result);
        }

        @Override
        public void flush() {
            outlet.flush();
        }

        private void tell(String type, Instant at, Object record) {
            Known known = current;
            if (known == null) {
                throw new IllegalStateException(type + " of no match");
            }
            outlet.accept(new Normalised(type, known, at, record));
        }
    }
}
