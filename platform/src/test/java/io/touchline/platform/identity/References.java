package io.touchline.platform.identity;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.schema.Fixture;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** References as vendors make them, for tests. */
record References(FixtureRef ref) {

    static References of(
            String source, String vendorId, @Nullable String competition, String home, String away, String kickoff) {
        String sport = competition == null ? "soccer" : sport(competition);
        return new References(new FixtureRef(
                source,
                vendorId,
                sport,
                competition,
                null,
                null,
                null,
                TeamRef.of(home),
                TeamRef.of(away),
                Instant.parse(kickoff),
                true,
                null));
    }

    References named(@Nullable String competitionName, @Nullable String country) {
        return new References(new FixtureRef(
                ref.source(),
                ref.vendorId(),
                ref.sport(),
                null,
                competitionName,
                country,
                null,
                ref.home(),
                ref.away(),
                ref.kickoffAt(),
                true,
                null));
    }

    References game(@Nullable Integer number) {
        return new References(new FixtureRef(
                ref.source(),
                ref.vendorId(),
                ref.sport(),
                ref.competition(),
                null,
                null,
                null,
                ref.home(),
                ref.away(),
                ref.kickoffAt(),
                ref.kickoffKnown(),
                number));
    }

    References dayOnly() {
        return new References(new FixtureRef(
                ref.source(),
                ref.vendorId(),
                ref.sport(),
                ref.competition(),
                null,
                null,
                null,
                ref.home(),
                ref.away(),
                ref.kickoffAt(),
                false,
                ref.gameNumber()));
    }

    References shortNames(String home, String away) {
        return new References(new FixtureRef(
                ref.source(),
                ref.vendorId(),
                ref.sport(),
                ref.competition(),
                null,
                null,
                null,
                new TeamRef(ref.home().name(), home, null),
                new TeamRef(ref.away().name(), away, null),
                ref.kickoffAt(),
                true,
                null));
    }

    static FixtureRef idAlone(String source, String vendorId) {
        return new FixtureRef(source, vendorId, "soccer", null, null, null, null, null, null, null, false, null);
    }

    static Fixture fixture(String id, String kickoff, String status, Map<String, String> vendorIds) {
        FixtureId fixture = new FixtureId(id);
        Instant at = Instant.parse(kickoff);
        return Fixture.newBuilder()
                .setFixtureId(id)
                .setSport(fixture.sport())
                .setCompetition(fixture.competition())
                .setSeason(fixture.season().label())
                .setHomeTeam(fixture.home().value())
                .setAwayTeam(fixture.away().value())
                .setHomeName(fixture.home().value())
                .setAwayName(fixture.away().value())
                .setKickoffAt(at)
                .setStatus(status)
                .setVendorIds(vendorIds)
                .setSource("test")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    private static String sport(String competition) {
        return switch (competition) {
            case "mlb" -> "baseball";
            case "nba", "wnba" -> "basketball";
            case "nfl" -> "american_football";
            case "nhl" -> "hockey";
            default -> "soccer";
        };
    }
}
