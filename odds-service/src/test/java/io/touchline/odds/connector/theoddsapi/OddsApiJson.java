package io.touchline.odds.connector.theoddsapi;

/** Small answers in The Odds API's format: Arsenal against Wolves. */
final class OddsApiJson {

    private OddsApiJson() {}

    static String answer(String... bookmakers) {
        return "[" + event(bookmakers) + "]";
    }

    static String event(String... bookmakers) {
        return """
                {"id":"152454388558d4d22919ced2caec0328","sport_key":"soccer_epl","sport_title":"EPL","commence_time":"2026-03-21T15:00:00Z",\
                "home_team":"Arsenal","away_team":"Wolverhampton Wanderers","bookmakers":[%s]}""".formatted(String.join(",", bookmakers));
    }

    static String bookmaker(String key, String lastUpdate, String... markets) {
        return "{\"key\":\"%s\",\"title\":\"T\",\"last_update\":\"%s\",\"markets\":[%s]}"
                .formatted(key, lastUpdate, String.join(",", markets));
    }

    static String h2h(String key, double home, double draw, double away) {
        return "{\"key\":\"%s\",\"outcomes\":[{\"name\":\"Wolverhampton Wanderers\",\"price\":%s},{\"name\":\"Arsenal\",\"price\":%s},{\"name\":\"Draw\",\"price\":%s}]}"
                .formatted(key, away, home, draw);
    }

    static String totals(double line, double over, double under) {
        return "{\"key\":\"totals\",\"outcomes\":[{\"name\":\"Over\",\"price\":%s,\"point\":%s},{\"name\":\"Under\",\"price\":%s,\"point\":%s}]}"
                .formatted(over, line, under, line);
    }

    static String spreads(double homeLine, double home, double away) {
        return "{\"key\":\"spreads\",\"outcomes\":[{\"name\":\"Arsenal\",\"price\":%s,\"point\":%s},{\"name\":\"Wolverhampton Wanderers\",\"price\":%s,\"point\":%s}]}"
                .formatted(home, homeLine, away, -homeLine);
    }
}
