package io.touchline.platform.topic;

import io.touchline.schema.Topic;
import java.util.regex.Pattern;

/**
 * A world of topics, consumer groups and application ids of its own. Live state has the empty prefix; each replay and backtest has another, so that history never touches it.
 *
 * @param prefix put before every name; empty, or lower-case letters, digits and dashes ending in a dot
 */
public record Namespace(String prefix) {

    private static final Pattern SHAPE = Pattern.compile("|[a-z0-9][a-z0-9-]{0,60}\\.");

    /** Where live state is. */
    public static final Namespace LIVE = new Namespace("");

    /** Checks the shape. */
    public Namespace {
        if (!SHAPE.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a namespace is empty or like \"replay-7f3a.\" but was \"" + prefix + "\"");
        }
    }

    /** The topic's name here. */
    public String name(Topic<?> topic) {
        return name(topic.name());
    }

    /** Any other name here: of a consumer group, an application, an internal topic. */
    public String name(String name) {
        return prefix + name;
    }

    /** True where state lives on after the process: then records expire by age. */
    public boolean isLive() {
        return prefix.isEmpty();
    }
}
