package io.touchline.gateway.access;

/** What a caller may do; each may what those before may. */
public enum Role {
    /** Nobody has to say who he is: health, metrics, the documents, the page itself. */
    ANYONE,
    /** Matches, odds, predictions, performance. */
    READER,
    /** Alerts, recommendations, how the sources do, and links of their fixtures too. */
    TRADER,
    /** The state of the system too. */
    ADMIN;

    /** Whether a caller with this role may do what needs that one. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
