package io.touchline.ingest.connector.opta;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.Facts;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One match of the newer Soccer API: MA1 (schedule, goals, cards), MA2 (with statistics), MA3 (events) and MA12 (shots with xG) have one shape. */
final class OptaMatch {

    private final OptaMemory memory;
    private final Payload payload;
    private final EventSink sink;

    OptaMatch(OptaMemory memory, Payload payload, EventSink sink) {
        this.memory = memory;
        this.payload = payload;
        this.sink = sink;
    }

    void read(OptaNode match) {
        OptaNode info = match.at("matchInfo");
        String id = info.value("id") == null ? OptaMemory.matchOf(payload.location()) : info.value("id");
        try {
            read(String.valueOf(id), match, info);
        } catch (Unusable e) {
            sink.rejected(e.reason(), e.detail(), "match " + id, null, null);
        }
    }

    private void read(String id, OptaNode match, OptaNode info) throws Unusable {
        OptaNode home = contestant(info, "home");
        OptaNode away = contestant(info, "away");
        if (home == null || away == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a match without two teams");
        }
        FixtureRef ref = fixture(id, info, home, away);
        memory.fixture(ref);
        String homeId = id(home);
        String awayId = id(away);
        OptaNode live = match.at("liveData");
        OptaNode details = live.at("matchDetails");
        OptaPhase phase = phase(details);
        Instant observedAt = observedAt(info);
        List<MatchEvent> incidents;
        Goals listed;
        Goals regular;
        boolean whole;
        if (live.has("event")) {
            OptaCourse course = OptaCourse.of(live.all("event"), memory, sink);
            incidents = course.tell(ref, homeId, awayId, observedAt);
            listed = course.goals(homeId, awayId, false);
            regular = course.goals(homeId, awayId, true);
            whole = course.isWhole();
        } else {
            OptaMatchSheet sheet = new OptaMatchSheet(homeId, sink, ref);
            incidents = sheet.incidents(live);
            listed = sheet.goals();
            regular = sheet.regular();
            whole = live.has("goal") || live.has("card") || live.has("substitute") || live.has("lineUp");
        }
        OptaNode scores = details.at("scores");
        Goals board = scores(scores.at("total"));
        Goals goals = phase.period() == null ? null : board == null && whole ? listed : board;
        if (goals == null && phase.period() != null && !live.has("event")) {
            throw new Unusable(RejectReason.MISSING_SCORE, "a match without its score");
        }
        boolean told = whole && goals != null && goals.equals(listed);
        Goals ninety = scores(scores.at("ft"));
        sink.event(new MatchSeen(
                ref,
                observedAt,
                phase.status(),
                phase.period(),
                phase.period() == null
                        ? null
                        : Words.whole("minute", details.value("matchTime", "matchLengthMin"), 0, 200),
                goals,
                incidents,
                told,
                statistics(live, homeId, scores.at("ht").value("home")),
                statistics(live, awayId, scores.at("ht").value("away")),
                !phase.isOver() ? null : ninety != null ? ninety : told ? regular : goals,
                facts(info, live),
                null));
    }

    private FixtureRef fixture(String id, OptaNode info, OptaNode home, OptaNode away) throws Unusable {
        OptaNode competition = info.at("competition");
        OptaNode calendar = info.at("tournamentCalendar");
        String country = competition.at("country").value("name");
        String date = info.value("date", "localDate");
        OptaTimes.Start start = OptaTimes.start(date, info.value("time"));
        if (date != null && start == null) {
            throw new Unusable(RejectReason.BROKEN_DATE, "no such time: " + date + ' ' + info.value("time"));
        }
        String begins = calendar.value("startDate", "name");
        return new FixtureRef(
                OptaAdapter.SOURCE,
                id,
                "soccer",
                OptaCompetitions.byName(
                        country, competition.value("name"), info.at("ruleset").value("name")),
                competition.value("name"),
                OptaCompetitions.country(country),
                begins != null && begins.matches("20[0-9]{2}.*") ? Integer.valueOf(begins.substring(0, 4)) : null,
                team(home),
                team(away),
                start == null ? null : start.at(),
                start != null && start.known(),
                null);
    }

    private static @Nullable OptaNode contestant(OptaNode info, String position) {
        List<OptaNode> both = info.all("contestant");
        for (OptaNode each : both) {
            if (position.equalsIgnoreCase(each.value("position"))) {
                return each;
            }
        }
        boolean unnamed = both.size() == 2 && both.stream().allMatch(each -> each.value("position") == null);
        return unnamed ? both.get(position.equals("home") ? 0 : 1) : null;
    }

    private static TeamRef team(OptaNode contestant) throws Unusable {
        String name = contestant.value("name", "officialName");
        if (name == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a team without a name");
        }
        String longer = contestant.value("officialName");
        return new TeamRef(name, name.equals(longer) ? contestant.value("shortName") : longer, id(contestant));
    }

    private static String id(OptaNode contestant) {
        String id = contestant.value("id");
        return id == null ? "" : OptaMemory.id(id);
    }

    private static OptaPhase phase(OptaNode details) throws Unusable {
        String status = details.value("matchStatus");
        Integer period = Words.whole("periodId", details.value("periodId"), 0, 100);
        OptaPhase phase = OptaPhase.of(status == null ? "Fixture" : status, period == null ? 0 : period);
        if (phase == null) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a status that is none: " + status);
        }
        return phase;
    }

    private static @Nullable Goals scores(OptaNode scores) throws Unusable {
        Integer home = Words.goals("score", scores.value("home"));
        Integer away = Words.goals("score", scores.value("away"));
        return home == null || away == null ? null : new Goals(home, away);
    }

    private Instant observedAt(OptaNode info) {
        Instant at = OptaTimes.instant(info.value("lastUpdated"), "UTC");
        return at == null || at.isAfter(payload.receivedAt()) ? payload.observedAt() : at;
    }

    private static TeamStatistics statistics(OptaNode live, String id, @Nullable String halfTime) {
        for (OptaNode lineUp : live.all("lineUp")) {
            if (id.equals(OptaMemory.id(String.valueOf(lineUp.value("contestantId"))))) {
                TeamStatistics statistics = OptaSheet.statistics(lineUp, false);
                statistics.setHalfTimeGoals(half(halfTime));
                return statistics;
            }
        }
        return TeamStatistics.newBuilder().setHalfTimeGoals(half(halfTime)).build();
    }

    private static @Nullable Integer half(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,2}") ? Integer.valueOf(text) : null;
    }

    private static Facts facts(OptaNode info, OptaNode live) {
        OptaNode venue = info.at("venue");
        String referee = null;
        for (OptaNode official : live.at("matchDetailsExtra").all("matchOfficial")) {
            if ("Main".equalsIgnoreCase(official.value("type"))) {
                String first = official.value("firstName");
                String last = official.value("lastName");
                referee = last == null ? null : first == null ? last : first + ' ' + last;
            }
        }
        return new Facts(venue.value("longName", "shortName"), "yes".equalsIgnoreCase(venue.value("neutral")), referee);
    }
}
