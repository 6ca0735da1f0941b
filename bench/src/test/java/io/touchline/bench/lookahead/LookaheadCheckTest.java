package io.touchline.bench.lookahead;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.bench.MadeHistory;
import io.touchline.bench.path.HistorySource;
import io.touchline.bench.path.HistoryTopics;
import io.touchline.ingest.connector.footballdata.IngestRows;
import io.touchline.odds.connector.footballdata.OddsRows;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import io.touchline.schema.TeamStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check passes the source that replays use, and finds every kind of leak that is planted in one. */
class LookaheadCheckTest {

    private final List<HistoryRow> before = MadeHistory.season(3, 2019);
    private final List<HistoryRow> played = MadeHistory.season(5, 2020);

    @Test
    void passesTheSourceOfReplays_andComparesEveryVector() {
        LookaheadReport report = check(rows -> HistorySource.replayed());
        assertThat(report.examples()).isEmpty();
        assertThat(report.differing()).isZero();
        assertThat(report.vectors()).isEqualTo(2 * played.size());
        assertThat(report.json()).containsKeys("vectors", "differing", "seconds");
    }

    @Test
    void finds_aResultThatIsToldBeforeTheWhistle() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public Instant at(HistoryRow row, Kind kind) {
                return kind == Kind.RESULT ? row.kickoffAt().plusSeconds(60) : super.at(row, kind);
            }

            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                if (kind == Kind.RESULT) {
                    to.result(told(row, row.kickoffAt(), at(row, kind)), at(row, kind));
                } else {
                    super.tell(row, kind, to);
                }
            }
        });
        // the second match of a day knows the first, and every later one a rating more
        assertThat(report.differing()).isGreaterThanOrEqualTo(5);
        assertThat(report.examples())
                .anySatisfy(example -> assertThat(example.values())
                        .extracting(Difference.Value::feature)
                        .contains("elo_above_table_home"));
    }

    @Test
    void finds_aResultKnownBeforeItsOwnKickoff() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                super.tell(row, kind, to);
                if (kind == Kind.OPENING) {
                    MatchResult leak = leaked(row).build();
                    to.result(leak, row.openingAt());
                }
            }
        });
        assertThat(report.differing()).isGreaterThan(played.size());
    }

    @Test
    void finds_aClosingPriceInAnOpeningVector() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                if (kind == Kind.OPENING) {
                    to.fixture(IngestRows.replayed().fixture(row), row.openingAt());
                    to.odds(observedAt(row.openingAt(), row), row.openingAt());
                } else {
                    super.tell(row, kind, to);
                }
            }
        });
        assertThat(report.differing()).isGreaterThanOrEqualTo(played.size());
        assertThat(report.examples()).anySatisfy(example -> {
            assertThat(example.cutoff()).isEqualTo("OPENING");
            assertThat(example.values())
                    .extracting(Difference.Value::feature)
                    .contains("market_fair_home")
                    .doesNotContain("elo_home");
        });
    }

    @Test
    void finds_closingPricesThatAreToldTooEarly() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public Instant at(HistoryRow row, Kind kind) {
                return kind == Kind.CLOSING ? row.openingAt().plusSeconds(60) : super.at(row, kind);
            }

            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                if (kind == Kind.CLOSING) {
                    to.odds(observedAt(at(row, kind), row), at(row, kind));
                } else {
                    super.tell(row, kind, to);
                }
            }
        });
        assertThat(report.differing()).isGreaterThanOrEqualTo(played.size());
        assertThat(report.examples())
                .anySatisfy(example -> assertThat(example.found()).contains("cannot be known before"));
    }

    /** Nothing but the closing odds of the match itself leaks, into the rating that is fed by odds. */
    @Test
    void finds_closingOddsOfTheSameMatch_inTheOddsFedRating() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                super.tell(row, kind, to);
                if (kind == Kind.OPENING) {
                    MatchResult leak = leaked(row)
                            .setHomeGoals(1)
                            .setAwayGoals(1)
                            .setHome(new TeamStatistics())
                            .setAway(new TeamStatistics())
                            .build();
                    to.result(leak, row.openingAt());
                }
            }
        });
        assertThat(report.differing()).isGreaterThanOrEqualTo(played.size());
        assertThat(report.examples())
                .anySatisfy(example -> assertThat(example.values())
                        .extracting(Difference.Value::feature)
                        .contains("elo_odds_home")
                        .doesNotContain("elo_home"));
    }

    @Test
    void finds_theTableOfTheEndOfTheSeason() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                super.tell(row, kind, to);
                HistoryRow first = rows.stream()
                        .filter(one -> one.season().equals(row.season()))
                        .min(Comparator.comparing(HistoryRow::kickoffAt))
                        .orElseThrow();
                if (kind == Kind.OPENING && first.fixtureId().equals(row.fixtureId())) {
                    // the last round's results are part of the table before the first match
                    rows.stream()
                            .filter(one -> one.season().equals(row.season()))
                            .sorted(Comparator.comparing(HistoryRow::kickoffAt).reversed())
                            .limit(3)
                            .forEach(last -> to.result(
                                    told(
                                            last,
                                            row.openingAt().minusSeconds(9_000),
                                            row.openingAt().minusSeconds(60)),
                                    row.openingAt()));
                }
            }
        });
        assertThat(report.differing()).isGreaterThan(played.size());
        assertThat(report.examples())
                .allSatisfy(example -> assertThat(example.toString()).contains("soccer:eng.1:2020-21:"));
    }

    @Test
    void finds_aVectorThatIsRewrittenAfterTheMatch() {
        LookaheadReport report = check(rows -> new Leaking() {
            @Override
            public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
                if (kind == Kind.RESULT && row.score().home() > row.score().away()) {
                    // the price of what has happened, under the time of the close
                    to.odds(observedAt(row.closingAt(), winner(row)), row.closingAt());
                }
                super.tell(row, kind, to);
            }
        });
        long won = played.stream()
                .filter(row -> row.score().home() > row.score().away())
                .count();
        assertThat(report.differing()).isEqualTo((int) won);
    }

    private LookaheadReport check(HistorySource.Over source) {
        return new LookaheadCheck(source, 2, (done, of) -> {}).run(played, before);
    }

    /** The result as if it had been played and known at other times. */
    private static MatchResult told(HistoryRow row, Instant kickoffAt, Instant resultAt) {
        return MatchResult.newBuilder(IngestRows.replayed().result(row))
                .setKickoffAt(kickoffAt)
                .setResultAt(resultAt)
                .build();
    }

    /** The closing prices as if they had been observed at another time. */
    private static OddsUpdate observedAt(Instant at, HistoryRow row) {
        OddsUpdate closing = OddsRows.replayed().closing(row).orElseThrow();
        List<Quote> quotes = closing.getQuotes().stream()
                .map(quote -> Quote.newBuilder(quote).setObservedAt(at).build())
                .toList();
        return OddsUpdate.newBuilder(closing)
                .setQuotes(quotes)
                .setObservedAt(at)
                .build();
    }

    /** A result before its own kickoff, under another id, as if it had been played the day before. */
    private static MatchResult.Builder leaked(HistoryRow row) {
        return MatchResult.newBuilder(told(
                        row,
                        row.openingAt().minus(Duration.ofDays(1)),
                        row.openingAt().minusSeconds(3_600)))
                .setFixtureId(
                        "soccer:eng.1:2020-21:leak:" + row.fixtureId().value().hashCode());
    }

    /** The line with the home side as everybody's favourite. */
    private static HistoryRow winner(HistoryRow row) {
        return row.with(
                row.score(),
                row.csv().with((column, value) -> switch (column) {
                    case "B365CH", "PSCH" -> "1.10";
                    case "B365CD", "PSCD" -> "11.0";
                    case "B365CA", "PSCA" -> "26.0";
                    default -> value;
                }),
                row.xg());
    }

    /** The source of replays, for a leak to be planted in. */
    private static class Leaking implements HistorySource {

        private final HistorySource honest = HistorySource.replayed();

        @Override
        public Instant at(HistoryRow row, Kind kind) {
            return honest.at(row, kind);
        }

        @Override
        public void tell(HistoryRow row, Kind kind, HistoryTopics to) {
            honest.tell(row, kind, to);
        }
    }
}
