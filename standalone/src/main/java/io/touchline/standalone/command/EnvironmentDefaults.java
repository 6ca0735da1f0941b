package io.touchline.standalone.command;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option is an environment variable too: {@code --kafka-port} is {@code TOUCHLINE_KAFKA_PORT}. */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = environment.get(variable(option));
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The variable of an option, made from its longest name. */
    static String variable(OptionSpec option) {
        String longest = Stream.of(option.names())
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return "TOUCHLINE_" + longest.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
