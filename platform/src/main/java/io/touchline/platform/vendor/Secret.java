package io.touchline.platform.vendor;

/**
 * A key or password. Its text form says nothing.
 *
 * @param value the secret itself, for the wire alone
 */
public record Secret(String value) {

    static final String SHOWN = "***";

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    /** The text without the secret in it, raw or as it stands in an address. */
    String removedFrom(String text) {
        return text.replace(value, SHOWN).replace(VendorRequest.encode(value), SHOWN);
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}
