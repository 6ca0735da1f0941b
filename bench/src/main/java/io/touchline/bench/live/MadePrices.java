package io.touchline.bench.live;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.schema.Fixture;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.serde.TopicSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A dozen bookmakers that quote eleven markets and lines of many fixtures, and move: each fixture's expected goals walk at random, each bookmaker follows with a margin and a view of its
 * own, in steps of a hundredth. An update is one bookmaker's, of one to four markets. The same seed makes the same updates.
 */
final class MadePrices {

    private static final List<String> BOOKMAKERS = List.of(
            "pinnacle",
            "betfair-exchange",
            "sbobet",
            "bet365",
            "william-hill",
            "bwin",
            "unibet",
            "ladbrokes",
            "betway",
            "888sport",
            "betsson",
            "marathonbet");

    private static final int MOST_GOALS = 10;
    private static final double STEP = 0.01;
    private static final double LEAST_ODDS = 1.02;

    /** A market with its line, NaN for none. */
    private record Line(MarketType market, double line) {}

    private static final List<Line> LINES = List.of(
            new Line(MarketType.MATCH_RESULT, Double.NaN),
            new Line(MarketType.BOTH_TEAMS_TO_SCORE, Double.NaN),
            new Line(MarketType.DRAW_NO_BET, Double.NaN),
            new Line(MarketType.TOTAL_GOALS, 1.5),
            new Line(MarketType.TOTAL_GOALS, 2.5),
            new Line(MarketType.TOTAL_GOALS, 3.5),
            new Line(MarketType.TOTAL_GOALS, 4.5),
            new Line(MarketType.ASIAN_HANDICAP, -1.5),
            new Line(MarketType.ASIAN_HANDICAP, -0.5),
            new Line(MarketType.ASIAN_HANDICAP, 0.5),
            new Line(MarketType.ASIAN_HANDICAP, 1.5));

    /** One fixture's hidden strengths and the time of its last update. */
    private static final class State {
        private final Fixture fixture;
        private final double[] views = new double[BOOKMAKERS.size()];
        private double home;
        private double away;
        private long lastAt = Long.MIN_VALUE;

        State(Fixture fixture, Random random) {
            this.fixture = fixture;
            home = 0.9 + random.nextDouble();
            away = 0.7 + 0.8 * random.nextDouble();
            for (int at = 0; at < views.length; at++) {
                views[at] = 0.03 * random.nextGaussian();
            }
        }
    }

    private final List<State> states;
    private final TopicSerde<OddsUpdate> serde;
    private final Random random;
    private long now;

    MadePrices(List<Fixture> fixtures, TopicSerde<OddsUpdate> serde, Instant begin, long seed) {
        this.serde = serde;
        this.random = new Random(seed);
        this.states =
                fixtures.stream().map(fixture -> new State(fixture, random)).toList();
        this.now = begin.toEpochMilli();
    }

    /** Every bookmaker's first quotes, fixture after fixture. */
    List<Tick> opening() {
        List<Tick> ticks = new ArrayList<>();
        for (int fixture = 0; fixture < states.size(); fixture++) {
            for (int bookmaker = 0; bookmaker < BOOKMAKERS.size(); bookmaker++) {
                ticks.add(tick(fixture, bookmaker, LINES));
            }
        }
        now += ticks.size();
        return ticks;
    }

    /** What comes next, spread over fixtures at random, as much time apart as the rate says. */
    List<Tick> next(int count, double perSecond) {
        List<Tick> ticks = new ArrayList<>(count);
        long begin = now;
        for (int at = 0; at < count; at++) {
            now = begin + (long) (at * 1000 / perSecond);
            int fixture = random.nextInt(states.size());
            State state = states.get(fixture);
            state.home = walked(state.home);
            state.away = walked(state.away);
            int draw = random.nextInt(20);
            int quotes = draw < 12 ? 1 : draw < 17 ? 2 : 4;
            int first = random.nextInt(LINES.size());
            List<Line> lines = new ArrayList<>(quotes);
            for (int each = 0; each < quotes; each++) {
                lines.add(LINES.get((first + each) % LINES.size()));
            }
            ticks.add(tick(fixture, random.nextInt(BOOKMAKERS.size()), lines));
        }
        now++;
        return ticks;
    }

