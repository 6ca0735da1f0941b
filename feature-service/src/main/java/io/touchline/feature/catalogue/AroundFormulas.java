package io.touchline.feature.catalogue;

import io.touchline.feature.state.OpenFixture.Forecast;
import io.touchline.feature.state.SquadView;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The groups squad and weather: who can play, and in what. */
final class AroundFormulas {

    /** Degrees Celsius that suit a match, and how far from them it begins to matter. */
    private static final double MILD = 14;

    private static final double MILD_WITHIN = 10;

    private AroundFormulas() {}

    static void addTo(Formulas formulas) {
        squad(formulas, "value", SquadView::value);
        squad(formulas, "missing_value", SquadView::missingValue);
        squad(formulas, "missing_share", AroundFormulas::missingShare);
        squad(formulas, "injuries", SquadView::injuries);
        squad(formulas, "suspensions", SquadView::suspensions);
        squad(formulas, "arrivals", SquadView::arrivals);
        squad(formulas, "departures", SquadView::departures);
        squad(formulas, "spent", SquadView::spent);
        squad(formulas, "earned", SquadView::earned);
        squad(formulas, "net_spend", squad -> squad.spent() - squad.earned());
        squad(formulas, "rating", SquadView::rating);
        weather(formulas, "temperature", Forecast::temperature);
        weather(formulas, "precipitation", Forecast::precipitation);
        weather(formulas, "wind", Forecast::wind);
        weather(formulas, "extreme", weather -> Math.abs(weather.temperature() - MILD));
        weather(formulas, "impact", AroundFormulas::impact);
        formulas.match("weather_forecast_hours", view -> {
            Forecast weather = view.fixture().weather();
            return weather.at() == Long.MIN_VALUE
                    ? Double.NaN
                    : (view.fixture().kickoffAt() - weather.at()) / (double) TimeUnit.HOURS.toMillis(1);
        });
    }

    private static void squad(Formulas formulas, String name, ToDoubleFunction<SquadView> of) {
        formulas.sidesAndDifference("squad_" + name, (side, view) -> of.applyAsDouble(side.squad()));
    }

    private static double missingShare(SquadView squad) {
        return squad.value() > 0 ? squad.missingValue() / squad.value() : Double.NaN;
    }

    private static void weather(Formulas formulas, String name, ToDoubleFunction<Forecast> of) {
        formulas.match(
                "weather_" + name, view -> of.applyAsDouble(view.fixture().weather()));
    }

    /** 1 - exp(-(rain / 4 + wind / 60 + heat or cold beyond 4 to 24 degrees / 20)): 0 for a mild dry day, 0.6 for heavy rain. Our own measure. */
    private static double impact(Forecast weather) {
        double beyond = Math.max(0, Math.abs(weather.temperature() - MILD) - MILD_WITHIN);
        return 1 - Math.exp(-(weather.precipitation() / 4 + weather.wind() / 60 + beyond / 20));
    }
}
