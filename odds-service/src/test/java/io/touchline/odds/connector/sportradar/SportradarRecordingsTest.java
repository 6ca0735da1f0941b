package io.touchline.odds.connector.sportradar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import io.touchline.testkit.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded messages and answers against counts of the same bytes. */
class SportradarRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern REJECTED_PRICES = Pattern.compile(", (\\d+) prices?$");

    private final CollectedEvents told = new CollectedEvents();
    private final Adapter adapter = new SportradarVendor().adapter();

    private String read(String file) throws Exception {
        byte[] body = Files.readAllBytes(SharedData.path("feeds/sportradar/" + file));
        adapter.read(new Payload(body, NOW, NOW, file), told);
        return new String(body, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"uof/odds_change.prematch.sr-match-31604309.xml, 805", "uof/odds_change.xml, 66"})
    void everyPriceIsToldOrRejected(String file, int expected) throws Exception {
        String body = read(file);
        int there = (int)
                Pattern.compile("<outcome[^>]* odds=").matcher(body).results().count();
        int prices = told.events(OddsSeen.class).stream()
                .flatMap(seen -> seen.quotes().stream())
                .mapToInt(quote -> quote.getPrices().size())
                .sum();
        int rejected = 0;
        for (CollectedEvents.Rejected each : told.rejections()) {
            Matcher count = REJECTED_PRICES.matcher(each.detail());
            rejected += count.find() ? Integer.parseInt(count.group(1)) : 1;
        }
        assertThat(there).isEqualTo(expected);
        assertThat(prices).isPositive();
        assertThat(prices + rejected).isEqualTo(there);
    }

    @Test
    void aStopOfAnEventWithoutPrices_isNothing() throws Exception {
        read("uof/bet_stop.xml");
        assertThat(told.events(OddsSeen.class)).isEmpty();
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void everyOutcomeIsSettled() throws Exception {
        read("uof/bet_settlement.xml");
        assertThat(told.events(SettlementSeen.class)).hasSize(130);
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void theTimelineOfTheFeed_hasItsGoalsAndCards() throws Exception {
        read("uof-rest/match_timeline.en.xml");
        MatchSeen match = told.events(MatchSeen.class).getFirst();
        assertThat(match.goals()).hasToString("Goals[home=4, away=1]");
        assertThat(match.incidents().stream().filter(each -> each.getType().equals("GOAL")))
                .hasSize(5);
        assertThat(match.incidents().stream().filter(each -> each.getType().equals("YELLOW_CARD")))
                .hasSize(5);
        assertThat(match.incidents().stream().filter(each -> each.getType().equals("RED_CARD")))
                .hasSize(2);
    }

    @Test
    void theLiveTimelineOfTheSoccerApi_hasItsGoalsAndShots() throws Exception {
        read("soccer-v3/match.live_timeline.json");
        MatchSeen match = told.events(MatchSeen.class).getFirst();
        assertThat(match.status() + ' ' + match.period() + ' ' + match.minute()).isEqualTo("IN_PLAY SECOND_HALF 70");
        assertThat(match.incidents().stream().filter(each -> each.getType().equals("GOAL")))
                .hasSize(2);
        assertThat(told.events(ShotSeen.class)).hasSize(16);
        assertThat(told.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "soccer-v3/team.results.json, 10",
        "soccer-v3/match.completed_summary.json, 1",
        "soccer-v3/tournament.schedule.json, 380",
        "uof-rest/tournament_schedule.en.xml, 241",
        "uof-rest/live_events.xml, 97",
        "uof-rest/match_summary.xml, 1",
    })
    void answersTellTheirMatches(String file, int matches) throws Exception {
        read(file);
        assertThat(told.events(MatchSeen.class)).hasSize(matches);
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void everyMalformedVariant_isOneRejection() throws Exception {
        Map<String, byte[]> xml = MalformedVariants.ofXml(
                "<?xml version=\"1.0\"?><alive product=\"1\" timestamp=\"1465848166722\" subscribed=\"1\"/>"
                        .getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> json = MalformedVariants.ofJson(
                "{\"generated_at\":\"2026-01-01T00:00:00+00:00\",\"results\":[]}".getBytes(StandardCharsets.UTF_8));
        for (Map<String, byte[]> variants : java.util.List.of(xml, json)) {
            variants.forEach((name, body) -> {
                told.clear();
                assertThat(catchThrowable(() -> adapter.read(new Payload(body, NOW, NOW, "test"), told)))
                        .as(name)
                        .isInstanceOf(PayloadChanged.class);
                assertThat(told.rejections()).as(name).hasSize(1);
            });
        }
    }
}
