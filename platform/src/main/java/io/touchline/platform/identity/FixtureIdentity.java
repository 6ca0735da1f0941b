package io.touchline.platform.identity;

/** Says which of our fixtures a vendor means. Never guesses. */
@FunctionalInterface
public interface FixtureIdentity {

    /** The same reference always gives the same fixture, whatever was asked in between, unless a person linked it elsewhere. */
    Resolution resolve(FixtureRef ref);
}
