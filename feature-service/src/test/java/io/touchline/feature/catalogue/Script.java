package io.touchline.feature.catalogue;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.Closing;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.PastResult;
import io.touchline.feature.state.PastResult.Numbers;
import io.touchline.schema.FeatureCatalogue;
import java.time.Instant;
import java.util.Arrays;

/**
 * Results written as lines, {@code 2022-08-06 a b 2-1 ht=1-0 shots=10-4 target=5-2 corners=6-3 fouls=9-12 yellow=1-2 red=0-1 xg=1.5-0.5}, all of one competition and season; kickoff
 * at 15:00 UTC, known two hours later.
 */
final class Script {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.shipped();
    private static final TeamFeatures FEATURES = new TeamFeatures(CATALOGUE, EloRating.standard(), PiRating.standard());

    private final AssociationState state = new AssociationState(EloRating.standard(), PiRating.standard());

    static Script of(String lines) {
        Script script = new Script();
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(script::add);
        script.state.settle();
        return script;
    }

    /** The values of the next match, {@code 2022-09-01 a b}, by name. */
    Values before(String match) {
        return before(match, false);
    }

    Values before(String match, boolean neutral) {
        String[] cells = match.split(" ");
        long kickoff = kickoff(cells[0]);
        OpenFixture fixture = new OpenFixture(
                id(cells),
                "eng.1",
                "2022-23",
                cells[1],
                cells[2],
                kickoff,
                neutral,
                "",
                OpenFixture.Forecast.UNKNOWN,
                kickoff - 1,
                kickoff - 1);
        return new Values(FEATURES.of(state, fixture).values());
    }

    record Values(float[] values) {

        double get(String name) {
            return values[FeatureCatalogue.position(name)];
        }
    }

    private void add(String line) {
        String[] cells = line.split(" +");
        int[] goals = pair(cells[3]);
        long kickoff = kickoff(cells[0]);
        state.put(new PastResult(
                id(cells),
                "eng.1",
                "2022-23",
                cells[1],
                cells[2],
                kickoff,
                kickoff + 7_200_000L,
                goals[0],
                goals[1],
                "",
                Numbers.UNKNOWN,
                Closing.UNKNOWN,
                numbers(cells, 0),
                numbers(cells, 1)));
    }

    private static Numbers numbers(String[] cells, int side) {
        return new Numbers(
                told(cells, "ht", side),
                told(cells, "shots", side),
                told(cells, "target", side),
                told(cells, "corners", side),
                told(cells, "fouls", side),
                told(cells, "yellow", side),
                told(cells, "red", side),
                xg(cells, side),
                Float.NaN,
                Float.NaN,
                Numbers.UNKNOWN,
                Numbers.UNKNOWN,
                Float.NaN,
                Numbers.UNKNOWN,
                Float.NaN);
    }

    private static int told(String[] cells, String name, int side) {
        return Arrays.stream(cells)
                .filter(cell -> cell.startsWith(name + "="))
                .mapToInt(cell -> pair(cell.substring(name.length() + 1))[side])
                .findFirst()
                .orElse(Numbers.UNKNOWN);
    }

    private static float xg(String[] cells, int side) {
        return Arrays.stream(cells)
                .filter(cell -> cell.startsWith("xg="))
                .map(cell -> Float.valueOf(cell.substring(3).split("-")[side]))
                .findFirst()
                .orElse(Float.NaN);
    }

    private static int[] pair(String text) {
        return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    }

    private static long kickoff(String day) {
        return Instant.parse(day + "T15:00:00Z").toEpochMilli();
    }

    private static String id(String[] cells) {
        return "soccer:eng.1:2022-23:" + cells[1] + ":" + cells[2] + ":" + cells[0];
    }
}
