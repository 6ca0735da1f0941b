package io.touchline.ingest.connector.understat;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.vendor.JsonPayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The matches of a season as far as the connector has to know them: which are over, and whether what is told of them has changed.
 *
 * @param finished those with a result, oldest first as Understat lists them
 */
record UnderstatSeason(List<Finished> finished) {

    /**
     * One that is over.
     *
     * @param state its goals and xG as told; another text means that the shots were corrected
     */
    record Finished(String id, Instant kickoffAt, String state) {}

    /** Of a page; null where it has no fixtures in it, as since December 2025. */
    static @Nullable UnderstatSeason ofPage(byte[] page) {
        byte[] dates =
                UnderstatPage.data(new String(page, StandardCharsets.UTF_8)).get("datesData");
        JsonNode read = dates == null ? null : read(dates);
        return read == null ? null : of(read);
    }

    /** Of the JSON; without matches where it cannot be read. */
    static UnderstatSeason ofData(byte[] body) {
        JsonNode read = read(body);
        return of(read == null ? JsonPayload.MAPPER.createArrayNode() : read.path("dates"));
    }

    private static UnderstatSeason of(JsonNode dates) {
        List<Finished> finished = new ArrayList<>();
        for (JsonNode match : dates) {
            String id = Words.find(match, "id");
            String at = Words.find(match, "datetime");
            Instant kickoffAt = at == null ? null : UnderstatLeagues.time(at);
            if (id != null
                    && id.matches("[0-9]{1,12}")
                    && kickoffAt != null
                    && match.path("isResult").asBoolean(false)) {
                finished.add(new Finished(
                        id,
                        kickoffAt,
                        match.path("goals").toString() + match.path("xG").toString()));
            }
        }
        return new UnderstatSeason(List.copyOf(finished));
    }

    private static @Nullable JsonNode read(byte[] json) {
        try {
            return JsonPayload.MAPPER.readTree(json);
        } catch (JacksonException e) {
            return null;
        }
    }
}
