package io.touchline.standalone.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** Results to stdout, progress to stderr. */
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintWriter out;
    private final PrintWriter err;

    private Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    static Output of(CommandSpec spec) {
        return new Output(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** One object on one line. */
    void json(Map<String, ?> result) {
        out.println(JSON.writeValueAsString(result));
    }

    void line(String text) {
        out.println(text);
    }

    /** Names and values beneath each other. */
    void values(Map<String, ?> result) {
        int width = result.keySet().stream().mapToInt(String::length).max().orElse(0);
        result.forEach((name, value) -> out.println(String.format("%-" + width + "s  %s", name, value)));
    }

    /** Columns as wide as their widest cell. */
    void table(List<String> header, List<List<String>> rows) {
        Table.of(header, rows).lines().forEach(out::println);
    }

    /** For a person who watches, over what was said last on the same line of a terminal. */
    void progressInPlace(String text) {
        err.print('\r' + text);
        err.flush();
    }

    /** For a person who watches; never part of the result. */
    void progress(String text) {
        err.println(text);
    }
}
