package io.touchline.simulator.league;

import java.util.SplittableRandom;

/**
 * A source of chance with a name: the same path of names always gives the same numbers, in whatever order they are asked for.
 *
 * @param value the state reached so far
 */
public record Seed(long value) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A further name on the path. */
    public Seed with(String part) {
        long state = value;
        for (int i = 0; i < part.length(); i++) {
            state = mix(state ^ part.charAt(i));
        }
        return new Seed(mix(state + GOLDEN));
    }

    /** A further number on the path. */
    public Seed with(long part) {
        return new Seed(mix(value + GOLDEN * (part + 1)));
    }

    /** A generator that starts here. */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** One number from 0 (included) to 1 (excluded). */
    public double uniform() {
        return (mix(value) >>> 11) * 0x1.0p-53;
    }

    /** One number of the standard normal distribution. */
    public double normal() {
        return random().nextGaussian();
    }

    /** The finaliser of SplitMix64: Steele, Lea, Flood (2014), Fast splittable pseudorandom number generators. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
