package io.touchline.ingest.connector.understat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a site lets a robot read, by RFC 9309: the group of our name or, without one, that of everybody; the longest rule that fits decides, and of two as long the one that
 * allows.
 *
 * @param rules of our group
 * @param delay from one request to the next, where the site wants one ({@code Crawl-delay}, which the RFC does not know); null otherwise
 */
record RobotsTxt(List<Rule> rules, @Nullable Duration delay) {

    /** For a site that has none. */
    static final RobotsTxt NONE = new RobotsTxt(List.of(), null);

    private static final double LONGEST_DELAY_SECONDS = 3600;

    /** A path's beginning, {@code *} for anything, {@code $} for the end. */
    record Rule(boolean allows, String pattern) {}

    /** A group and what it says. */
    private static final class Group {
        private final List<String> agents = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private @Nullable Duration delay;
        private boolean complete;
    }

    /**
     * Of the file.
     *
     * @param agent our name as a robot, without version
     */
    static RobotsTxt of(String text, String agent) {
        List<Group> groups = groups(text);
        List<Group> ours = named(groups, agent.toLowerCase(Locale.ROOT));
        List<Rule> rules = new ArrayList<>();
        Duration delay = null;
        for (Group group : ours.isEmpty() ? named(groups, "*") : ours) {
            rules.addAll(group.rules);
            delay = group.delay == null ? delay : group.delay;
        }
        return new RobotsTxt(List.copyOf(rules), delay);
    }

    private static List<Group> named(List<Group> groups, String agent) {
        return groups.stream().filter(group -> group.agents.contains(agent)).toList();
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        Group group = new Group();
        for (String line : text.replace("\uFEFF", "").split("\\R")) {
            int comment = line.indexOf('#');
            String rule = comment < 0 ? line : line.substring(0, comment);
            int colon = rule.indexOf(':');
            if (colon < 1) {
                continue;
            }
            String name = rule.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = rule.substring(colon + 1).strip();
            if (name.equals("user-agent")) {
                if (group.complete || groups.isEmpty()) {
                    group = new Group();
                    groups.add(group);
                }
                group.agents.add(value.toLowerCase(Locale.ROOT).replaceFirst("/.*", ""));
            } else if (name.equals("allow") || name.equals("disallow")) {
                group.complete = true;
                if (!value.isEmpty()) {
                    group.rules.add(new Rule(name.equals("allow"), value));
                }
            } else if (name.equals("crawl-delay")) {
                group.complete = true;
                group.delay = delay(value);
            }
        }
        return groups;
    }

    private static @Nullable Duration delay(String value) {
        try {
            double seconds = Double.parseDouble(value);
            return seconds > 0 ? Duration.ofMillis((long) (1000 * Math.min(seconds, LONGEST_DELAY_SECONDS))) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether a path may be asked for. */
    boolean allows(String path) {
        boolean allowed = true;
        int longest = -1;
        for (Rule rule : rules) {
            int length = rule.pattern().length();
            if (fits(rule.pattern(), path) && (length > longest || length == longest && rule.allows())) {
                longest = length;
                allowed = rule.allows();
            }
        }
        return allowed;
    }

    private static boolean fits(String pattern, String path) {
        boolean toTheEnd = pattern.endsWith("$");
        String wanted = toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern + '*';
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (in < path.length()) {
            if (at < wanted.length() && wanted.charAt(at) == '*') {
                star = at++;
                retry = in;
            } else if (at < wanted.length() && wanted.charAt(at) == path.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < wanted.length() && wanted.charAt(at) == '*') {
            at++;
        }
        return at == wanted.length();
    }
}
