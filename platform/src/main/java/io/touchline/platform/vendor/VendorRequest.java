package io.touchline.platform.vendor;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GET request. Parameters keep their order; a secret one is sent, but never shown.
 *
 * @param base address of the vendor, without a trailing slash
 * @param path starts with a slash
 * @param parameters of the query
 * @param secretName query parameter or header of the secret; null where there is none
 * @param secret its value; null where there is none
 * @param secretInHeader whether {@code secretName} is a header; false: a query parameter
 */
public record VendorRequest(
        URI base,
        String path,
        Map<String, String> parameters,
        @Nullable String secretName,
        @Nullable Secret secret,
        boolean secretInHeader) {

    public VendorRequest {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** Without secret. */
    public static VendorRequest of(URI base, String path, Map<String, String> parameters) {
        return new VendorRequest(base, path, parameters, null, null, false);
    }

    /** With a secret in a query parameter. */
    public VendorRequest withSecret(String name, Secret value) {
        return new VendorRequest(base, path, parameters, name, value, false);
    }

    /** With a secret in a header, such as {@code X-Auth-Token}. */
    public VendorRequest withSecretHeader(String name, Secret value) {
        return new VendorRequest(base, path, parameters, name, value, true);
    }

    /** The address without any secret, for people, logs and {@code Rejection.location}. */
    public String shown() {
        return address(parameters);
    }

    URI uri() {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (secretName != null && secret != null && !secretInHeader) {
            all.put(secretName, secret.value());
        }
        return URI.create(address(all));
    }

    /** The text without the secret. */
    String clean(String text) {
        return secret == null ? text : secret.removedFrom(text);
    }

    private String address(Map<String, String> query) {
        StringBuilder address = new StringBuilder(base.toString()).append(path);
        char mark = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            address.append(mark).append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            mark = '&';
        }
        return address.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
