package io.touchline.ingest.connector.understat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a site lets us read, by RFC 9309. */
class RobotsTxtTest {

    private static boolean allows(String text, String path) {
        return RobotsTxt.of(text, "touchline").allows(path);
    }

    @Test
    void withoutRules_everythingIsAllowed() {
        assertThat(allows("", "/league/EPL/2023")).isTrue();
        assertThat(allows("User-agent: *\nDisallow:\n", "/match/1")).isTrue();
        assertThat(allows("<!DOCTYPE html><html><body>Just a moment...</body></html>", "/match/1"))
                .isTrue();
    }

    @Test
    void theGroupOfOurName_countsAlone() {
        String text =
                "User-agent: *\nDisallow: /\n\nuser-agent: other\nUser-Agent: Touchline/1.0\nDisallow: /private # not for us\n";
        assertThat(allows(text, "/match/1")).isTrue();
        assertThat(allows(text, "/private/x")).isFalse();
        assertThat(RobotsTxt.of(text, "somebody").allows("/match/1")).isFalse();
    }

    @Test
    void theLongestRuleDecides_andOfTwoAsLongTheOneThatAllows() {
        String text = "User-agent: *\r\nDisallow: /match\r\nAllow: /match/1\r\nDisallow: /a\r\nAllow: /a\r\n";
        assertThat(allows(text, "/match/1")).isTrue();
        assertThat(allows(text, "/match/2")).isFalse();
        assertThat(allows(text, "/a/b")).isTrue();
    }

    @Test
    void starsAndEnds() {
        String text = "User-agent: *\nDisallow: /*/2014$\nDisallow: /*.json\n";
        assertThat(allows(text, "/league/EPL/2014")).isFalse();
        assertThat(allows(text, "/league/EPL/20145")).isTrue();
        assertThat(allows(text, "/x/y.json?z")).isFalse();
        assertThat(allows(text, "/x/y.jso")).isTrue();
    }

    @Test
    void aDelayIsKept_aSillyOneIsNot() {
        assertThat(RobotsTxt.of("User-agent: *\nCrawl-delay: 2.5\n", "touchline")
                        .delay())
                .isEqualTo(Duration.ofMillis(2500));
        assertThat(RobotsTxt.of("User-agent: *\nCrawl-delay: soon\n", "touchline")
                        .delay())
                .isNull();
    }
}
