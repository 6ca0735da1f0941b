package io.touchline.gateway.access;

/**
 * Somebody who has been let in.
 *
 * @param id short name of his key or pass, fit for a log; never the key itself
 * @param requestsPerMinute his limit, above 0
 */
public record Caller(String id, Role role, int requestsPerMinute) {

    /** The exchange's attribute that holds the caller. */
    public static final String ATTRIBUTE = Caller.class.getName();
}
