package io.touchline.domain.goals;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A fitted model: log of the home side's rate = base + home + attack(home) + defence(away); of the away side's = base + attack(away) +
 * defence(home). Attacks sum to 0 and so do defences; a good defence is negative.
 *
 * @param attack log of goals scored relative to the average team, by team id
 * @param defence log of goals conceded relative to the average team, by team id
 * @param base log of the average away side's goals
 * @param home log of the home advantage
 * @param rho correlation of low scores; 0 where not fitted
 * @param logLikelihood of the weighted matches, without the shrinkage's part
 * @param matches how many were used
 * @param steps of Newton's method
 */
public record DixonColesFit(
        Map<String, Double> attack,
        Map<String, Double> defence,
        double base,
        double home,
        double rho,
        double logLikelihood,
        int matches,
        int steps) {

    public DixonColesFit {
        attack = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(attack)));
        defence = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(defence)));
        if (!attack.keySet().equals(defence.keySet())) {
            throw new IllegalArgumentException("every team has an attack and a defence");
        }
    }

    /** Expected goals of both sides; empty where a team is unknown. */
    public Optional<Rates> rates(String homeTeam, String awayTeam) {
        Double homeAttack = attack.get(homeTeam);
        Double awayAttack = attack.get(awayTeam);
        Double homeDefence = defence.get(homeTeam);
        Double awayDefence = defence.get(awayTeam);
        if (homeAttack == null || awayAttack == null || homeDefence == null || awayDefence == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Rates(Math.exp(base + home + homeAttack + awayDefence), Math.exp(base + awayAttack + homeDefence)));
    }

    /** Expected goals of a match. */
    public record Rates(double home, double away) {}
}
