package io.touchline.feature.state;

import io.touchline.schema.Fixture;
import io.touchline.schema.Weather;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled match whose team part may still change: about 160 bytes.
 *
 * @param fixtureId ours
 * @param competition code
 * @param season label
 * @param homeTeam slug
 * @param awayTeam slug
 * @param kickoffAt milliseconds since 1970
 * @param neutral true on neutral ground
 * @param referee as {@link Referees#key} names one; empty where not told
 * @param weather forecast for kickoff
 * @param knownAt when all of this was first told, milliseconds since 1970
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
        String referee,
        Forecast weather,
        long knownAt,
        long observedAt) {

    /**
     * Weather at kickoff; NaN where not told.
     *
     * @param temperature degrees Celsius
     * @param precipitation millimetres an hour
     * @param wind kilometres an hour
     * @param at when it was forecast, milliseconds since 1970; {@link Long#MIN_VALUE} where it was not
     */
    public record Forecast(float temperature, float precipitation, float wind, long at) {

        /** No source told it. */
        public static final Forecast UNKNOWN = new Forecast(Float.NaN, Float.NaN, Float.NaN, Long.MIN_VALUE);

        static Forecast of(@Nullable Weather from) {
            return from == null
                    ? UNKNOWN
                    : new Forecast(
                            number(from.getTemperatureC()),
                            number(from.getPrecipitationMm()),
                            number(from.getWindKmh()),
                            from.getObservedAt().toEpochMilli());
        }

        private static float number(@Nullable Double value) {
            return value == null ? Float.NaN : value.floatValue();
        }
    }

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
                Referees.key(from.getReferee()).intern(),
                Forecast.of(from.getWeather()),
                observedAt,
                observedAt);
    }

    /** Whether another record of the fixture says the same of all that features are made from. */
    public boolean sameMatch(OpenFixture other) {
        return kickoffAt == other.kickoffAt
                && neutral == other.neutral
                && referee.equals(other.referee)
                && weather.equals(other.weather)
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
                referee,
                weather,
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
            out.writeUTF(referee);
            out.writeFloat(weather.temperature());
            out.writeFloat(weather.precipitation());
            out.writeFloat(weather.wind());
            out.writeLong(weather.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    public static OpenFixture read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String fixtureId = in.readUTF();
            String competition = in.readUTF().intern();
            String season = in.readUTF().intern();
            String homeTeam = in.readUTF().intern();
            String awayTeam = in.readUTF().intern();
            long kickoffAt = in.readLong();
            boolean neutral = in.readBoolean();
            long knownAt = in.readLong();
            long observedAt = in.readLong();
            boolean more = in.available() > 0;
            return new OpenFixture(
                    fixtureId,
                    competition,
                    season,
                    homeTeam,
                    awayTeam,
                    kickoffAt,
                    neutral,
                    more ? in.readUTF().intern() : "",
                    more
                            ? new Forecast(in.readFloat(), in.readFloat(), in.readFloat(), in.readLong())
                            : Forecast.UNKNOWN,
                    knownAt,
                    observedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
