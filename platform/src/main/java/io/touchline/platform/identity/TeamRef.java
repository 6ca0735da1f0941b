package io.touchline.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a vendor calls a team.
 *
 * @param name its longest name, as it came
 * @param shortName another name of it; null where there is none
 * @param vendorId the vendor's id; null where it gives none
 */
public record TeamRef(
        String name, @Nullable String shortName, @Nullable String vendorId) {

    /** By its name alone. */
    public static TeamRef of(String name) {
        return new TeamRef(name, null, null);
    }
}
