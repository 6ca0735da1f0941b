package io.touchline.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of an API key: never the key itself, which looks like {@code tl_<prefix>_<secret>}.
 *
 * @param prefix 8 letters and digits, by which it is found and named
 * @param hash SHA-256 of the whole key, hexadecimal; the secret has 256 random bits, so no slow hash is needed
 * @param name whose it is, for people
 * @param requestsPerMinute its limit; 0 = the gateway's default
 */
public record ApiKey(String prefix, String hash, String name, Role role, int requestsPerMinute, Instant createdAt) {

    private static final Pattern SHAPE = Pattern.compile("tl_([a-z0-9]{8})_[A-Za-z0-9_-]{43}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int PREFIX_LENGTH = 8;
    private static final int SECRET_BYTES = 32;

    /**
     * A fresh key together with what is kept of it.
     *
     * @param text the key; shown once
     */
    public record Fresh(String text, ApiKey kept) {}

    /** Makes one. */
    public static Fresh create(String name, Role role, int requestsPerMinute, Instant at, SecureRandom random) {
        StringBuilder prefix = new StringBuilder();
        for (int letter = 0; letter < PREFIX_LENGTH; letter++) {
            prefix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text =
                "tl_" + prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Fresh(text, new ApiKey(prefix.toString(), hashOf(text), name, role, requestsPerMinute, at));
    }

    /** The prefix of something that looks like a key; empty for anything else. */
    static Optional<String> prefixOf(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether this is the key, compared in constant time. */
    boolean matches(String text) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), hashOf(text).getBytes(StandardCharsets.US_ASCII));
    }

    private static String hashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
