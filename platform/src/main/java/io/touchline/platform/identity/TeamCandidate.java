package io.touchline.platform.identity;

/**
 * A club that an unknown name may have meant.
 *
 * @param team the club
 * @param similarity of the names, 0 (nothing in common) to 1 (equal but for case, accents and punctuation)
 */
public record TeamCandidate(Team team, double similarity) {}
