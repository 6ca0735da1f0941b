package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Score;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One match of history with everything that was known of it, each at its time.
 *
 * @param division as the source file names it, {@code E0}
 * @param competition our code, {@code eng.1}
 * @param season label
 * @param date as the source file has it
 * @param homeName exactly as in the source file
 * @param awayName exactly as in the source file
 * @param homeTeam our id
 * @param awayTeam our id
 * @param resultAt when the result was known
 * @param statistics shots and corners, known with the result
 * @param opening the bookmakers' prices that could be taken, known at the opening vector's time
 * @param closing the bookmakers' last prices before kickoff
 * @param vectors the features by cut-off, as the topologies emitted them
 * @param averages average prices from elsewhere: a yardstick, never bet on
 */
public record BacktestMatch(
        String fixtureId,
        String division,
        String competition,
        String season,
        LocalDate date,
        String homeName,
        String awayName,
        String homeTeam,
        String awayTeam,
        Instant kickoffAt,
        Instant resultAt,
        Score score,
        MatchStatistics statistics,
        List<Quote> opening,
        List<Quote> closing,
        List<Vector> vectors,
        Averages averages) {

    public BacktestMatch {
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
        vectors = List.copyOf(vectors);
    }

    /**
     * Averages over several bookmakers, of markets that the named bookmakers' prices are not known of.
     *
     * @param opening at their opening
     * @param closing at their close
     */
    public record Averages(List<Quote> opening, List<Quote> closing) {

        /** Nothing is told. */
        public static final Averages NONE = new Averages(List.of(), List.of());

        public Averages {
            opening = List.copyOf(opening);
            closing = List.copyOf(closing);
        }
    }

    /**
     * Features at one cut-off.
     *
     * @param input what the models are given; its cut-off is the vector's
     * @param asOf nothing later is in it
     */
    public record Vector(MatchInput input, Instant asOf) {
        /** Reads a vector from a topic. */
        public static Vector of(FeatureVector vector) {
            return new Vector(MatchInput.of(vector), vector.getAsOf());
        }
    }

    /** 0 home, 1 draw, 2 away. */
    public int outcome() {
        return score.margin() > 0 ? 0 : score.margin() == 0 ? 1 : 2;
    }
}
