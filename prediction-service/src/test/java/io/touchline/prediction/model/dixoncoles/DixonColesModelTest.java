package io.touchline.prediction.model.dixoncoles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.DixonColes;
import io.touchline.domain.goals.DixonColesFit;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.domain.goals.ScoredMatch;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.ModelContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DixonColesModelTest extends ModelContract {

    private static final DixonColesModel MODEL = fitted();

    private static DixonColesModel fitted() {
        Random random = new Random(9);
        List<ScoredMatch> matches = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Instant at = Instant.parse("2022-08-01T15:00:00Z");
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    if (i != j) {
                        matches.add(
                                new ScoredMatch("team-0" + i, "team-0" + j, random.nextInt(4), random.nextInt(3), at));
                        counts.merge("team-0" + i, 1, Integer::sum);
                        counts.merge("team-0" + j, 1, Integer::sum);
                    }
                }
            }
        }
        matches.add(new ScoredMatch("team-00", "newcomer", 1, 1, at));
        counts.put("newcomer", 1);
        DixonColesFit fit = DixonColes.fit(matches, new DixonColesSettings(390, 2, true));
        return new DixonColesModel(Map.of("soccer/ENG", new DixonColesModel.Fitted(fit, counts)));
    }

    @Override
    protected DixonColesModel dixonColes() {
        return MODEL;
    }

    @Override
    protected Model model() {
        return MODEL;
    }

    @Test
    void grid_isThatOfItsRates() {
        MatchInput input = input("team-01", "team-02");
        DixonColesFit fit = MODEL.byAssociation().get("soccer/ENG").fit();
        DixonColesFit.Rates rates = fit.rates("team-01", "team-02").orElseThrow();
        ScoreGrid grid = MODEL.grid(input).orElseThrow();
        assertThat(grid.homeRate()).isEqualTo(rates.home());
        assertThat(MODEL.forecast(input).orElseThrow().home()).isCloseTo(grid.homeWin(), within(1e-12));
        assertThat(MODEL.forecast(input).orElseThrow().over25()).isCloseTo(grid.over(2.5), within(1e-12));
        assertThat(MODEL.knownMatches(input)).isEqualTo(72);
    }

    @Test
    void noVote_onATeamThatItHardlyKnows() {
        assertThat(MODEL.forecast(input("team-01", "newcomer"))).isEmpty();
        assertThat(MODEL.forecast(input("team-01", "stranger"))).isEmpty();
        assertThat(MODEL.knownMatches(input("team-01", "newcomer"))).isEqualTo(1);
        assertThat(DixonColesModel.untrained().forecast(input("team-01", "team-02")))
                .isEmpty();
        assertThat(DixonColesModel.untrained().knownMatches(input("team-01", "team-02")))
                .isZero();
    }

    @Test
    void group_isTheAssociation() {
        assertThat(DixonColesModel.group("eng.1")).isEqualTo("soccer/ENG").isEqualTo(DixonColesModel.group("eng.2"));
        assertThat(DixonColesModel.group("mars.1")).isEqualTo("mars.1");
    }

    private static MatchInput input(String home, String away) {
        return new MatchInput(
                "eng.1", home, away, Cutoff.OPENING, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
