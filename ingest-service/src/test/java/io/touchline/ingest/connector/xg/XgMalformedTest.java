package io.touchline.ingest.connector.xg;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.ingest.connector.opta.OptaVendor;
import io.touchline.ingest.connector.statsbomb.StatsBombVendor;
import io.touchline.ingest.connector.understat.UnderstatVendor;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Vendor;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is broken as a whole is one rejection and no exception but the one that says so. */
class XgMalformedTest {

    private static final Instant NOW = Instant.parse("2026-03-21T18:30:00Z");

    private static final String SHOT = """
            {"id":"%d","minute":"%d","result":"%s","X":"0.88","Y":"0.51","xG":"0.31","player":"Ann Other","h_a":"%s","player_id":"7",\
            "situation":"OpenPlay","season":"2025","shotType":"LeftFoot","match_id":"91","h_team":"Upper Town","a_team":"Lower Town",\
            "h_goals":"1","a_goals":"0","date":"2026-03-14 15:00:00"}""";
    private static final String SHOTS = "{\"h\":[" + SHOT.formatted(1, 12, "Goal", "h") + "],\"a\":["
            + SHOT.formatted(2, 33, "SavedShot", "a") + "," + SHOT.formatted(3, 80, "MissedShots", "a") + "]}";
    private static final String ROSTERS =
            "{\"h\":{\"1\":{\"player\":\"Ann Other\",\"yellow_card\":\"1\",\"red_card\":\"0\"}},\"a\":{}}";
    private static final String MATCH_DATA = "{\"rosters\":" + ROSTERS + ",\"shots\":" + SHOTS + ",\"tmpl\":{}}";

    private static final String STATSBOMB = """
            [{"id":"a1","index":1,"period":1,"timestamp":"00:00:00.000","minute":0,"second":0,"type":{"id":35,"name":"Starting XI"},
              "team":{"id":11,"name":"Upper Town"}},
             {"id":"a2","index":2,"period":1,"timestamp":"00:00:00.000","minute":0,"second":0,"type":{"id":35,"name":"Starting XI"},
              "team":{"id":12,"name":"Lower Town"}},
             {"id":"a3","index":3,"period":1,"timestamp":"00:12:03.000","minute":12,"second":3,"type":{"id":16,"name":"Shot"},
              "team":{"id":11,"name":"Upper Town"},"player":{"id":5,"name":"Ann Other"},"location":[110.0,41.0],
              "shot":{"statsbomb_xg":0.31,"outcome":{"id":97,"name":"Goal"},"type":{"id":87,"name":"Open Play"}}},
             {"id":"a4","index":4,"period":2,"timestamp":"00:45:00.000","minute":90,"second":0,"type":{"id":34,"name":"Half End"},
              "team":{"id":11,"name":"Upper Town"}}]""";

