package io.touchline.platform.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds sources that fell silent about a competition while others go on telling of it. By our clock. A source that never told of the competition, or not since long, owes nothing. Told
 * once until it speaks again. Safe for many threads.
 */
public final class StalenessCheck {

    private static final int COMPETITIONS = 500;

    private final Duration silence;
    private final Duration memory;
    private final Map<String, Map<String, Voice>> voices = new Bounded<>(COMPETITIONS);

    private record Voice(Instant at, boolean told) {}

    /** Five minutes of silence; what a source said six hours ago obliges it to nothing. */
    public StalenessCheck() {
        this(Duration.ofMinutes(5), Duration.ofHours(6));
    }

    public StalenessCheck(Duration silence, Duration memory) {
        this.silence = silence;
        this.memory = memory;
    }

    /** A source told something of a competition. */
    public synchronized void seen(String source, String competition, Instant receivedAt) {
        voices.computeIfAbsent(competition, unused -> new HashMap<>()).put(source, new Voice(receivedAt, false));
    }

    /** Who is silent now. */
    public synchronized List<Finding> check(Instant now) {
        List<Finding> findings = new ArrayList<>();
        voices.forEach((competition, sources) -> {
            sources.values().removeIf(voice -> voice.at().isBefore(now.minus(memory)));
            List<String> speaking = sources.entrySet().stream()
                    .filter(each -> !isSilent(each.getValue(), now))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (speaking.isEmpty()) {
                return;
            }
            sources.replaceAll((source, voice) -> {
                if (voice.told() || !isSilent(voice, now)) {
                    return voice;
                }
                findings.add(new Finding(
                        FindingKind.SOURCE_STALE,
                        source,
                        null,
                        competition,
                        "nothing since %s while %s tells of %s"
                                .formatted(voice.at(), String.join(", ", speaking), competition),
                        null,
                        voice.at()));
                return new Voice(voice.at(), true);
            });
        });
        return findings;
    }

    private boolean isSilent(Voice voice, Instant now) {
        return voice.at().isBefore(now.minus(silence));
    }
}
