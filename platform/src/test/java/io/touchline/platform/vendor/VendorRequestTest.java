package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorRequestTest {

    private static final URI BASE = URI.create("https://vendor.example");
    private static final Secret SECRET = new Secret("s3cret/with+signs");

    private final VendorRequest request = VendorRequest.of(
                    BASE, "/v4/odds", new LinkedHashMap<>(Map.of("markets", "h2h,totals")))
            .withSecret("apiKey", SECRET);

    @Test
    void theSecretIsSent_andNeverShown() {
        assertThat(request.uri())
                .hasToString("https://vendor.example/v4/odds?markets=h2h,totals&apiKey=s3cret%2Fwith%2Bsigns");
        assertThat(request.shown()).isEqualTo("https://vendor.example/v4/odds?markets=h2h,totals");
        assertThat(request.toString()).doesNotContain("s3cret");
        assertThat(request.clean("no route to ?apiKey=s3cret%2Fwith%2Bsigns (s3cret/with+signs)"))
                .isEqualTo("no route to ?apiKey=*** (***)");
    }

    @Test
    void aBlankSecretIsNone() {
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
