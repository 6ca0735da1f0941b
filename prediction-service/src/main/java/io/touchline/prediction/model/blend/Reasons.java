package io.touchline.prediction.model.blend;

import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.blend.Assessment.Effect;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.market.MarketModel;
import io.touchline.prediction.model.trees.TreeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why a release says what it says of a match: what pulled the home win up or down most. */
final class Reasons {

    private static final int MOST_REASONS = 5;

    /** Of all inputs of a tree model as many as could matter. */
    private static final double SMALLEST_EFFECT = 1e-4;

    private final Ensemble ensemble;

    Reasons(Ensemble ensemble) {
        this.ensemble = ensemble;
    }

    /** Each vote's pull on the home win against the usual share, by the feature it came from; of trees, by each of their inputs. */
    List<Effect> of(MatchInput match, List<Vote> votes) {
        List<Effect> effects = new ArrayList<>();
        for (Vote vote : votes) {
            double pull = vote.weight() * (vote.forecast().home() - ensemble.homeShare());
            switch (vote.model()) {
                case MarketModel.NAME -> effects.add(new Effect("market_fair_home", match.marketHome(), pull));
                case EloModel.NAME -> effects.add(new Effect("elo_difference", match.eloDifference(), pull));
                case DixonColesModel.NAME -> effects.addAll(goalReasons(match, vote, pull));
                case TreeModel.XGBOOST, TreeModel.LIGHTGBM, TreeModel.RANDOM_FOREST ->
                    effects.addAll(treeReasons(match, vote));
                default ->
                    effects.add(new Effect(
                            vote.model() + "_home_win", vote.forecast().home(), pull));
            }
        }
        return largest(effects);
    }

    /** One feature may be a reason of several models: what they say of it is one effect. */
    private static List<Effect> largest(List<Effect> found) {
        Map<String, Effect> byName = new TreeMap<>();
        found.forEach(each ->
                byName.merge(each.name(), each, (a, b) -> new Effect(a.name(), a.value(), a.effect() + b.effect())));
        List<Effect> effects = new ArrayList<>(byName.values());
        effects.sort(Comparator.comparingDouble((Effect effect) -> -Math.abs(effect.effect()))
                .thenComparing(Effect::name));
        return effects.subList(0, Math.min(MOST_REASONS, effects.size()));
    }

    /** The goal model's pull told by the two sides' attacks and defences: their sizes together are its size, their signs say whom they help. */
    private List<Effect> goalReasons(MatchInput match, Vote vote, double pull) {
        DixonColesModel.Fitted fitted =
                ensemble.dixonColes().byAssociation().get(DixonColesModel.group(match.competition()));
        if (fitted == null) {
            return List.of(new Effect(vote.model(), vote.forecast().home(), pull));
        }
        double homeAttack = fitted.fit().attack().getOrDefault(match.homeTeam(), 0.0);
        double awayAttack = fitted.fit().attack().getOrDefault(match.awayTeam(), 0.0);
        double homeDefence = fitted.fit().defence().getOrDefault(match.homeTeam(), 0.0);
        double awayDefence = fitted.fit().defence().getOrDefault(match.awayTeam(), 0.0);
        double all = Math.abs(homeAttack) + Math.abs(awayAttack) + Math.abs(homeDefence) + Math.abs(awayDefence);
        if (all == 0) {
            return List.of(new Effect(vote.model(), vote.forecast().home(), pull));
        }
        double size = Math.abs(pull) / all;
        return List.of(
                new Effect("dixon_coles_home_attack", homeAttack, size * homeAttack),
                new Effect("dixon_coles_away_attack", awayAttack, -size * awayAttack),
                new Effect("dixon_coles_home_defence", homeDefence, -size * homeDefence),
                new Effect("dixon_coles_away_defence", awayDefence, size * awayDefence));
    }

    /** Where trees begin, and by how much each known input moved them on from there, by exact Shapley values; what unknown ones did stays with the beginning. */
    private List<Effect> treeReasons(MatchInput match, Vote vote) {
        for (Model model : ensemble.models()) {
            TreeModel.Asked asked =
                    model instanceof TreeModel tree && tree.name().equals(vote.model()) ? tree.asked(match) : null;
            if (asked != null && model instanceof TreeModel tree) {
                List<Effect> effects = new ArrayList<>();
                double[] moved = tree.homeWinEffects(asked);
                double inputs = 0;
                for (int i = 0; i < moved.length; i++) {
                    if (Math.abs(moved[i]) > SMALLEST_EFFECT && !Float.isNaN(asked.row()[i])) {
                        inputs += moved[i];
                        effects.add(
                                new Effect(tree.inputNames(asked).get(i), asked.row()[i], vote.weight() * moved[i]));
                    }
                }
                double rest = vote.forecast().home() - ensemble.homeShare() - inputs;
                effects.add(
                        asked.isPriced()
                                ? new Effect("market_fair_home", match.marketHome(), vote.weight() * rest)
                                : new Effect(
                                        "strength_home_win", vote.forecast().home() - inputs, vote.weight() * rest));
                return effects;
            }
        }
        return List.of();
    }
}
