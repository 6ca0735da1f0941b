package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Match;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The feed's API: account, producers, schedules, fixtures and recoveries. */
final class SportradarApi implements VendorServer.Vendor {

    static final String NAME = "sportradar-api";

    private static final Duration WINDOW = Duration.ofMinutes(180);
    private static final Map<String, String> PRODUCERS =
            Map.of("liveodds", SportradarFeed.LIVE, "pre", SportradarFeed.PRE_MATCH);
    private static final Pattern RECOVERY = Pattern.compile(
            "/v1/(liveodds|pre)/(?:recovery|odds/events/(sr:match:\\d+)|stateful_messages/events/(sr:match:\\d+))/initiate_request");
    private static final Pattern FIXTURE =
            Pattern.compile("/v1/sports/\\w+/sport_events/(sr:match:\\d+)/fixture\\.xml");

    private final SportradarSource feed;
    private final String token;
    private final String host;

    SportradarApi(SportradarSource feed, String token, String host) {
        this.feed = feed;
        this.token = token;
        this.host = host;
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("competitors", "sides");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        if (!request.header("x-access-token").equals(token)) {
            return xml(403, "<response response_code=\"FORBIDDEN\"><message>Access forbidden</message></response>");
        }
        String path = request.path();
        Matcher recovery = RECOVERY.matcher(path);
        Matcher fixture = FIXTURE.matcher(path);
        if (recovery.matches()) {
            return recover(request, recovery, now);
        } else if (fixture.matches()) {
            return feed.shown().stream()
                    .filter(match -> SportradarMatches.urn(match).equals(fixture.group(1)))
                    .findFirst()
                    .map(match -> xml(
                            200,
                            "<fixtures_fixture generated_at=\"" + now + "\">"
                                    + SportradarMatches.element("fixture", match) + "</fixtures_fixture>"))
                    .orElseGet(() -> missing(now));
        } else if (path.endsWith("/users/whoami.xml")) {
            return xml(
                    200,
                    "<bookmaker_details response_code=\"OK\" expire_at=\"2099-01-01T00:00:00Z\" bookmaker_id=\""
                            + host.substring(host.lastIndexOf('/') + 1) + "\" virtual_host=\"" + host + "\"/>");
        } else if (path.endsWith("/descriptions/producers.xml")) {
            return xml(
                    200,
                    "<producers response_code=\"OK\">" + producer(SportradarFeed.LIVE, "LO", "liveodds")
                            + producer(SportradarFeed.PRE_MATCH, "Ctrl", "pre") + "</producers>");
        } else if (path.endsWith("/schedules/live/schedule.xml")) {
            return schedule(now, false, request);
        } else if (path.endsWith("/schedules/pre/schedule.xml")) {
            return schedule(now, true, request);
        }
        return missing(now);
    }

    private static String producer(String id, String name, String path) {
        return "<producer id=\"" + id + "\" name=\"" + name + "\" description=\"" + name
                + "\" active=\"true\" api_url=\"https://api.betradar.com/v1/" + path
                + "/\" stateful_recovery_window_in_minutes=\"" + WINDOW.toMinutes() + "\"/>";
    }

    private Answer recover(Request request, Matcher path, Instant now) {
        if (!request.method().equals("POST")) {
            return xml(405, "<response response_code=\"NOT_ALLOWED\"/>");
        }
        String producer = PRODUCERS.getOrDefault(path.group(1), "");
        long id = number(request.query("request_id", "0"));
        String node = request.query("node_id", "-");
        String urn = path.group(2) != null ? path.group(2) : path.group(3);
        if (urn != null) {
            feed.recover(producer, urn, id, node);
        } else {
            @Nullable Instant after = request.query().containsKey("after")
                    ? Instant.ofEpochMilli(number(request.query("after", "0")))
                    : null;
            if (after != null && after.plus(WINDOW).isBefore(now)) {
                return xml(
                        400,
                        "<response response_code=\"BAD_REQUEST\"><message>after is too far back</message></response>");
            }
            feed.recover(producer, after, id, node);
        }
        return xml(202, "<response response_code=\"ACCEPTED\"><action>Recovery initiated</action></response>");
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private Answer schedule(Instant now, boolean coming, Request request) {
        List<Match> all = feed.shown().stream()
                .filter(match -> match.kickoffAt().isAfter(now) == coming)
                .toList();
        int start = (int) Math.min(all.size(), number(request.query("start", "0")));
        int most = (int) Math.max(1, Math.min(1000, number(request.query("limit", "1000"))));
        StringBuilder xml = new StringBuilder("<schedule generated_at=\"" + now + "\">");
        all.subList(start, Math.min(all.size(), start + most))
                .forEach(match -> xml.append(SportradarMatches.element("sport_event", match)));
        return xml(200, xml.append("</schedule>").toString());
    }

    private static Answer missing(Instant now) {
        return xml(404, "<page_not_found generated_at=\"" + now + "\" message=\"Invalid identifier.\"/>");
    }

    private static Answer xml(int status, String body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/xml;charset=UTF-8"),
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body).getBytes(StandardCharsets.UTF_8));
    }
}
