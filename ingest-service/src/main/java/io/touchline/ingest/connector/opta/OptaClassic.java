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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** F1 (all fixtures of a season), F7 and F9 (one match with line-ups): documents with {@code MatchData}. */
final class OptaClassic {

    private final OptaMemory memory;
    private final Payload payload;
    private final EventSink sink;

    OptaClassic(OptaMemory memory, Payload payload, EventSink sink) {
        this.memory = memory;
        this.payload = payload;
        this.sink = sink;
    }

    void read(OptaNode document, @Nullable OptaNode feed) {
        for (OptaNode team : document.all("Team")) {
            remember(team);
        }
        if (!document.has("MatchData")) {
            if (!isAside(document)) {
                sink.rejected(RejectReason.UNKNOWN_MESSAGE, "a document without matches", "document", null, null);
            }
        }
        for (OptaNode match : document.all("MatchData")) {
            String own = match.value("uID");
            String id = own == null ? document.value("uID") : own;
            String number = id == null ? OptaMemory.matchOf(payload.location()) : OptaMemory.id(id);
            try {
                sink.event(match(number, match, document, feed, own != null));
            } catch (Unusable e) {
                sink.rejected(e.reason(), e.detail(), "match " + number, null, null);
            }
        }
    }

    /** Squads tell names, which are remembered; tables tell nothing of a fixture. */
    private static boolean isAside(OptaNode document) {
        String type = document.value("Type");
        String upper = type == null ? "" : type.toUpperCase(Locale.ROOT);
        return upper.contains("SQUADS") || upper.contains("STANDINGS");
    }

    private void remember(OptaNode team) {
        String id = team.value("uID", "id");
        String name = team.value("Name");
        if (id != null && name != null) {
            String code = team.at("nameObj").value("short");
            memory.team(new TeamRef(name, name.equals(code) ? null : code, OptaMemory.id(id)));
        }
        for (OptaNode player : team.all("Player")) {
            String playerId = player.value("uID");
            OptaNode person = player.at("PersonName");
            String known = person.value("Known");
            String first = person.value("First");
            String last = person.value("Last");
            String full = known != null ? known : first == null ? last : last == null ? first : first + ' ' + last;
            if (playerId != null && full != null) {
                memory.player(OptaMemory.id(playerId), full);
            }
        }
    }

