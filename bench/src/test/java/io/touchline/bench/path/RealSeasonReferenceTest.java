package io.touchline.bench.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every closing vector of a real season, as the topologies emit it from the CSV files, against {@link PlainReference}. */
class RealSeasonReferenceTest {

    private static final double TOLERANCE = 1e-9;
    private static final List<String> SEASONS = List.of("1920", "2021", "2122");
    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.shipped();

    private final Map<String, FeatureVector> closing = new HashMap<>();

    @Test
    void agreesOnEveryMatchOfASeason() throws IOException {
        List<HistoryRow> rows = new ArrayList<>();
        List<PlainReference.Line> lines = new ArrayList<>();
        TeamDirectory directory = TeamDirectory.shipped();
        HistoryReader reader =
                new HistoryReader(directory, InstantSource.system(), XgHistory.read(SharedData.path("xg"), directory));
        for (String season : SEASONS) {
            var file = SharedData.path("football-data/E0_" + season + ".csv");
            rows.addAll(reader.read(file).rows());
            lines.addAll(PlainReference.read(file, season));
        }
        emit(rows);
        lines = PlainExtras.withXg(
                lines,
                SharedData.path("xg/understat_epl_matches_1415-2223.csv"),
                SharedData.path("xg/team_names_understat.csv"));
        PlainReference reference = new PlainReference(lines);
        Map<String, HistoryRow> byMatch =
                rows.stream().collect(Collectors.toMap(row -> row.kickoffAt() + row.homeName(), row -> row));
        Set<String> compared = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        int matches = 0;
        for (PlainReference.Line line : lines) {
            if (line.season().equals("2122")) {
                HistoryRow row = byMatch.get(line.kickoff() + line.home());
                assertThat(row).as("%s - %s", line.home(), line.away()).isNotNull();
                FeatureVector vector = closing.get(row.fixtureId().value());
                assertThat(vector).as("closing vector of %s", row.fixtureId()).isNotNull();
                matches++;
                reference.closing(line).forEach((feature, expected) -> {
                    float value = FeatureCatalogue.value(vector, feature);
                    String what = feature + " of " + vector.getFixtureId() + " is " + value + ", expected " + expected;
                    assertThat(Double.isNaN(value)).as(what).isEqualTo(Double.isNaN(expected));
                    if (!Double.isNaN(expected)) {
                        // the vector holds floats: the reference rounded to one must be the same to 1e-9
                        double rounded = (float) (double) expected;
                        assertThat(Math.abs(value - rounded))
                                .as(what)
                                .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(expected)));
                        known.add(feature);
                    }
                    compared.add(feature);
                });
            }
        }
        assertThat(matches).isEqualTo(380);
        assertThat(compared).hasSizeGreaterThanOrEqualTo(150).isEqualTo(known);
        assertThat(compared.stream()
                        .map(feature -> CATALOGUE
                                .features()
                                .get(FeatureCatalogue.position(feature))
                                .group())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "elo",
                        "form",
                        "fatigue",
                        "home_advantage",
                        "momentum",
                        "scoring",
                        "defensive",
                        "set_pieces",
                        "tactical",
                        "head_to_head",
                        "xg",
                        "market");
    }

    /** What no history file tells stays unknown: nothing is invented. */
    @Test
    void expectedGoalsOfFilesWithoutThem_areUnknown() throws IOException {
        emit(new HistoryReader(TeamDirectory.shipped(), InstantSource.system())
                .read(SharedData.path("football-data/E0_2122.csv"))
                .rows());
        List<String> names = CATALOGUE.features().stream()
                .filter(feature -> feature.group().equals("xg"))
                .map(FeatureCatalogue.Feature::name)
                .toList();
        assertThat(closing).hasSize(380);
        assertThat(closing.values())
                .allSatisfy(vector -> assertThat(names)
                        .allSatisfy(name ->
                                assertThat(FeatureCatalogue.value(vector, name)).isNaN()));
    }

    private void emit(List<HistoryRow> rows) {
        HistorySource source = HistorySource.replayed();
        try (StraightPath path = new StraightPath(Map.of(), rejected -> {}, vector -> {
            if (vector.getKickoffAt().minusSeconds(60).equals(vector.getAsOf())) {
                closing.put(vector.getFixtureId(), vector);
            }
        })) {
            for (HistoryMoment moment : HistoryMoment.of(rows)) {
                boolean wanted = moment.kind() == Kind.RESULT
                        || moment.row().season().label().equals("2021-22");
                if (wanted) {
                    source.tell(moment.row(), moment.kind(), path);
                }
            }
        }
    }
}
