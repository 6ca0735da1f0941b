package io.touchline.standalone.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the embedded platform needs to know.
 *
 * @param home the folder that keeps everything between starts
 * @param registryArchive the schema registry's {@code tar.gz}, put there by the build
 * @param parts which of the four to start; the others' addresses lead nowhere
 * @param fresh forget what earlier starts kept
 * @param patience how long each part may take until it answers; slow machines with one core take a minute
 */
public record PlatformSettings(
        Path home,
        Path registryArchive,
        PortChoice kafka,
        PortChoice registry,
        PortChoice postgres,
        PortChoice redis,
        Set<EmbeddedPart> parts,
        boolean fresh,
        Duration patience) {

    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(3);

    /** The usual ports where they are free, else others. */
    public static PlatformSettings usual(Path home, Path registryArchive) {
        return new PlatformSettings(
                home,
                registryArchive,
                PortChoice.preferably(9092),
                PortChoice.preferably(8081),
                PortChoice.preferably(5432),
                PortChoice.preferably(6379),
                EnumSet.allOf(EmbeddedPart.class),
                false,
                DEFAULT_PATIENCE);
    }

    /** Free ports only, for tests and for runs beside another. */
    public static PlatformSettings anyPorts(Path home, Path registryArchive) {
        return new PlatformSettings(
                home,
                registryArchive,
                PortChoice.any(),
                PortChoice.any(),
                PortChoice.any(),
                PortChoice.any(),
                EnumSet.allOf(EmbeddedPart.class),
                false,
                DEFAULT_PATIENCE);
    }

    /** The same with only some parts. */
    public PlatformSettings with(Set<EmbeddedPart> some) {
        return new PlatformSettings(home, registryArchive, kafka, registry, postgres, redis, some, fresh, patience);
    }

    /** The same in another folder, which forgets what earlier starts kept there. */
    public PlatformSettings freshIn(Path other) {
        return new PlatformSettings(other, registryArchive, kafka, registry, postgres, redis, parts, true, patience);
    }
}
