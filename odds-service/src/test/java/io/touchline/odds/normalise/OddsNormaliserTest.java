package io.touchline.odds.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent.NoOddsSeen;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OddsNormaliserTest {

    private static final Instant KICKOFF = Instant.parse("2026-03-01T15:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SourceDescriptor SOURCE = new SourceDescriptor(
            "acme", "Acme", List.of("odds"), List.of("soccer"), "", "", "", "", "", Duration.ofSeconds(30), 1);

    private final Set<FixtureId> announced = new HashSet<>();
    private final List<OddsUpdate> told = new ArrayList<>();
    private final Outlet outlet = new Outlet() {
        @Override
        public void accept(Normalised event) {
            told.add((OddsUpdate) event.value());
        }

        @Override
        public void flush() {}
    };
    private OddsNormaliser normaliser = with(false);

    @Test
    void aSourceThatRepeatsItself_isToldWhatChanged() {
        announced.add(id("wolves"));
        answer(0, true, odds("wolves", 0, 2.10));
        answer(10, true, odds("wolves", 0, 2.10));
        answer(20, true, odds("wolves", 20, 2.20));

        assertThat(told).extracting(OddsNormaliserTest::line).containsExactly("wolves 2.1", "wolves 2.2");
    }

    @Test
    void whatIsGoneFromAWholeAnswer_isSuspended_butNotFromABrokenOne() {
        announced.addAll(Set.of(id("wolves"), id("everton")));
        answer(0, true, odds("wolves", 0, 2.10), odds("everton", 0, 3.0));
        answer(10, false, odds("wolves", 10, 2.20));
        assertThat(told)
                .extracting(OddsNormaliserTest::line)
                .containsExactly("wolves 2.1", "everton 3.0", "wolves 2.2");
        told.clear();

        answer(20, true, odds("wolves", 20, 2.20));

        assertThat(told).extracting(OddsNormaliserTest::line).contains("everton 3.0 suspended");
    }

    @Test
    void anAnswerWithoutAnyOdds_withdrawsAllOfItsScope_onceAndNothingElse() {
        announced.addAll(Set.of(id("wolves"), id("everton")));
        answer(0, true, odds("wolves", 0, 2.10), odds("everton", 0, 3.0));
        told.clear();

        for (int second : new int[] {10, 20}) {
            normaliser.take(SOURCE, null, new NoOddsSeen(NOON.plusSeconds(second), "other"), payload(second));
            normaliser.ended(SOURCE, payload(second), true);
        }
        assertThat(told).isEmpty();
        for (int second : new int[] {30, 40}) {
            normaliser.take(SOURCE, null, new NoOddsSeen(NOON.plusSeconds(second), "epl"), payload(second));
            normaliser.ended(SOURCE, payload(second), true);
        }
        assertThat(told)
                .extracting(OddsNormaliserTest::line)
                .containsExactlyInAnyOrder("wolves 2.1 suspended", "everton 3.0 suspended");

        told.clear();
        answer(50, true, odds("wolves", 0, 2.10));
        assertThat(told).extracting(OddsNormaliserTest::line).containsExactly("wolves 2.1");
    }

    @Test
    void pricesWaitForTheirFixture_forSoLong() {
        answer(0, true, odds("wolves", 0, 2.10));
        assertThat(told).isEmpty();

        answer(130, true, odds("wolves", 130, 2.10));

        assertThat(told).extracting(OddsNormaliserTest::line).containsExactly("wolves 2.1");
    }

    @Test
    void aStreamsChanges_areToldAtOnce() {
        OddsSeen change = odds("wolves", 5, 2.15);
        normaliser.take(SOURCE, known(change.fixture()), part(change), payload(5));

        assertThat(told).extracting(OddsNormaliserTest::line).containsExactly("wolves 2.15");
        assertThat(told.getFirst().getInPlay()).isFalse();
    }

    @Test
    void aReplay_tellsEveryPriceOfEveryPayload() {
        normaliser = with(true);
        answer(0, true, odds("wolves", 0, 2.10));
        answer(10, true, odds("wolves", 0, 2.10));

        assertThat(told).hasSize(2);
    }

    private OddsNormaliser with(boolean repetitions) {
        return new OddsNormaliser(
                () -> NOON,
                outlet,
                (source, known, update) -> {},
                new OddsNormaliser.Settings(announced::contains, Duration.ofMinutes(2), repetitions));
    }

    private void answer(int second, boolean complete, OddsSeen... fixtures) {
        for (OddsSeen each : fixtures) {
            normaliser.take(SOURCE, known(each.fixture()), at(each, second), payload(second));
        }
        normaliser.ended(SOURCE, payload(second), complete);
    }

    private static OddsSeen odds(String away, int quotedAt, double home) {
        return new OddsSeen(
                new FixtureRef(
                        "acme",
                        away,
                        "soccer",
                        "eng.1",
                        null,
                        null,
                        null,
                        TeamRef.of("Arsenal"),
                        TeamRef.of(away),
                        KICKOFF,
                        true,
                        null),
                NOON.plusSeconds(quotedAt),
                null,
                List.of(Quote.newBuilder()
                        .setBookmaker("acme")
                        .setMarket("MATCH_RESULT")
                        .setPrices(List.of(Price.newBuilder()
                                .setSelection("HOME")
                                .setBackOdds(home)
                                .build()))
                        .setObservedAt(NOON.plusSeconds(quotedAt))
                        .build()),
                true,
                "epl",
                null);
    }

    private static OddsSeen at(OddsSeen odds, int second) {
        return new OddsSeen(odds.fixture(), NOON.plusSeconds(second), null, odds.quotes(), true, odds.scope(), null);
    }

    private static OddsSeen part(OddsSeen odds) {
        return new OddsSeen(odds.fixture(), odds.observedAt(), null, odds.quotes(), false, "", null);
    }

    private static Known known(FixtureRef ref) {
        TeamRef away = ref.away();
        FixtureId id = id(away == null ? "" : away.name());
        return new Known(
                ref,
                new Matched(
                        id,
                        Competitions.get("eng.1"),
                        new Season(2025, false),
                        new Team("soccer/ENG", id.home(), "Arsenal", List.of()),
                        new Team("soccer/ENG", new TeamId(id.away().value()), "Away", List.of()),
                        1));
    }

    private static FixtureId id(String away) {
        return new FixtureId("soccer:eng.1:2025-26:arsenal:" + away);
    }

    private static Payload payload(int second) {
        Instant at = NOON.plusSeconds(second);
        return new Payload(new byte[0], at, at, "test");
    }

    private static String line(OddsUpdate update) {
        Quote quote = update.getQuotes().getFirst();
        return new FixtureId(update.getFixtureId()).away().value() + " "
                + quote.getPrices().getFirst().getBackOdds() + (quote.getSuspended() ? " suspended" : "");
    }
}
