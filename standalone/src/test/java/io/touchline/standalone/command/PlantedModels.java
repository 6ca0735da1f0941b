package io.touchline.standalone.command;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.platform.topic.RecordSender;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.train.ReleaseFile;
import io.touchline.prediction.train.TrainedRelease;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model that is right about a made-up league, one that has home and away the wrong way round, and matches of that league. */
final class PlantedModels {

    static final double GOOD = 1;
    static final double BAD = -1;

    private PlantedModels() {}

    /** The file of a release, as {@code train} writes it. */
    static Path write(Path folder, String version, double slope) throws IOException {
        Ensemble ensemble = new Ensemble(
                version,
                elo(slope),
                DixonColesModel.untrained(),
                StrengthModel.untrained(),
                LineModel.untrained(),
                BlendWeights.start(),
                0.45);
        Instant at = Instant.parse(version);
        return ReleaseFile.write(
                new TrainedRelease(ensemble, at, true, at, at, 1_000, Map.of(), "planted", InputSpread.NONE), folder);
    }

    private static EloModel elo(double slope) {
        OrderedLogit usual = EloModel.untrained().logit();
        return new EloModel(new OrderedLogit(usual.thresholds(), slope * usual.slope()));
    }

    /** One vector of each match, ten matches a day. */
    static List<FeatureVector> vectors(String name, Instant from, int matches) {
        Random random = new Random(matches);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int at = 0; at < matches; at++) {
            vectors.add(vector(
                    name + "-" + at, from.plus(Duration.ofMinutes(144L * (at + 1))), 200 * random.nextGaussian()));
        }
        return vectors;
    }

    /** The record's own time is now: a broker takes none of the future. */
    static void send(RecordSender sender, FeatureVector vector) {
        sender.send(Topics.FEATURE_VECTORS, vector.getFixtureId(), vector, Instant.now());
    }

    /** Matches with results by the good model's probabilities. */
    static void play(RecordSender sender, String name, Instant from, int matches) {
        Random random = new Random(matches);
        List<FeatureVector> vectors = vectors(name, from, matches);
        vectors.forEach(vector -> send(sender, vector));
        sender.flush();
        for (FeatureVector vector : vectors) {
            double[] p = elo(GOOD).forecast(MatchInput.of(vector)).orElseThrow().result();
            double draw = random.nextDouble();
            MatchResult result = result(vector, draw < p[0] ? 1 : draw < p[0] + p[1] ? 0 : -1);
            sender.send(Topics.MATCH_RESULTS, result.getFixtureId(), result, Instant.now());
        }
        sender.flush();
    }

    private static FeatureVector vector(String name, Instant kickoff, double elo) {
        List<Float> values =
                new ArrayList<>(Collections.nCopies(FeatureCatalogue.shipped().size(), Float.NaN));
        values.set(FeatureCatalogue.position("elo_difference"), (float) elo);
        Instant asOf = kickoff.minus(Duration.ofMinutes(1));
        return FeatureVector.newBuilder()
                .setFixtureId("soccer:eng.1:2025-26:" + name + ":x")
                .setCompetition("eng.1")
                .setSeason("2025-26")
                .setHomeTeam(name)
                .setAwayTeam("x")
                .setKickoffAt(kickoff)
                .setCutoff(Cutoff.CLOSING.name())
                .setAsOf(asOf)
                .setCatalogueVersion(FeatureCatalogue.shipped().version())
                .setValues(values)
                .setEmittedAt(asOf)
                .build();
    }

    private static MatchResult result(FeatureVector of, int margin) {
        Instant end = of.getKickoffAt().plus(Duration.ofHours(2));
        return MatchResult.newBuilder()
                .setFixtureId(of.getFixtureId())
                .setCompetition(of.getCompetition())
                .setSeason(of.getSeason())
                .setHomeTeam(of.getHomeTeam())
                .setAwayTeam(of.getAwayTeam())
                .setKickoffAt(of.getKickoffAt())
                .setResultAt(end)
                .setStatus("FINISHED")
                .setHomeGoals(1 + Math.max(0, margin))
                .setAwayGoals(1 + Math.max(0, -margin))
                .setHome(TeamStatistics.newBuilder().build())
                .setAway(TeamStatistics.newBuilder().build())
                .setSource("planted")
                .setObservedAt(end)
                .setReceivedAt(end)
                .setEmittedAt(end)
                .build();
    }
}
