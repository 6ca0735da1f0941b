package io.touchline.prediction.model.blend;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the votes on one match. The weight of a model that says nothing is shared out among the others; that of one that knows the bookmakers' prices among those that do, where the market votes: in a
 * league that has no trees yet the market speaks for them, not what results alone teach. For one thread.
 */
final class Ballot {

    private static final int MOST = 10;

    private final BlendWeights all;
    private final Cutoff cutoff;
    private final boolean isQuoted;
    private final Map<String, Double> weights;
    private final List<Vote> votes = new ArrayList<>(MOST);
    private double sum;

    /**
     * With these weights; a model that has none counts nothing.
     *
     * @param isQuoted whether the market will vote
     */
    Ballot(BlendWeights all, Cutoff cutoff, boolean isQuoted) {
        this.all = all;
        this.cutoff = cutoff;
        this.isQuoted = isQuoted;
        this.weights = all.at(cutoff, isQuoted);
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
        if (isQuoted && votes.size() < MOST) {
            inherit();
        }
        double equal = 1.0 / votes.size();
        votes.replaceAll(vote -> new Vote(vote.model(), sum > 0 ? vote.weight() / sum : equal, vote.forecast()));
        return votes;
    }

    private void inherit() {
        double knowing = 0;
        for (Vote vote : votes) {
            knowing += BlendWeights.knowsPrices(vote.model(), cutoff) ? vote.weight() : 0;
        }
        double silent = all.ofPrices(cutoff) - knowing;
        if (knowing > 0 && silent > 0) {
            double grown = (knowing + silent) / knowing;
            votes.replaceAll(vote -> BlendWeights.knowsPrices(vote.model(), cutoff)
                    ? new Vote(vote.model(), vote.weight() * grown, vote.forecast())
                    : vote);
            sum += silent;
        }
    }
}
