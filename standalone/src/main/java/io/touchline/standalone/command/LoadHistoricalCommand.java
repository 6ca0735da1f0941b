package io.touchline.standalone.command;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.ingest.connector.transfermarkt.TransferFile;
import io.touchline.ingest.publish.HistoryInput;
import io.touchline.ingest.publish.HistoryLoader;
import io.touchline.ingest.publish.LoadReport;
import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectionSender;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.PlatformAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads football-data.co.uk files into the topics and Postgres of a running Touchline, or of one started for the purpose. */
@Command(
        name = "load-historical",
        mixinStandardHelpOptions = true,
        description = {
            "Loads results of football-data.co.uk, from a folder or from their site, into the topics and PostgreSQL.",
            "Every row ends as loaded, unchanged or rejected with its reason; a second load changes nothing."
        })
final class LoadHistoricalCommand extends Verb {

    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "folder of files such as E0_2223.csv and BRA_to2022.csv; without it they come from the site")
    private @Nullable Path folder;

    @Option(
            names = {"-l", "--league"},
            paramLabel = "CODE",
            split = ",",
            description =
                    "division (E0), country file (BRA) or competition (eng.1); repeat for more; default: all of the folder")
    private List<String> leagues = new ArrayList<>();

    @Option(
            names = {"-s", "--season"},
            paramLabel = "YEARS",
            split = ",",
            description =
                    "season such as 2324 for 2023-24; repeat for more; default: all of the folder, the current one of the site")
    private List<String> seasons = new ArrayList<>();

    @Option(names = "--teams", paramLabel = "FILE", description = "clubs and spellings laid over the shipped ones")
    private @Nullable Path teams;

    @Mixin
    private final XgOptions xgOptions = new XgOptions();

    @Mixin
    private final TransferOptions transferOptions = new TransferOptions();

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        try (HistoryChoice choice = HistoryChoice.of(folder, leagues, seasons, clock)) {
            TeamDirectory directory = directory();
            XgHistory xg = xgOptions.read(directory);
            TransferFile transfers = transferOptions.read(directory);
            Output output = output();
            Optional<PlatformAddresses> running =
                    AddressFile.of(common().home()).find();
            LoadReport report;
            if (running.isPresent()) {
                report = load(running.get(), choice.inputs(), directory, clock, xg, transfers);
            } else {
                try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, -1, output)) {
                    report = load(local.addresses(), choice.inputs(), directory, clock, xg, transfers);
                }
            }
            Map<String, Object> described = describe(report);
            if (xg.size() > 0) {
                described.put("xg", xg.report().json());
            }
            if (!transfers.news().isEmpty()) {
                described.put("transfers", TransferOptions.json(transfers));
            }
            if (common().json()) {
                output.json(described);
            } else {
                output.values(described);
            }
            if (!choice.fromDisk() && report.loaded() + report.unchanged() == 0) {
                throw CommandFailure.failed("nothing could be had from football-data.co.uk: " + report.rejected());
            }
            return ExitCodes.DONE;
        }
    }

    private TeamDirectory directory() {
        Path users = teams;
        try {
            return users == null ? TeamDirectory.shipped() : TeamDirectory.shippedWith(users);
        } catch (IOException e) {
            throw CommandFailure.badUsage("cannot read --teams " + users + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
    }

    private LoadReport load(
            PlatformAddresses addresses,
            List<? extends HistoryInput> inputs,
            TeamDirectory directory,
            InstantSource clock,
            XgHistory xg,
            TransferFile transfers) {
        KafkaSettings kafka = new KafkaSettings(
                addresses.bootstrap(),
                new HttpSchemaRegistry(URI.create(addresses.registryUrl()), REGISTRY_PATIENCE),
                Namespace.LIVE);
        TopicAdmin.createAll(kafka);
        ProgressBar bar = new ProgressBar(output());
        try (RecordSender sender = new RecordSender(kafka);
                Database database = new Database(
                        addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword(), "ingest")) {
            Rejections rejections =
                    new Rejections(clock, new RejectionSender("ingest", sender, new SimpleMeterRegistry()));
            HistoryLoader loader = new HistoryLoader(directory, sender, Optional.of(database), rejections, clock, xg);
            LoadReport report = loader.load("load-historical", inputs, bar);
            for (SquadNews news : transfers.news()) {
                sender.send(Topics.SQUAD_NEWS, news.getTeam(), news, news.getObservedAt());
            }
            sender.flush();
            return report;
        } finally {
            bar.end();
        }
    }

    /** The result by the names of the command's JSON. */
    static Map<String, Object> describe(LoadReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("files", report.files());
        map.put("rows", report.rows());
        map.put("loaded", report.loaded());
        map.put("unchanged", report.unchanged());
        map.put("rejected", report.rejected());
        map.put("faults", report.faults());
        map.put("derived_teams", report.derivedTeams());
        map.put("seconds", Math.round(report.seconds() * 1_000) / 1_000.0);
        map.put("rows_per_s", Math.round(report.rowsPerSecond()));
        return map;
    }
}
