package io.touchline.feature.state;

import io.touchline.schema.Fixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A scheduled match whose team part may still change: about 130 bytes.
 *
 * @param fixtureId ours
 * @param competition code
 * @param season label
 * @param homeTeam slug
 * @param awayTeam slug
 * @param kickoffAt milliseconds since 1970
 * @param neutral true on neutral ground
 * @param knownAt when this kickoff and ground were first told, milliseconds since 1970
 * @param observedAt when the newest record of it was observed, milliseconds since 1970
 */
public record OpenFixture(
        String fixtureId,
        String competition,
        String season,
        String homeTeam,
        String awayTeam,
        long kickoffAt,
        boolean neutral,
        long knownAt,
        long observedAt) {

    public static OpenFixture of(Fixture from) {
        long observedAt = from.getObservedAt().toEpochMilli();
        return new OpenFixture(
                from.getFixtureId(),
                from.getCompetition().intern(),
                from.getSeason().intern(),
                from.getHomeTeam().intern(),
                from.getAwayTeam().intern(),
                from.getKickoffAt().toEpochMilli(),
                from.getNeutral(),
                observedAt,
                observedAt);
    }

    /** Whether another record of the fixture says the same of all that features are made from. */
    public boolean sameMatch(OpenFixture other) {
        return kickoffAt == other.kickoffAt
                && neutral == other.neutral
                && competition.equals(other.competition)
                && season.equals(other.season)
                && homeTeam.equals(other.homeTeam)
                && awayTeam.equals(other.awayTeam);
    }

    /** This one with what an equal record adds: it was known from the earlier of the two on. */
    public OpenFixture mergedWith(OpenFixture other) {
        return new OpenFixture(
                fixtureId,
                competition,
                season,
                homeTeam,
                awayTeam,
                kickoffAt,
                neutral,
                Math.min(knownAt, other.knownAt),
                Math.max(observedAt, other.observedAt));
    }

    /** The bytes of {@link #read}. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(fixtureId);
            out.writeUTF(competition);
            out.writeUTF(season);
            out.writeUTF(homeTeam);
            out.writeUTF(awayTeam);
            out.writeLong(kickoffAt);
            out.writeBoolean(neutral);
            out.writeLong(knownAt);
            out.writeLong(observedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    public static OpenFixture read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new OpenFixture(
                    in.readUTF(),
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readLong(),
                    in.readBoolean(),
                    in.readLong(),
                    in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
