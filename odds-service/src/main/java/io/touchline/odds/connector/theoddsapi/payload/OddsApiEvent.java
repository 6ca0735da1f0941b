package io.touchline.odds.connector.theoddsapi.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of {@code /v4/sports/{sport}/odds}.
 *
 * @param id 32 hexadecimal digits, stable
 * @param commenceTime scheduled start, ISO
 */
public record OddsApiEvent(
        @Nullable String id,
        @JsonProperty("sport_key") @Nullable String sportKey,
        @JsonProperty("commence_time") @Nullable String commenceTime,
        @JsonProperty("home_team") @Nullable String homeTeam,
        @JsonProperty("away_team") @Nullable String awayTeam,
        @Nullable List<Bookmaker> bookmakers) {

    /** One bookmaker's markets; {@code lastUpdate} is when the vendor last read them. */
    public record Bookmaker(
            @Nullable String key,
            @JsonProperty("last_update") @Nullable String lastUpdate,
            @Nullable List<Market> markets) {}

    /** {@code h2h}, {@code h2h_lay}, {@code totals}, {@code spreads}; {@code lastUpdate} is absent in answers of 2022. */
    public record Market(
            @Nullable String key,
            @JsonProperty("last_update") @Nullable String lastUpdate,
            @Nullable List<Outcome> outcomes) {}

    /** One price, told by its name: a team as in the event, Draw, Over or Under. {@code point} is from that team's view. */
    public record Outcome(
            @Nullable String name,
            @Nullable Double price,
            @Nullable Double point) {}
}
