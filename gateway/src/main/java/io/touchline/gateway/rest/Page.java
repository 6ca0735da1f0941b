package io.touchline.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Meaning("One part of a list.")
record Page<T>(
        @Meaning("at most as many as the limit") List<T> items,

        @Meaning("ask with it for the next part; null on the last") @Nullable String nextCursor) {

    /** The first {@code limit} of a stream, each item shown, with the place of the last one as the cursor if more follow. */
    static <S, T> Page<T> of(Stream<S> rest, int limit, Function<S, String> place, Function<S, T> show) {
        List<S> found = rest.limit(limit + 1L).toList();
        List<S> part = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                part.stream().map(show).toList(), found.size() > limit ? seal(place.apply(part.getLast())) : null);
    }

    /** A part of a list that is ranked anew for each question; the cursor counts. */
    static <T> Page<T> ranked(List<T> all, int limit, @Nullable String cursor) {
        int from = 0;
        if (cursor != null) {
            try {
                from = Integer.parseInt(open(cursor));
            } catch (NumberFormatException e) {
                throw foreign();
            }
        }
        int first = Math.clamp(from, 0, all.size());
        int end = Math.min(all.size(), first + limit);
        return new Page<>(List.copyOf(all.subList(first, end)), end < all.size() ? seal(Integer.toString(end)) : null);
    }

    /** What a cursor holds. */
    static String open(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    static ProblemException foreign() {
        return ProblemException.badParameter("cursor", "is not one that this list gave");
    }

    private static String seal(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
