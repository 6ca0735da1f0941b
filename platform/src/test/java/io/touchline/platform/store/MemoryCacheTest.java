package io.touchline.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {

    private final MemoryCache cache = new MemoryCache();

    @Test
    void keepsAndForgets() {
        cache.put("match:1:odds", "first", Duration.ofMinutes(1));
        cache.put("match:1:odds", "second", Duration.ofMinutes(1));
        assertThat(cache.find("match:1:odds")).contains("second");
        cache.remove("match:1:odds");
        assertThat(cache.find("match:1:odds")).isEmpty();
        cache.put("gone", "at once", Duration.ofNanos(1));
        assertThat(cache.find("gone")).isEmpty();
    }

    @Test
    void counts() {
        assertThat(cache.count("key-1", Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(cache.count("key-1", Duration.ofMinutes(1))).isEqualTo(2);
        assertThat(cache.count("key-2", Duration.ofMinutes(1))).isEqualTo(1);
    }
}
