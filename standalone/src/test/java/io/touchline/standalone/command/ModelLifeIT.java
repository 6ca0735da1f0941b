package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.prediction.train.ReleaseFile;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Prediction;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformSettings;
import io.touchline.standalone.embedded.PortChoice;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import io.touchline.testkit.Await;
import io.touchline.testkit.TestBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's life in a running service, on the embedded platform: what {@code train} wrote is published, promoted and found in the registry; swaps under load lose nothing; a planted bad challenger is not promoted;
 * a planted bad release is taken back, and everybody sees it. The commands are those of a person in another shell.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ModelLifeIT {

    private static final Path ARCHIVE =
            Path.of("target/registry/apicurio-registry.tar.gz").toAbsolutePath();
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final String MISSING_TABLE = "42P01";
    private static final int LOAD = 2_000;
    private static final int SWAPS = 3;
    private static final String GOOD = "2026-01-05T03:00:00Z";
    private static final String ALSO_GOOD = "2026-01-06T03:00:00Z";
    private static final String BAD = "2026-01-12T03:00:00Z";

    private static final String SEASON = """
            Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HS,AS,B365H,B365D,B365A,B365CH,B365CD,B365CA
            E0,14/08/2021,15:00,Madeham,Falsby,2,0,H,12,7,1.80,3.60,4.50,1.75,3.70,4.70
            E0,14/08/2021,15:00,Newtown,Oldtown,1,1,D,9,9,2.40,3.30,3.00,2.45,3.30,2.95
            E0,21/08/2021,15:00,Falsby,Newtown,0,1,A,8,11,2.60,3.20,2.80,2.70,3.20,2.70
            E0,21/08/2021,17:30,Oldtown,Madeham,0,3,A,5,14,3.80,3.50,2.00,3.90,3.50,1.97
            """;

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path home;

    private String database = "";

    @Test
    void releases_arePublishedPromotedSwappedAndTakenBack() throws Exception {
        assertThat(run("models").exitCode()).as("nothing runs yet").isEqualTo(ExitCodes.FAILED);
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(PlatformSettings.anyPorts(home, ARCHIVE), line -> {})) {
            database = platform.addresses().postgresUrl();
            KafkaSettings kafka = new KafkaSettings(
                    platform.addresses().bootstrap(),
                    new HttpSchemaRegistry(URI.create(platform.addresses().registryUrl()), ASK),
                    Namespace.LIVE);
            TopicAdmin.createAll(kafka);
            ServiceSettings settings = ServiceSettings.live(
                            platform.addresses(),
                            home.resolve("services"),
                            PortChoice.any().resolve(""),
                            PortChoice.any().resolve(""))
                    .with(Map.of("prediction.train.enabled", "false", "prediction.watch.every", "1s"));
            try (Services services = Services.start(settings, EnumSet.of(Stage.PREDICTION));
                    RecordSender sender = new RecordSender(kafka)) {
                trainedRelease_isInTheRegistry();
                swapUnderLoad_losesNothing(kafka, sender);
                badChallenger_isNotPromoted(sender);
                badRelease_isTakenBack(
                        sender, services.context(Stage.PREDICTION).getBean(MeterRegistry.class));
                wordOfAPerson_takesBackAgain();
            }
        }
    }

    private void trainedRelease_isInTheRegistry() throws Exception {
        assertThat(run("models").exitCode()).as("no release yet").isEqualTo(ExitCodes.NOTHING_TO_DO);
        Path season = Files.createDirectories(home.resolve("csv"));
        Files.writeString(season.resolve("E0_2122.csv"), SEASON);
        JsonNode trained = ok(
                "train",
                "--dir",
                season.toString(),
                "--out",
                home.resolve("out").toString(),
                "--publish");
        assertThat(trained.path("published_as").asString("")).isEqualTo("CANDIDATE");
        String version = trained.path("version").asString("");
        String file = trained.path("release").asString("");
        JsonNode about = json.readTree(Files.readString(Path.of(file)));
        Await.until(
                "row of " + version,
                () -> text("SELECT state FROM models WHERE version = '" + version + "'"),
                "CANDIDATE"::equals);
        assertThat(text("SELECT content_sha256 FROM models"))
                .isEqualTo(about.path("sha256").asString(""));
        assertThat(text("SELECT seed FROM models")).isEqualTo(String.valueOf(ReleaseFile.SEED));
        assertThat(text("SELECT recipe FROM models"))
                .hasSize(12)
                .isEqualTo(about.path("recipe").asString(""));
        assertThat(text("SELECT features ? 'elo_difference' FROM models")).isEqualTo("t");
        assertThat(text("SELECT metrics ? 'blend.log_loss' FROM models")).isEqualTo("t");
        assertThat(text("SELECT trained_to::date FROM models")).isEqualTo("2021-08-21");

        assertThat(ok("promote", file).path("in_force_now").asString("")).isEqualTo(version);
        JsonNode listed = ok("models").path("models");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).path("in_force").asBoolean(false)).isTrue();
        assertThat(listed.get(0).path("sha256")).isEqualTo(about.path("sha256"));
        assertThat(listed.get(0).path("features")).isEqualTo(about.path("features"));
        Await.until("its promotion", () -> text("SELECT state FROM models"), "PROMOTED"::equals);
        assertThat(text("SELECT count(*) FROM model_runs")).isEqualTo("2");
        assertThat(run("promote", file).exitCode()).as("again").isEqualTo(ExitCodes.NOTHING_TO_DO);
        assertThat(run("promote", "nothing.json").err()).contains("there is no file nothing.json");
    }

    private void swapUnderLoad_losesNothing(KafkaSettings kafka, RecordSender sender) throws Exception {
        ok("promote", PlantedModels.write(home, ALSO_GOOD, PlantedModels.GOOD).toString());
        ok("promote", PlantedModels.write(home, GOOD, PlantedModels.GOOD).toString());
        List<FeatureVector> vectors = PlantedModels.vectors("load", Instant.now(), LOAD);
        try (TestBroker.Tail<Prediction> predictions = TestBroker.tail(kafka, Topics.PREDICTIONS)) {
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                for (int at = 0; at < LOAD; at++) {
                    PlantedModels.send(sender, vectors.get(at));
                    if (at % (LOAD / 100) == 0) {
                        sender.flush();
                    }
                }
                sender.flush();
            });
            for (int swap = 0; swap < SWAPS || !load.isDone(); swap++) {
                ok("promote", swap % 2 == 0 ? ALSO_GOOD : GOOD);
            }
            load.get(ASK.toSeconds(), TimeUnit.SECONDS);
            List<Prediction> answered = predictions.await(LOAD);
            Set<String> fixtures =
                    answered.stream().map(Prediction::getFixtureId).collect(Collectors.toSet());
            assertThat(fixtures).hasSize(LOAD);
        }
        // exits with "nothing to do" where it is the last one swapped in
        run("promote", GOOD);
    }

    private void badChallenger_isNotPromoted(RecordSender sender) throws Exception {
        ok("promote", PlantedModels.write(home, BAD, PlantedModels.BAD).toString(), "--challenger");
        PlantedModels.play(sender, "challenged", Instant.now(), 300);
        Await.until(
                "a look at 300 graded matches",
                () -> text("SELECT coalesce(max(graded), 0) FROM calibrations WHERE version = '" + GOOD + "'"),
                "300"::equals);
        assertThat(text("SELECT state FROM models WHERE version = '" + BAD + "'"))
                .isEqualTo("CANDIDATE");
        assertThat(text("SELECT count(*) FROM drift_events")).isEqualTo("0");
    }

    private void badRelease_isTakenBack(RecordSender sender, MeterRegistry meters) throws Exception {
        assertThat(ok("promote", BAD).path("in_force_now").asString("")).isEqualTo(BAD);
        PlantedModels.play(sender, "misled", Instant.now(), 150);
        Await.until("the event", () -> text("SELECT count(*) FROM drift_events"), "1"::equals);
        assertThat(
                        text(
                                "SELECT kind || ' ' || version || ' ' || rolled_back || ' ' || in_force_after FROM drift_events"))
                .isEqualTo("CALIBRATION " + BAD + " true " + GOOD);
        for (JsonNode each : ok("models").path("models")) {
            String version = each.path("version").asString("");
            assertThat(each.path("in_force").asBoolean(false)).isEqualTo(version.equals(GOOD));
            assertThat(each.path("state").asString("").equals("ROLLED_BACK")).isEqualTo(version.equals(BAD));
        }
        Await.until(
                "its row", () -> text("SELECT state FROM models WHERE version = '" + BAD + "'"), "ROLLED_BACK"::equals);
        assertThat(meters.counter("prediction.releases", "change", "rolled_back")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("prediction.drift", "kind", "CALIBRATION").count())
                .isEqualTo(1);
    }

    private void wordOfAPerson_takesBackAgain() throws Exception {
        JsonNode told = ok("rollback");
        assertThat(told.path("version").asString("")).isEqualTo(GOOD);
        assertThat(told.path("in_force_now").asString("")).isEqualTo(ALSO_GOOD);
        assertThat(run("rollback", GOOD).exitCode()).isEqualTo(ExitCodes.NOTHING_TO_DO);
    }

    private record Run(int exitCode, String out, String err) {}

    private JsonNode ok(String... arguments) throws Exception {
        Run run = run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return json.readTree(run.out());
    }

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Touchline.commandLine(Map.of("TOUCHLINE_HOME", home.toString()));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return new Run(command.execute(all), out.toString(), err.toString());
    }

    private String text(String question) {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO prediction");
            try (ResultSet rows = statement.executeQuery(question)) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        } catch (SQLException e) {
            if (MISSING_TABLE.equals(e.getSQLState())) {
                return ""; // made with the first row
            }
            throw new IllegalStateException(question, e);
        }
    }
}
