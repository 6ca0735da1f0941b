package io.touchline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.store.RedisCache;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisCacheIT {

    @Test
    void keepsInRedis_andInMemoryWhileRedisIsAway() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        try (RedisCache cache = new RedisCache("redis://127.0.0.1:" + port)) {
            cache.put("match:1:live", "1-0", Duration.ofMinutes(5));
            assertThat(cache.find("match:1:live")).contains("1-0");
            assertThat(cache.count("limit:a", Duration.ofMinutes(5))).isEqualTo(1);
            assertThat(cache.count("limit:a", Duration.ofMinutes(5))).isEqualTo(2);
            assertThat(cache.problem()).isEmpty();
            redis.stop();
            cache.put("match:1:live", "2-0", Duration.ofMinutes(5));
            assertThat(cache.find("match:1:live")).contains("2-0");
            assertThat(cache.count("limit:a", Duration.ofMinutes(5))).isEqualTo(1);
            assertThat(cache.problem()).startsWith("Redis is away");
            redis.start();
            Await.until("Redis to be back", () -> {
                cache.find("match:1:live");
                return cache.problem().isEmpty();
            });
            assertThat(cache.find("match:1:live")).isEmpty();
        } finally {
            redis.stop();
        }
    }
}
