package io.touchline.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.schema.QualityFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of findings, and what is found missing. */
class FindingsTest {

    private static final Instant START = Instant.parse("2026-03-21T14:00:00Z");
    private static final FixtureId ONE = new FixtureId("soccer:eng.1:2025-26:rovers:united");
    private static final FixtureId OTHER = new FixtureId("soccer:eng.1:2025-26:albion:city");

    private Instant now = START;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<QualityFinding> sent = new ArrayList<>();
    private final Findings findings = new Findings("odds", () -> now, meters, sent::add);

    private static Finding jump(FixtureId fixture) {
        return Finding.of(FindingKind.PRICE_JUMPED, "pinnacle", fixture, "far", START);
    }

    @Test
    void everyFindingIsCounted_butOneThatGoesOnIsSentOnceAMinute() {
        findings.found(jump(ONE));
        findings.found(jump(ONE));
        findings.found(jump(OTHER));
        assertThat(sent).hasSize(2);
        now = now.plusSeconds(60);
        findings.found(jump(ONE));
        assertThat(sent).hasSize(3);
        assertThat(findings.counts())
                .containsExactly(Map.entry(new Findings.Kind(FindingKind.PRICE_JUMPED, "pinnacle"), 4L));
        assertThat(meters.get("odds.quality.findings")
                        .tag("kind", "PRICE_JUMPED")
                        .tag("source", "pinnacle")
                        .counter()
                        .count())
                .isEqualTo(4);
        assertThat(findings.recent().getFirst().getEmittedAt()).isEqualTo(now);
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int i = 0; i < Findings.KEPT + 20; i++) {
            findings.found(Finding.of(FindingKind.SEQUENCE_GAP, "source-" + i, "gap", START));
        }
        assertThat(findings.recent()).hasSize(Findings.KEPT);
        assertThat(findings.recent().getFirst().getSource()).isEqualTo("source-519");
    }

    @Test
    void aSourceSilentAboutWhatOthersTell_isToldOnce() {
        StalenessCheck staleness = new StalenessCheck();
        staleness.seen("pinnacle", "eng.1", now);
        staleness.seen("betfair", "eng.1", now);
        staleness.seen("pinnacle", "esp.1", now);
        now = now.plusSeconds(301);
        staleness.seen("betfair", "eng.1", now);
        assertThat(staleness.check(now)).singleElement().satisfies(found -> {
            assertThat(found.source()).isEqualTo("pinnacle");
            assertThat(found.competition()).isEqualTo("eng.1");
            assertThat(found.detail()).isEqualTo("nothing since 2026-03-21T14:00:00Z while betfair tells of eng.1");
        });
        assertThat(staleness.check(now)).isEmpty();
        staleness.seen("pinnacle", "eng.1", now);
        assertThat(staleness.check(now)).isEmpty();
    }

    @Test
    void whatASourceSaidLongAgo_obligesItToNothing() {
        StalenessCheck staleness = new StalenessCheck();
        staleness.seen("pinnacle", "eng.1", now);
        now = now.plus(Duration.ofHours(7));
        staleness.seen("betfair", "eng.1", now);
        assertThat(staleness.check(now)).isEmpty();
    }

    @Test
    void fixturesWithoutAScore_areMissedTenMinutesAfterKickoff() {
        CompletenessCheck scores = CompletenessCheck.ofScores();
        scores.known(ONE, START);
        scores.known(OTHER, START);
        scores.reported(ONE);
        assertThat(scores.check(now.plusSeconds(599))).isEmpty();
        assertThat(scores.check(now.plusSeconds(600))).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.COMPETITION_INCOMPLETE);
            assertThat(found.detail()).isEqualTo("1 of 2 fixtures of 2026-03-21 have scores; without: " + OTHER);
        });
        assertThat(scores.check(now.plusSeconds(660))).isEmpty();
        scores.reported(OTHER);
        assertThat(scores.shares(now.plusSeconds(660), START, START).getFirst().share())
                .isEqualTo(1);
    }

    @Test
    void aFixtureCalledOff_owesNothing_andPricesAreOwedADayBefore() {
        CompletenessCheck prices = CompletenessCheck.ofPrices();
        prices.reported(ONE);
        prices.known(ONE, START.plus(Duration.ofHours(23)));
        prices.known(OTHER, START.plus(Duration.ofHours(23)));
        assertThat(prices.check(now)).hasSize(1);
        prices.gone(OTHER);
        assertThat(prices.check(now)).isEmpty();
    }
}
