package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.VendorEvent.FeedSeen;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.schema.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A vendor whose payloads are lines: {@code 7 12.5} is 12.5 degrees at fixture 7, {@code bad x} cannot be used, {@code down} is the feed's own word. */
class IntakeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, FixtureId> names = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private final Intake intake = new Intake(
            new Lines(),
            new Intake.Parts(
                    this::resolve,
                    new Heard(),
                    new Rejections(() -> NOON, rejections::add),
                    (source, payload) -> recorded.add(source + " " + text(payload)),
                    IntakeCounts.NONE,
                    false));

    @Test
    void tells_whatIsMatched_andRecordsEveryPayload() throws Exception {
        names.put("7", fixture("arsenal", "wolves"));

        take("7 12.5", 0);

        assertThat(told).containsExactly("soccer:eng.1:2025-26:arsenal:wolves 12.5");
        assertThat(recorded).containsExactly("lines 7 12.5");
        assertThat(rejections).isEmpty();
    }

    @Test
    void holds_whatNobodyCanName_rejectsItOnce_andTellsItInOrderOnceLinked() throws Exception {
        take("7 12.5", 0);
        take("7 13.0", 1);
        assertThat(told).containsExactly("lines:7? 12.5", "lines:7? 13.0");
        assertThat(rejections).hasSize(1);
        assertThat(rejections.getFirst().getReason()).isEqualTo("UNKNOWN_FIXTURE");
        assertThat(rejections.getFirst().getLocation()).endsWith("#lines:7");
        told.clear();

        names.put("7", fixture("arsenal", "wolves"));
        intake.linked("lines:7");
        take("7 14.0", 2);

        assertThat(told)
                .containsExactly(
                        "soccer:eng.1:2025-26:arsenal:wolves 12.5",
                        "soccer:eng.1:2025-26:arsenal:wolves 13.0",
                        "soccer:eng.1:2025-26:arsenal:wolves 14.0");
    }

    @Test
    void looksAgain_whenTheFixtureBecameKnownMeanwhile() throws Exception {
        take("7 12.5", 0);
        names.put("7", fixture("arsenal", "wolves"));
        told.clear();

        take("7 13.0", 60);

        assertThat(told)
                .containsExactly(
                        "soccer:eng.1:2025-26:arsenal:wolves 12.5", "soccer:eng.1:2025-26:arsenal:wolves 13.0");
    }

    @Test
    void rejectsTheSameFaultOnce_andAnotherAgain() throws Exception {
        take("bad x", 0);
        take("bad x", 1);
        take("bad y", 2);

        assertThat(rejections).extracting(Rejection::getDetail).containsExactly("bad x", "bad y");
    }

    @Test
    void rejectsAnUnreadablePayloadEveryTime_alsoWhereTheAdapterFails() {
        assertThatThrownBy(() -> take("boom", 0)).isInstanceOf(PayloadChanged.class);
        assertThatThrownBy(() -> take("boom", 1)).isInstanceOf(PayloadChanged.class);

        assertThat(rejections)
                .extracting(Rejection::getReason)
                .containsExactly("UNREADABLE_PAYLOAD", "UNREADABLE_PAYLOAD");
    }

    @Test
    void tellsTheFeedsOwnWord() throws Exception {
        List<Boolean> healthy = new ArrayList<>();
        intake.onFeed(feed -> healthy.add(feed.healthy()));

        take("down", 0);

        assertThat(healthy).containsExactly(false);
    }

    private void take(String line, int seconds) throws PayloadChanged {
        Instant at = NOON.plusSeconds(seconds);
        intake.take(new Payload(line.getBytes(StandardCharsets.UTF_8), at, at, "test"));
    }

    private Resolution resolve(FixtureRef ref) {
        FixtureId id = names.get(ref.vendorId());
        if (id == null) {
            return new Resolution.Unmatched(RejectReason.UNKNOWN_FIXTURE, "nobody knows " + ref.vendorId(), List.of());
        }
        return new Resolution.Matched(
                id,
                Competitions.get("eng.1"),
                new Season(2025, false),
                new Team("soccer/ENG", id.home(), "Arsenal", List.of()),
                new Team("soccer/ENG", id.away(), "Wolves", List.of()),
                1);
    }

    private static FixtureId fixture(String home, String away) {
        return new FixtureId("soccer:eng.1:2025-26:" + home + ":" + away);
    }

    private static String text(Payload payload) {
        return new String(payload.body(), StandardCharsets.UTF_8);
    }

    private final class Heard implements Normaliser {

        @Override
        public boolean reads(VendorEvent event) {
            return event instanceof WeatherSeen;
        }

        @Override
        public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
            if (known != null && event instanceof WeatherSeen weather) {
                told.add(known.key() + (known.match() == null ? "? " : " ") + weather.temperatureC());
            }
        }

        @Override
        public void flush() {}
    }

    private static final class Lines implements Vendor, Adapter {

        @Override
        public SourceDescriptor descriptor() {
            return new SourceDescriptor(
                    "lines",
                    "Lines",
                    List.of("ingest"),
                    List.of("soccer"),
                    "",
                    "",
                    "",
                    "",
                    "",
                    Duration.ofSeconds(10),
                    1);
        }

        @Override
        public Adapter adapter() {
            return this;
        }

        @Override
        public void read(Payload payload, EventSink sink) {
            String[] words = text(payload).split(" ");
            switch (words[0]) {
                case "boom" -> throw new IllegalStateException("boom");
                case "bad" -> sink.rejected(RejectReason.MISSING_FIELD, text(payload), "line", null, null);
                case "down" -> sink.event(new FeedSeen(payload.observedAt(), false, "late"));
                default ->
                    sink.event(new WeatherSeen(
                            new FixtureRef(
                                    "lines",
                                    words[0],
                                    "soccer",
                                    "eng.1",
                                    null,
                                    null,
                                    null,
                                    TeamRef.of("Arsenal"),
                                    TeamRef.of("Wolves"),
                                    NOON,
                                    true,
                                    null),
                            payload.observedAt(),
                            Double.valueOf(words[1]),
                            null,
                            null));
            }
        }
    }
}
