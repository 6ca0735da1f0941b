package io.touchline.feature.catalogue;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.state.TeamView;
import java.util.concurrent.TimeUnit;

/** The group elo: Elo and pi-ratings. */
final class RatingFormulas {

    private static final long YEAR = TimeUnit.DAYS.toMillis(365);

    private final EloRating elo;
    private final PiRating pi;

    RatingFormulas(EloRating elo, PiRating pi) {
        this.elo = elo;
        this.pi = pi;
    }

    void addTo(Formulas formulas) {
        formulas.sides("elo", (side, view) -> side.view().elo());
        formulas.match("elo_difference", this::eloDifference);
        formulas.match("elo_expected_home", this::expectedHome);
        formulas.sides(
                "pi_rating",
                (side, view) -> side.atHome()
                        ? side.view().pi().home()
                        : side.view().pi().away());
        formulas.match("pi_rating_difference", this::piDifference);
        formulas.sidesAndDifference("elo_year_change", (side, view) -> yearChange(side.view(), view));
        formulas.sides(
                "elo_above_table",
                (side, view) -> side.view().elo()
                        - view.league().table(view.fixture().season()).meanElo());
        formulas.sides("elo_odds", (side, view) -> side.view().oddsElo());
        formulas.match("elo_odds_difference", this::oddsDifference);
        formulas.match("elo_odds_expected_home", this::oddsExpectedHome);
        formulas.sides(
                "elo_odds_gap",
                (side, view) -> side.view().oddsElo() - side.view().elo());
    }

    private double oddsDifference(FixtureView view) {
        double advantage = view.fixture().neutral() ? 0 : elo.homeAdvantage();
        return view.home().view().oddsElo() + advantage - view.away().view().oddsElo();
    }

    private double oddsExpectedHome(FixtureView view) {
        double away = view.away().view().oddsElo();
        return elo.expected(away + oddsDifference(view) - elo.homeAdvantage(), away);
    }

    private double eloDifference(FixtureView view) {
        double advantage = view.fixture().neutral() ? 0 : elo.homeAdvantage();
        return view.home().view().elo() + advantage - view.away().view().elo();
    }

    private double expectedHome(FixtureView view) {
        double away = view.away().view().elo();
        // the rating adds its home advantage itself
        return elo.expected(away + eloDifference(view) - elo.homeAdvantage(), away);
    }

    private double piDifference(FixtureView view) {
        return pi.expectedMargin(view.home().view().pi(), view.away().view().pi());
    }

    private static double yearChange(TeamView team, FixtureView view) {
        return team.elo() - team.eloBefore(view.fixture().kickoffAt() - YEAR);
    }
}
