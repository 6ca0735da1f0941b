package io.touchline.ingest.connector.clubelo;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorEvent.RatingSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.testkit.CollectedEvents;
import io.touchline.testkit.MalformedVariants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClubEloAdapterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final String COLUMNS = "Rank,Club,Country,Level,Elo,From,To\n";

    private final CollectedEvents told = new CollectedEvents();

    private void read(byte[] body) throws PayloadChanged {
        new ClubEloAdapter().read(new Payload(body, NOW, NOW, "http://elo/2026-11-21"), told);
    }

    @Test
    void aRowIsARating_whicheverTheOrderOfTheColumns() throws Exception {
        read("\uFEFFElo,Club,Rank,Level,Country,To,From\n1700.25,Owls,None,0,SIM,2026-11-24,2026-11-20\n\n\n"
                .getBytes(StandardCharsets.UTF_8));
        RatingSeen rating = told.events(RatingSeen.class).getFirst();
        assertThat(rating.team().name()).isEqualTo("Owls");
        assertThat(rating.country()).isEqualTo("SIM");
        assertThat(rating.rating()).isEqualTo(1700.25);
        assertThat(rating.fromAt()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(rating.untilAt()).as("the last day counts").isEqualTo("2026-11-25T00:00:00Z");
        assertThat(told.rejections()).isEmpty();
    }

    @Test
    void rowsThatAreNone() throws Exception {
        read((COLUMNS
                        + "1,Owls,SIM,1,nan,2026-11-20,2026-11-24\n"
                        + "2,,SIM,1,1500,2026-11-20,2026-11-24\n"
                        + "3,Foxes,SIM,1,1500,2026-11-31,2026-11-24\n"
                        + "4,Larks,SIM,1,-3,2026-11-20,2026-11-24\n"
                        + "5,Mules,SIM,1,1500,,\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(told.reasons())
                .containsExactly(
                        RejectReason.VALUE_OUT_OF_RANGE,
                        RejectReason.MISSING_FIELD,
                        RejectReason.BROKEN_DATE,
                        RejectReason.VALUE_OUT_OF_RANGE);
        assertThat(told.events(RatingSeen.class))
                .extracting(rating -> rating.team().name())
                .containsExactly("Mules");
    }

    static List<Map.Entry<String, byte[]>> variants() {
        StringBuilder good = new StringBuilder(COLUMNS);
        IntStream.range(0, 31)
                .forEach(i -> good.append(i)
                        .append(",Club ")
                        .append(i)
                        .append(",SIM,1,1")
                        .append(500 + i)
                        .append(".25,2026-11-20,2026-11-24\n"));
        return List.copyOf(
                MalformedVariants.ofCsv(good.append("\n\n").toString().getBytes(StandardCharsets.UTF_8))
                        .entrySet());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void malformed_isRejectedOnce(Map.Entry<String, byte[]> variant) {
        try {
            read(variant.getValue());
        } catch (PayloadChanged e) {
            assertThat(told.events()).isEmpty();
        }
        assertThat(told.rejections()).as(variant.getKey()).hasSize(1);
    }
}
