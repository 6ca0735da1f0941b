package io.touchline.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** Properties for the services from a YAML file, as flat names such as {@code odds.devig.method}. */
final class ConfigFile {

    private ConfigFile() {}

    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.badUsage("there is no file " + file);
        }
        try {
            List<PropertySource<?>> sources =
                    new YamlPropertySourceLoader().load("config", new FileSystemResource(file));
            Map<String, String> properties = new LinkedHashMap<>();
            for (PropertySource<?> source : sources) {
                if (source instanceof EnumerablePropertySource<?> named) {
                    for (String name : named.getPropertyNames()) {
                        Optional.ofNullable(named.getProperty(name))
                                .ifPresent(value -> properties.put(name, value.toString()));
                    }
                }
            }
            return properties;
        } catch (IOException | RuntimeException e) {
            throw CommandFailure.badUsage("cannot read " + file + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
