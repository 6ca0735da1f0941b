package io.touchline.ingest.connector.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.touchline.ingest.connector.openmeteo.UpcomingFixtures.Upcoming;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenMeteoAdapterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ADDRESS = "http://weather/v1/forecast?latitude=1,2";

    private final CollectedEvents told = new CollectedEvents();
    private final AskedPlaces asked = new AskedPlaces();

    private static String place(int offsetSeconds, String unit) {
        return """
            {"latitude":51.5,"longitude":-0.1,"utc_offset_seconds":%d,"hourly_units":{"temperature_2m":"%s","precipitation":"mm","wind_speed_10m":"km/h"},
            "hourly":{"time":["2026-11-21T14:00","2026-11-21T15:00","2026-11-21T16:00"],
            "temperature_2m":[8,9.5,10],"precipitation":[0,0.4,null],"wind_speed_10m":[10,12.5,14]}}""".formatted(offsetSeconds, unit);
    }

    private static Upcoming fixture(String id, String kickoff) {
        return new Upcoming(id, "eng.1", "arsenal", "Arsenal", "Fulham", Instant.parse(kickoff));
    }

    private void read(String body) throws PayloadChanged {
        new OpenMeteoAdapter(asked).read(new Payload(body.getBytes(StandardCharsets.UTF_8), NOW, NOW, ADDRESS), told);
    }

    @Test
    void theHourOfKickoff_ofEachPlaceInTheOrderAsked() throws Exception {
        asked.ask(ADDRESS, List.of(fixture("one", "2026-11-21T15:00:00Z"), fixture("other", "2026-11-21T15:30:00Z")));
        read("[" + place(0, "°C") + "," + place(3600, "°F") + "]");
        assertThat(told.rejections()).isEmpty();
        assertThat(told.events(WeatherSeen.class))
                .extracting(
                        seen -> seen.fixture().vendorId(),
                        WeatherSeen::temperatureC,
                        WeatherSeen::precipitationMm,
                        WeatherSeen::windKmh)
                .containsExactly(tuple("one", 9.5, 0.4, 12.5), tuple("other", (10 - 32) / 1.8, null, 14.0));
    }

    static List<Map.Entry<String, byte[]>> variants() {
        return List.copyOf(MalformedVariants.ofJson(place(0, "°C").getBytes(StandardCharsets.UTF_8))
                .entrySet());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void malformed_isRejectedOnce(Map.Entry<String, byte[]> variant) {
        try {
            new OpenMeteoAdapter(asked).read(new Payload(variant.getValue(), NOW, NOW, ADDRESS), told);
        } catch (PayloadChanged e) {
            assertThat(told.events()).isEmpty();
        }
        assertThat(told.rejections()).as(variant.getKey()).hasSize(1);
    }

    @Test
    void grounds_byCompetition_neverAnothersOfTheSameName(@TempDir Path folder) throws Exception {
        Grounds shipped = Grounds.shipped();
        assertThat(shipped.size()).isGreaterThan(190);
        assertThat(shipped.of("eng.1", "arsenal")).isPresent();
        assertThat(shipped.of("uefa.champions", "arsenal")).isEqualTo(shipped.of("eng.1", "arsenal"));
        assertThat(shipped.of("arg.1", "arsenal")).isEmpty();
        assertThat(shipped.of("eng.1", "barcelona")).isEmpty();

        Path users = Files.writeString(
                folder.resolve("grounds.txt"),
                "# mine\nsoccer/ENG | arsenal | 10 | 20\nsoccer/ARG | arsenal | -34.7 | -58.3 | El Viaducto\n");
        Grounds mine = Grounds.shippedWith(users);
        assertThat(mine.of("eng.1", "arsenal").orElseThrow().latitude()).isEqualTo(10);
        assertThat(mine.of("arg.1", "arsenal").orElseThrow().longitude()).isEqualTo(-58.3);
        assertThat(mine.of("uefa.champions", "arsenal")).as("two of that name").isEmpty();

        Files.writeString(users, "soccer/ENG | arsenal | 100 | 20\n");
        assertThatThrownBy(() -> Grounds.shippedWith(users))
                .hasMessageContaining("grounds.txt:1: degrees are from -90 to 90 but were 100");
    }
}
