package io.touchline.prediction.model.blend;

import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the votes on one match. For one thread. */
final class Ballot {

    private static final int MOST = 10;

    private final Map<String, Double> weights;
    private final List<Vote> votes = new ArrayList<>(MOST);
    private double sum;

    /** With these weights by model; a model that has none counts nothing. */
    Ballot(Map<String, Double> weights) {
        this.weights = weights;
    }

    /** Adds what a model says, if anything. */
    void add(Model model, Optional<Forecast> said) {
        if (said.isPresent()) {
            double weight = weights.getOrDefault(model.name(), 0.0);
            votes.add(new Vote(model.name(), weight, said.get()));
            sum += weight;
        }
    }

    /** All, the weights of those who said nothing shared out; equal weights where nobody has any. */
    List<Vote> votes() {
        double equal = 1.0 / votes.size();
        votes.replaceAll(vote -> new Vote(vote.model(), sum > 0 ? vote.weight() / sum : equal, vote.forecast()));
        return votes;
    }
}
