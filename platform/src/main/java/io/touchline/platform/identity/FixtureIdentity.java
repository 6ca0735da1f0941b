package io.touchline.platform.identity;

/** Says which of our fixtures a vendor means. Never guesses. */
@FunctionalInterface
public interface FixtureIdentity {

    /** The same reference always gives the same fixture, whatever was asked in between, unless a person linked it elsewhere. */
    Resolution resolve(FixtureRef ref);

    /** Returns when what was known at the start is here, or after a while without it. */
    default void await() throws InterruptedException {}
}
