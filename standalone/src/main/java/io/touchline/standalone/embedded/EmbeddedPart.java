package io.touchline.standalone.embedded;

import java.util.Locale;

/** The four programs of the embedded platform, in the order in which they are needed. */
public enum EmbeddedPart {
    REDIS,
    POSTGRES,
    KAFKA,
    REGISTRY;

    /** As it is called in log files, pid files and options. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