    private static final String F24 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Games timestamp="2026-03-14T17:00:00"><Game id="91" home_team_id="11" away_team_id="12" competition_id="8" season_id="2025"
              game_date="2026-03-14T15:00:00" home_team_name="Upper Town" away_team_name="Lower Town">
            <Event id="1" event_id="1" type_id="34" period_id="16" min="0" sec="0" team_id="11" timestamp="2026-03-14T14:30:00"/>
            <Event id="2" event_id="2" type_id="32" period_id="1" min="0" sec="0" team_id="11" timestamp="2026-03-14T15:00:00"/>
            <Event id="3" event_id="3" type_id="16" period_id="1" min="12" sec="3" team_id="11" player_id="5" outcome="1" x="92.0" y="51.0"
              timestamp="2026-03-14T15:12:03"><Q id="31" qualifier_id="22"/></Event>
            </Game></Games>
            """;

    private static final String MA3 = """
            {"matchInfo":{"id":"abc","date":"2026-03-14Z","time":"15:00:00Z","contestant":[{"id":"x1","name":"Upper Town","position":"home"},
              {"id":"x2","name":"Lower Town","position":"away"}],"competition":{"name":"Bezirksliga"}},
             "liveData":{"matchDetails":{"periodId":14,"matchStatus":"Played","scores":{"total":{"home":1,"away":0}}},
              "event":[{"id":2,"eventId":2,"typeId":32,"periodId":1,"timeMin":0,"timeSec":0,"contestantId":"x1"},
                       {"id":3,"eventId":3,"typeId":16,"periodId":1,"timeMin":12,"timeSec":3,"contestantId":"x1","x":92.0,"y":51.0,"qualifier":[{"qualifierId":22}]}]}}
            """;

    private static CollectedEvents read(Vendor vendor, String name, byte[] body) {
        CollectedEvents collected = new CollectedEvents();
        try {
            vendor.adapter().read(new Payload(body, NOW, NOW, name), collected);
        } catch (PayloadChanged expected) {
            assertThat(collected.rejections()).hasSize(1);
        }
        return collected;
    }

    private static Stream<DynamicTest> oneRejectionEach(Vendor vendor, Map<String, byte[]> variants) {
        assertThat(variants.size()).isGreaterThanOrEqualTo(20);
        return variants.entrySet().stream()
                .map(variant -> DynamicTest.dynamicTest(
                        vendor.descriptor().name() + ": " + variant.getKey(),
                        () -> assertThat(read(vendor, "broken", variant.getValue())
                                        .rejections())
                                .hasSize(1)));
    }

    private static String page(String... namesAndValues) {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><html><head><title>Upper Town | Understat</title></head>\n");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            page.append("<script>\n\tvar ").append(namesAndValues[i]).append(" = JSON.parse('");
            for (byte b : namesAndValues[i + 1].getBytes(StandardCharsets.UTF_8)) {
                page.append(Character.isLetterOrDigit(b) ? Character.toString(b) : String.format("\\x%02X", b));
            }
            page.append("');\n</script>\n");
        }
        return page.append("</html>").toString();
    }

    @Test
    void thePayloadsAreGood() {
        assertThat(read(new UnderstatVendor(), "getMatchData/91", bytes(MATCH_DATA)))
                .satisfies(told -> assertThat(told.events()).hasSize(4))
                .satisfies(told -> assertThat(told.rejections()).isEmpty());
        assertThat(read(new UnderstatVendor(), "match/91", bytes(page("shotsData", SHOTS, "rostersData", ROSTERS))))
                .satisfies(told -> assertThat(told.events()).hasSize(4))
                .satisfies(told -> assertThat(told.rejections()).isEmpty());
        assertThat(read(new StatsBombVendor(), "events/91000.json", bytes(STATSBOMB)))
                .satisfies(told -> assertThat(told.events()).hasSize(2))
                .satisfies(told -> assertThat(told.rejections()).isEmpty());
        assertThat(read(new OptaVendor(), "f24.xml", bytes(F24)))
                .satisfies(told -> assertThat(told.events()).hasSize(2))
                .satisfies(told -> assertThat(told.rejections()).isEmpty());
        assertThat(read(new OptaVendor(), "ma3.json", bytes(MA3)))
                .satisfies(told -> assertThat(told.events()).hasSize(2))
                .satisfies(told -> assertThat(told.rejections()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> understatData() {
        return oneRejectionEach(new UnderstatVendor(), MalformedVariants.ofJson(bytes(MATCH_DATA)));
    }

    /** A page twice, or one with something behind it, is as good as one. */
    @TestFactory
    Stream<DynamicTest> understatPage() {
        String good = page("shotsData", SHOTS);
        Map<String, byte[]> variants = new LinkedHashMap<>(MalformedVariants.ofJson(bytes(good)));
        variants.remove("twice");
        variants.remove("extra bracket");
        variants.put("half an escape", bytes(good.replace("\\x5D\\x7D')", "\\x5D\\x7")));
        variants.put("an escape that is none", bytes(good.replace("\\x7B\\x22h", "\\xZZ\\x22h")));
        variants.put("no quotes", bytes(good.replace("\\x22", "")));
        variants.put("a shell", bytes(page()));
        return oneRejectionEach(new UnderstatVendor(), variants);
    }

    @TestFactory
    Stream<DynamicTest> statsBomb() {
        return oneRejectionEach(new StatsBombVendor(), MalformedVariants.ofJson(bytes(STATSBOMB)));
    }

    @TestFactory
    Stream<DynamicTest> optaXml() {
        return oneRejectionEach(new OptaVendor(), MalformedVariants.ofXml(bytes(F24)));
    }

    @TestFactory
    Stream<DynamicTest> optaJson() {
        return oneRejectionEach(new OptaVendor(), MalformedVariants.ofJson(bytes(MA3)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