    private MatchSeen match(String id, OptaNode match, OptaNode document, @Nullable OptaNode feed, boolean isOneOfMany)
            throws Unusable {
        OptaNode home = side(match, "Home");
        OptaNode away = side(match, "Away");
        if (home == null || away == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a match without two sides");
        }
        OptaNode info = match.at("MatchInfo");
        FixtureRef ref = fixture(id, document, info, ref(home), ref(away));
        memory.fixture(ref);
        OptaNode result = info.at("Result");
        OptaPhase phase = OptaPhase.of(info.value("Period"), result.value("Type"));
        if (phase == null) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a period that is none: " + info.value("Period"));
        }
        Goals goals = phase.period() == null && !phase.status().equals("ABANDONED")
                ? null
                : goals(home.value("Score"), away.value("Score"));
        if (goals == null && phase.period() != null) {
            throw new Unusable(RejectReason.MISSING_SCORE, "a match without its score");
        }
        OptaSheet sheet = new OptaSheet(memory);
        List<MatchEvent> incidents = sheet.incidents(home, away, match);
        boolean told = !isOneOfMany && sheet.adds(goals);
        return new MatchSeen(
                ref,
                observedAt(feed, info),
                phase.status(),
                phase.period(),
                phase.period() == null ? null : sheet.minute(match),
                goals,
                incidents,
                told,
                OptaSheet.statistics(home, told),
                OptaSheet.statistics(away, told),
                phase.isOver() ? regular(home, away, goals, result, sheet, told) : null,
                new Facts(venue(document), false, referee(match)),
                null);
    }

    private static @Nullable OptaNode side(OptaNode match, String side) {
        return match.all("TeamData").stream()
                .filter(team -> side.equalsIgnoreCase(team.value("Side")))
                .findFirst()
                .orElse(null);
    }

    private @Nullable TeamRef ref(OptaNode team) throws Unusable {
        String id = team.value("TeamRef");
        if (id == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "a side without a team");
        }
        return memory.findTeam(OptaMemory.id(id));
    }

    private FixtureRef fixture(
            String id, OptaNode document, OptaNode info, @Nullable TeamRef home, @Nullable TeamRef away)
            throws Unusable {
        OptaNode competition = document.at("Competition");
        String number = document.value("competition_id", "competition_id");
        String season = document.value("season_id");
        for (OptaNode stat : competition.all("Stat")) {
            if ("season_id".equals(stat.value("Type"))) {
                season = stat.text();
            }
        }
        String date = info.value("Date");
        String zone = info.value("TZ");
        boolean announced = !"1".equals(info.value("TBC"));
        Instant utc = OptaTimes.instant(info.value("DateUtc"), "UTC");
        OptaTimes.Start start =
                utc == null ? OptaTimes.start(date, zone, announced) : new OptaTimes.Start(utc, announced);
        if (date != null && start == null) {
            throw new Unusable(RejectReason.BROKEN_DATE, "no such time: " + date);
        }
        String name = competition.value("Name");
        return new FixtureRef(
                OptaAdapter.SOURCE,
                id,
                "soccer",
                OptaCompetitions.byNumber(number == null ? competition.value("uID") : number),
                name == null ? document.value("competition_name") : name,
                OptaCompetitions.country(competition.value("Country")),
                season != null && season.matches("(19|20)[0-9]{2}") ? Integer.valueOf(season) : null,
                home,
                away,
                start == null ? null : start.at(),
                start != null && start.known(),
                null);
    }

    private Instant observedAt(@Nullable OptaNode feed, OptaNode info) {
        Instant at = feed == null ? null : OptaTimes.instant(feed.value("TimeStamp", "timestamp"), null);
        at = at == null ? OptaTimes.instant(info.value("TimeStamp"), null) : at;
        return at == null || at.isAfter(payload.receivedAt()) ? payload.observedAt() : at;
    }

    private static @Nullable Goals goals(@Nullable String home, @Nullable String away) throws Unusable {
        Integer homeGoals = Words.goals("score", home);
        Integer awayGoals = Words.goals("score", away);
        return homeGoals == null || awayGoals == null ? null : new Goals(homeGoals, awayGoals);
    }

    /** A cup match tells the score after 90 minutes, or the goals with their periods do; else nobody knows. */
    private static @Nullable Goals regular(
            OptaNode home, OptaNode away, @Nullable Goals goals, OptaNode result, OptaSheet sheet, boolean told)
            throws Unusable {
        Goals ninety = goals(home.value("NinetyScore"), away.value("NinetyScore"));
        if (ninety != null) {
            return ninety;
        }
        if (told) {
            return sheet.regular();
        }
        String kind = result.value("Type");
        boolean longer = home.value("ExtraScore") != null
                || "PenaltyShootout".equalsIgnoreCase(kind)
                || home.value("ShootOutScore") != null
                || "AfterExtraTime".equalsIgnoreCase(kind)
                || "GoldenGoal".equalsIgnoreCase(kind)
                || "Aggregate".equalsIgnoreCase(kind)
                || "AggregateResult".equalsIgnoreCase(kind);
        return longer ? null : goals;
    }

    private static @Nullable String venue(OptaNode document) {
        return document.at("Venue").value("Name");
    }

    private static @Nullable String referee(OptaNode match) {
        OptaNode name = match.at("MatchOfficial").at("OfficialName");
        String first = name.value("First");
        String last = name.value("Last");
        return last == null ? null : first == null ? last : first + ' ' + last;
    }
}
