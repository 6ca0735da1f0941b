package io.touchline.standalone.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Vendors' fixtures that could not be told to be one of ours, and a person's word for which they are. */
@Command(
        name = "unmatched",
        mixinStandardHelpOptions = true,
        description = "Lists vendors' fixtures that have no name of ours, and says which fixture one of them is.",
        subcommands = {UnmatchedCommand.ListThem.class, UnmatchedCommand.Resolve.class})
final class UnmatchedCommand implements Runnable {

    private static final String PATH = "/api/v1/fixtures/unmatched";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or resolve is missing");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** All of them, the newest first. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists them, the newest first.")
    static final class ListThem extends Verb {

        private static final int PART = 200;

        @Mixin
        private final GatewayClient gateway = new GatewayClient();

        @Option(names = "--source", paramLabel = "V", description = "of this vendor alone")
        private @Nullable String source;

        @Option(
                names = "--reason",
                paramLabel = "R",
                description = "UNKNOWN_FIXTURE, UNKNOWN_TEAM, UNKNOWN_COMPETITION or AMBIGUOUS_FIXTURE alone")
        private @Nullable String reason;

        @Override
        public Integer call() throws InterruptedException {
            List<Map<String, Object>> unmatched = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = gateway.get(
                        common(),
                        PATH + "?limit=" + PART
                                + (source == null ? "" : "&source=" + encoded(source))
                                + (reason == null ? "" : "&reason=" + encoded(reason))
                                + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
                page.path("items").forEach(item -> unmatched.add(shown(item)));
                cursor = page.path("nextCursor").asString("");
            } while (!cursor.isEmpty());
            Output output = output();
            if (common().json()) {
                output.json(Map.of("unmatched", unmatched));
            } else {
                output.table(
                        List.of("id", "reason", "times", "detail", "candidates"),
                        unmatched.stream()
                                .map(each -> List.of(
                                        String.valueOf(each.get("id")),
                                        String.valueOf(each.get("reason")),
                                        String.valueOf(each.get("times")),
                                        String.valueOf(each.get("detail")),
                                        String.valueOf(each.get("candidates"))))
                                .toList());
            }
            return unmatched.isEmpty() ? ExitCodes.NOTHING_TO_DO : ExitCodes.DONE;
        }

        private static Map<String, Object> shown(JsonNode item) {
            Map<String, Object> shown = new LinkedHashMap<>();
            for (String field : List.of("id", "source", "vendorId", "reason", "detail")) {
                shown.put(field, item.path(field).asString(""));
            }
            List<String> candidates = new ArrayList<>();
            item.path("candidates").forEach(each -> candidates.add(each.asString("")));
            shown.put("candidates", candidates);
            shown.put("firstAt", item.path("firstAt").asString(""));
            shown.put("lastAt", item.path("lastAt").asString(""));
            shown.put("times", item.path("times").asInt(0));
            return shown;
        }
    }

    /** A person's word. */
    @Command(
            name = "resolve",
            mixinStandardHelpOptions = true,
            description = "Says which fixture one of them is; what was held of it is then told.")
    static final class Resolve extends Verb {

        @Mixin
        private final GatewayClient gateway = new GatewayClient();

        @Parameters(index = "0", paramLabel = "ID", description = "source:vendorId as the list shows it, espn:633790")
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
        private String id;

        @Parameters(
                index = "1",
                paramLabel = "FIXTURE",
                description = "our fixture id, soccer:eng.1:2022-23:arsenal:wolves")
        @SuppressWarnings("NullAway.Init")
        private String fixtureId;

        @Option(names = "--force", description = "even where no such fixture is known yet")
        private boolean force;

        @Override
        public Integer call() throws InterruptedException {
            JsonNode link = gateway.post(
                    common(), PATH + "/" + encoded(id) + "/resolve", Map.of("fixtureId", fixtureId, "force", force));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put(
                    "id",
                    link.path("source").asString("")
                            + ':'
                            + link.path("vendorId").asString(""));
            result.put("fixtureId", link.path("fixtureId").asString(""));
            result.put("linkedBy", link.path("linkedBy").asString(""));
            result.put("isNew", link.path("isNew").asBoolean(false));
            if (common().json()) {
                output().json(result);
            } else {
                output().values(result);
            }
            return ExitCodes.DONE;
        }
    }
}
