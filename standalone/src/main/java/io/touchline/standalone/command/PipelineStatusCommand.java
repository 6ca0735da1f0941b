package io.touchline.standalone.command;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.PlatformAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows a running Touchline from outside: topics, consumer groups, tables, health. */
@Command(
        name = "pipeline-status",
        mixinStandardHelpOptions = true,
        description =
                "Topics with end offsets, consumer groups with lag, tables with row counts, health of the services.")
final class PipelineStatusCommand extends Verb {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Integer call() {
        AddressFile file = AddressFile.of(common().home());
        PlatformAddresses addresses = file.find()
                .orElseThrow(() -> CommandFailure.failed(
                        "nothing runs on " + common().home() + "; start it with touchline up or touchline demo"));
        KafkaSettings kafka = new KafkaSettings(
                addresses.bootstrap(),
                new HttpSchemaRegistry(URI.create(addresses.registryUrl()), PATIENCE),
                Namespace.LIVE);
        PipelineStatus status = PipelineStatus.look(kafka, addresses, file.findGateway());
        Output output = output();
        if (common().json()) {
            output.json(status.toMap());
        } else {
            print(status, output);
        }
        return ExitCodes.DONE;
    }

    private static void print(PipelineStatus status, Output output) {
        output.table(List.of("topic", "records"), rows(status.topics()));
        output.line("");
        output.table(List.of("consumer group", "lag"), rows(status.lags()));
        output.line("");
        output.table(List.of("table", "rows"), rows(status.tables()));
        output.line("");
        output.values(status.health());
    }

    private static List<List<String>> rows(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), Long.toString(entry.getValue())))
                .toList();
    }
}
