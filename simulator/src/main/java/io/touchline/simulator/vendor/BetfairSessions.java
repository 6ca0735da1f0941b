package io.touchline.simulator.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who may come in: one application key, one user, and the sessions that logins made. */
final class BetfairSessions {

    private static final Duration LIFE = Duration.ofHours(12);

    private final BetfairServer.Account account;
    private final InstantSource clock;
    private final Map<String, Instant> endsAt = new ConcurrentHashMap<>();
    private final AtomicLong made = new AtomicLong();

    BetfairSessions(BetfairServer.Account account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    boolean isKey(String appKey) {
        return appKey.equals(account.appKey());
    }

    boolean isUser(Map<String, String> form) {
        return account.user().equals(form.get("username")) && account.password().equals(form.get("password"));
    }

    String login() {
        String token = "simulated/session+" + made.incrementAndGet() + "=";
        endsAt.put(token, clock.instant().plus(LIFE));
        return token;
    }

    boolean isValid(String token) {
        Instant end = endsAt.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    /** False where there is no such session. */
    boolean keepAlive(String token) {
        if (!isValid(token)) {
            return false;
        }
        endsAt.put(token, clock.instant().plus(LIFE));
        return true;
    }

    boolean logout(String token) {
        return endsAt.remove(token) != null;
    }
}
