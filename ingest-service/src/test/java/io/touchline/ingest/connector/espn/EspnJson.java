package io.touchline.ingest.connector.espn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small scoreboards in ESPN's format: Arsenal against Wolves of eng.1. */
final class EspnJson {

    private String status = status("STATUS_SCHEDULED", "pre", 0, "0'", 0);
    private String homeScore = "0";
    private String awayScore = "0";
    private final List<String> details = new ArrayList<>();

    static EspnJson scheduled() {
        return new EspnJson();
    }

    EspnJson firstHalf(int seconds, String display) {
        status = status("STATUS_FIRST_HALF", "in", seconds, display, 1);
        return this;
    }

    EspnJson halfTime() {
        status = status("STATUS_HALFTIME", "in", 2700, "45'", 1);
        return this;
    }

    EspnJson secondHalf(int seconds, String display) {
        status = status("STATUS_SECOND_HALF", "in", seconds, display, 2);
        return this;
    }

    EspnJson over(String name) {
        status = status(name, "post", 5400, "90'+4'", 2);
        return this;
    }

    EspnJson score(int home, int away) {
        homeScore = Integer.toString(home);
        awayScore = Integer.toString(away);
        return this;
    }

    EspnJson goal(String side, int seconds, String display) {
        details.add(detail("70", "Goal", side, seconds, display, "scoringPlay"));
        return this;
    }

    EspnJson card(String colour, String side, int seconds, String display) {
        details.add(detail("94", "Card", side, seconds, display, colour + "Card"));
        return this;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return "{\"leagues\":[{\"id\":\"700\",\"slug\":\"eng.1\"}],\"events\":[" + event() + "]}";
    }

    String event() {
        return """
                {"id":"740898","uid":"s:600~l:700~e:740898","date":"2026-03-21T15:00Z","season":{"year":2025},
                "competitions":[{"timeValid":true,"neutralSite":false,"venue":{"fullName":"Emirates Stadium"},
                "competitors":[
                {"id":"359","homeAway":"home","score":"%s","team":{"id":"359","displayName":"Arsenal","shortDisplayName":"Arsenal"},
                "statistics":[{"name":"totalShots","displayValue":"14"},{"name":"shotsOnTarget","displayValue":"6"},{"name":"wonCorners","displayValue":"7"},{"name":"foulsCommitted","displayValue":"9"},{"name":"possessionPct","displayValue":"61.5"}]},
                {"id":"380","homeAway":"away","score":"%s","team":{"id":"380","displayName":"Wolverhampton Wanderers","shortDisplayName":"Wolves"},
                "statistics":[{"name":"totalShots","displayValue":"8"},{"name":"possessionPct","displayValue":"38.5"}]}],
                "status":%s,"details":[%s]}],"status":%s}""".formatted(homeScore, awayScore, status, String.join(",", details), status);
    }

    private static String status(String name, String state, int clock, String display, int period) {
        return "{\"clock\":%d.0,\"displayClock\":\"%s\",\"period\":%d,\"type\":{\"name\":\"%s\",\"state\":\"%s\",\"completed\":%s}}"
                .formatted(clock, display, period, name, state, state.equals("post"));
    }

    private static String detail(String id, String text, String side, int seconds, String display, String flag) {
        String team = side.equals("HOME") ? "359" : "380";
        return "{\"type\":{\"id\":\"%s\",\"text\":\"%s\"},\"clock\":{\"value\":%d.0,\"displayValue\":\"%s\"},\"team\":{\"id\":\"%s\"},\"%s\":true,\"scoreValue\":%d}"
                .formatted(id, text, seconds, display, team, flag, flag.equals("scoringPlay") ? 1 : 0);
    }
}
