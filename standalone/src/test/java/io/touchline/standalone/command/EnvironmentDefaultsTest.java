package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class EnvironmentDefaultsTest {

    @Test
    void everyOptionOfEveryCommandHasAVariableOfItsOwn() {
        CommandLine touchline = Touchline.commandLine(Map.of());
        for (CommandLine verb : touchline.getSubcommands().values()) {
            List<String> variables = verb.getCommandSpec().options().stream()
                    .map(EnvironmentDefaults::variable)
                    .toList();
            assertThat(variables).doesNotHaveDuplicates().allMatch(name -> name.matches("TOUCHLINE_[A-Z0-9_]+"));
        }
    }

    @Test
    void theLongestNameCounts() {
        OptionSpec option = OptionSpec.builder("-l", "--kafka-port").build();
        assertThat(EnvironmentDefaults.variable(option)).isEqualTo("TOUCHLINE_KAFKA_PORT");
        assertThat(new EnvironmentDefaults(Map.of("TOUCHLINE_KAFKA_PORT", " 9192 ")).defaultValue(option))
                .isEqualTo("9192");
        assertThat(new EnvironmentDefaults(Map.of()).defaultValue(option)).isNull();
    }
}