    /** One bookmaker's result odds of each fixture. */
    List<Tick> ofEveryFixture() {
        now++;
        List<Tick> ticks = new ArrayList<>();
        for (int fixture = 0; fixture < states.size(); fixture++) {
            ticks.add(tick(fixture, 0, LINES.subList(0, 1)));
        }
        return ticks;
    }

    private double walked(double goals) {
        return Math.clamp(goals * (1 + 0.004 * random.nextGaussian()), 0.4, 3.2);
    }

    private Tick tick(int fixture, int bookmaker, List<Line> lines) {
        State state = states.get(fixture);
        long at = Math.max(now, state.lastAt + 1);
        state.lastAt = at;
        Instant observedAt = Instant.ofEpochMilli(at);
        double[] home = poisson(state.home * (1 + state.views[bookmaker]));
        double[] away = poisson(state.away * (1 - state.views[bookmaker]));
        double margin = 1.02 + 0.005 * bookmaker;
        String name = BOOKMAKERS.get(bookmaker);
        List<Quote> quotes = new ArrayList<>(lines.size());
        for (Line line : lines) {
            quotes.add(new Quote(
                    name,
                    line.market().name(),
                    Double.isNaN(line.line()) ? null : line.line(),
                    false,
                    false,
                    prices(line, home, away, margin),
                    observedAt));
        }
        OddsUpdate update = new OddsUpdate(
                state.fixture.getFixtureId(),
                state.fixture.getCompetition(),
                state.fixture.getKickoffAt(),
                false,
                quotes,
                "made",
                null,
                observedAt,
                observedAt,
                observedAt);
        return new Tick(fixture, state.fixture.getFixtureId(), at, serde.bytes(update));
    }

    private List<Price> prices(Line line, double[] home, double[] away, double margin) {
        double[] wins = new double[3];
        for (int h = 0; h <= MOST_GOALS; h++) {
            for (int a = 0; a <= MOST_GOALS; a++) {
                wins[outcome(line, h, a)] += home[h] * away[a];
            }
        }
        List<Selection> selections = line.market().selections();
        double all = selections.size() == 3 ? wins[0] + wins[1] + wins[2] : wins[0] + wins[2];
        List<Price> prices = new ArrayList<>(selections.size());
        for (int at = 0; at < selections.size(); at++) {
            double fair = wins[selections.size() == 3 ? at : 2 * at] / all;
            double odds = Math.round(1 / (fair * margin) / STEP + random.nextInt(3) - 1) * STEP;
            prices.add(new Price(
                    selections.get(at).name(), Math.max(LEAST_ODDS, Math.round(odds * 100) / 100.0), null, null, null));
        }
        return prices;
    }

    /** 0 where the first selection wins, 2 where the last one does, 1 between them. */
    private static int outcome(Line line, int home, int away) {
        double side = switch (line.market()) {
            case TOTAL_GOALS -> home + away - line.line();
            case ASIAN_HANDICAP -> home - away + line.line();
            case BOTH_TEAMS_TO_SCORE -> home > 0 && away > 0 ? 1 : -1;
            default -> home - away;
        };
        return side > 0 ? 0 : side < 0 ? 2 : 1;
    }

    private static double[] poisson(double rate) {
        double[] chances = new double[MOST_GOALS + 1];
        chances[0] = Math.exp(-rate);
        for (int goals = 1; goals <= MOST_GOALS; goals++) {
            chances[goals] = chances[goals - 1] * rate / goals;
        }
        return chances;
    }
}
