package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.TeamId;
import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.catalogue.TeamFeatures;
import io.touchline.feature.state.AssociationState;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.PastResult;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The service's features against {@link SlowReference}, on a made league and on a real season. */
class ReferenceTest {

    /** A vector's values are floats: seven digits. */
    private static final double FLOAT = 1e-6;

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.shipped();

    private final TeamFeatures features = new TeamFeatures(CATALOGUE, EloRating.standard(), PiRating.standard());

    @Test
    void agreesOnAMadeLeague_whateverTheOrderOfArrival() {
        MadeLeague league = new MadeLeague(7, 6, 4);
        List<MatchResult> shuffled = new ArrayList<>(league.results());
        Collections.shuffle(shuffled, new Random(11));
        AssociationState inOrder = state(league.results());
        AssociationState disordered = state(shuffled);
        List<Fixture> fixtures =
                league.matches().stream().map(MadeLeague.Match::fixture).toList();
        int compared = 0;
        for (Fixture fixture : fixtures) {
            float[] values = features.of(inOrder, OpenFixture.of(fixture)).values();
            assertThat(features.of(disordered, OpenFixture.of(fixture)).values())
                    .isEqualTo(values);
            compared += compare(fixture, league.results(), values);
        }
        // 4 seasons x 2 divisions x 30 matches; the first matches know little
        assertThat(compared).isGreaterThan(240 * 150);
    }

    @Test
    void agreesOnARealSeason_withSeasonsBefore() throws IOException {
        List<MatchResult> results = new ArrayList<>();
        for (String season : List.of("1920", "2021", "2122")) {
            results.addAll(football(season));
        }
        AssociationState state = state(results);
        List<MatchResult> last = results.stream()
                .filter(result -> result.getSeason().equals("2021-22"))
                .toList();
        assertThat(last).hasSize(380);
        int compared = 0;
        for (int at = 0; at < last.size(); at += 4) {
            Fixture fixture = fixture(last.get(at));
            compared += compare(
                    fixture,
                    results,
                    features.of(state, OpenFixture.of(fixture)).values());
        }
        assertThat(compared).isGreaterThan(95 * 180);
    }

    @Test
    void theReferenceCoversEveryTeamLevelGroup() {
        MadeLeague league = new MadeLeague(3, 4, 1);
        Set<String> covered = SlowReference.of(
                        league.results(), league.matches().getLast().fixture())
                .keySet();
        Map<String, Long> groups = CATALOGUE.features().stream()
                .filter(feature -> covered.contains(feature.name()))
                .collect(Collectors.groupingBy(FeatureCatalogue.Feature::group, Collectors.counting()));
        assertThat(groups.keySet())
                .containsExactlyInAnyOrder(
                        "form",
                        "xg",
                        "fatigue",
                        "home_advantage",
                        "momentum",
                        "head_to_head",
                        "elo",
                        "scoring",
                        "defensive",
                        "set_pieces",
                        "tactical",
                        "weather");
        assertThat(groups.values().stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(240);
    }

    private static int compare(Fixture fixture, List<MatchResult> results, float[] values) {
        int compared = 0;
        for (var expected : SlowReference.of(results, fixture).entrySet()) {
            if (FeatureCatalogue.find(expected.getKey()).isEmpty()) {
                continue;
            }
            double value = values[FeatureCatalogue.position(expected.getKey())];
            double reference = expected.getValue();
            String what = expected.getKey() + " of " + fixture.getFixtureId();
            assertThat(Double.isNaN(value))
                    .as("%s is unknown: %s, expected %s", what, value, reference)
                    .isEqualTo(Double.isNaN(reference));
            if (!Double.isNaN(reference)) {
                assertThat(Math.abs(value - reference))
                        .as("%s is %s, expected %s", what, value, reference)
                        .isLessThanOrEqualTo(FLOAT * Math.max(1, Math.abs(reference)));
                compared++;
            }
        }
        return compared;
    }

    private static AssociationState state(List<MatchResult> results) {
        AssociationState state = new AssociationState(EloRating.standard(), PiRating.standard());
        results.forEach(result -> PastResult.of(result).ifPresent(state::put));
        state.settle();
        return state;
    }

    private static Fixture fixture(MatchResult of) {
        return MadeLeague.fixture(
                of.getFixtureId(),
                of.getCompetition(),
                of.getSeason(),
                of.getHomeTeam(),
                of.getAwayTeam(),
                of.getKickoffAt(),
                of.getKickoffAt().minus(Duration.ofDays(1)));
    }

    /** A plain reader of one season of the Premier League, apart from the service's own. */
    private static List<MatchResult> football(String season) throws IOException {
        List<String> lines =
                Files.readAllLines(SharedData.path("football-data/E0_" + season + ".csv"), StandardCharsets.ISO_8859_1);
        List<String> header =
                Arrays.asList(lines.getFirst().replace("\u00ef\u00bb\u00bf", "").split(","));
        String label = "20" + season.substring(0, 2) + "-" + season.substring(2);
        List<MatchResult> results = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = Arrays.asList(line.split(",", -1));
            if (row.size() < 24 || row.get(header.indexOf("HomeTeam")).isBlank()) {
                continue;
            }
            String home = TeamId.fromName(row.get(header.indexOf("HomeTeam"))).value();
            String away = TeamId.fromName(row.get(header.indexOf("AwayTeam"))).value();
            LocalDate day = LocalDate.parse(row.get(header.indexOf("Date")), DateTimeFormatter.ofPattern("dd/MM/yyyy"));
            Instant kickoff = day.atTime(15, 0).toInstant(ZoneOffset.UTC);
            Instant resultAt = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            results.add(MatchResult.newBuilder()
                    .setFixtureId("soccer:eng.1:" + label + ":" + home + ":" + away)
                    .setCompetition("eng.1")
                    .setSeason(label)
                    .setHomeTeam(home)
                    .setAwayTeam(away)
                    .setKickoffAt(kickoff)
                    .setResultAt(resultAt)
                    .setHomeGoals(number(header, row, "FTHG"))
                    .setAwayGoals(number(header, row, "FTAG"))
                    .setHome(statistics(header, row, "H"))
                    .setAway(statistics(header, row, "A"))
                    .setSource("test")
                    .setObservedAt(resultAt)
                    .setReceivedAt(resultAt)
                    .setEmittedAt(resultAt)
                    .build());
        }
        return results;
    }

    private static TeamStatistics statistics(List<String> header, List<String> row, String side) {
        return TeamStatistics.newBuilder()
                .setHalfTimeGoals(number(header, row, "HT" + side + "G"))
                .setShots(number(header, row, side + "S"))
                .setShotsOnTarget(number(header, row, side + "ST"))
                .setCorners(number(header, row, side + "C"))
                .setFouls(number(header, row, side + "F"))
                .setYellowCards(number(header, row, side + "Y"))
                .setRedCards(number(header, row, side + "R"))
                .build();
    }

    private static @Nullable Integer number(List<String> header, List<String> row, String column) {
        String cell = row.get(header.indexOf(column)).strip();
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }
}
