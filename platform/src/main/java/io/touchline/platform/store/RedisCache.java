package io.touchline.platform.store;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In Redis; while Redis is away, in memory, asking again at most once in five seconds. */
public final class RedisCache implements Cache {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCache.class);
    private static final Duration CALL_LIMIT = Duration.ofMillis(500);
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final RedisClient client;
    private final MemoryCache memory = new MemoryCache();
    private @Nullable StatefulRedisConnection<String, String> connection;
    private volatile String problem = "";
    private volatile long awayUntilNanos = System.nanoTime();

    /** Connects at the first call. */
    public RedisCache(String url) {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(CALL_LIMIT);
        client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    @Override
    public Optional<String> find(String key) {
        return on(redis -> Optional.ofNullable(redis.get(key)), cache -> cache.find(key));
    }

    @Override
    public void put(String key, String text, Duration lifetime) {
        on(redis -> redis.set(key, text, SetArgs.Builder.px(lifetime.toMillis())), cache -> {
            cache.put(key, text, lifetime);
            return "";
        });
    }

    @Override
    public long count(String key, Duration lifetime) {
        return on(
                redis -> {
                    long count = redis.incr(key);
                    if (count == 1) {
                        redis.pexpire(key, lifetime.toMillis());
                    }
                    return count;
                },
                cache -> cache.count(key, lifetime));
    }

    @Override
    public void remove(String key) {
        on(redis -> redis.del(key), cache -> {
            cache.remove(key);
            return 0L;
        });
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    private <T> T on(Function<RedisCommands<String, String>, T> redis, Function<MemoryCache, T> otherwise) {
        if (System.nanoTime() - awayUntilNanos >= 0) {
            try {
                T result = redis.apply(commands());
                if (!problem.isEmpty()) {
                    LOG.info("Redis is back");
                    problem = "";
                }
                return result;
            } catch (RedisException e) {
                if (problem.isEmpty()) {
                    LOG.warn("Redis is away, the cache is in memory meanwhile: {}", e.toString());
                }
                problem = "Redis is away: " + e.getMessage();
                awayUntilNanos = System.nanoTime() + ASK_AGAIN_NANOS;
            }
        }
        return otherwise.apply(memory);
    }

    private synchronized RedisCommands<String, String> commands() {
        StatefulRedisConnection<String, String> now = connection;
        if (now == null) {
            now = client.connect();
            connection = now;
        }
        return now.sync();
    }
}
