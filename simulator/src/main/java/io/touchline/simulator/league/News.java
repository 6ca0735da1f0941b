package io.touchline.simulator.league;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What becomes known before a match, such as an injured striker, and truly changes the rates from then on. Prices move because of it.
 *
 * @param at when the first ones know
 * @param homeEffect change of the home side's log rate
 * @param awayEffect change of the away side's log rate
 */
public record News(Instant at, double homeEffect, double awayEffect) {

    /** Mean number of news a match. */
    private static final double MEAN_COUNT = 3;

    private static final double EFFECT_SPREAD = 0.08;
    private static final Duration EARLIEST = Duration.ofHours(5);
    private static final Duration LATEST = Duration.ofMinutes(3);

    static List<News> of(Match match) {
        SplittableRandom random = match.seed().with("news").random();
        List<News> news = new ArrayList<>();
        double span = EARLIEST.minus(LATEST).toSeconds();
        for (double passed = exponential(random); passed < MEAN_COUNT; passed += exponential(random)) {
            Instant at = match.kickoffAt().minus(EARLIEST).plusSeconds((long) (span * random.nextDouble()));
            news.add(new News(at, EFFECT_SPREAD * random.nextGaussian(), EFFECT_SPREAD * random.nextGaussian()));
        }
        news.sort(Comparator.comparing(News::at));
        return List.copyOf(news);
    }

    private static double exponential(SplittableRandom random) {
        return -Math.log1p(-random.nextDouble());
    }
}
