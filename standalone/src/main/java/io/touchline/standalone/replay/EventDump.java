package io.touchline.standalone.replay;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.topic.RecordJson;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Quote;
import io.touchline.schema.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes normalised events as JSON lines: {@code type}, {@code source}, {@code fixtureId} (null where the fixture has no name of ours), the vendor's words for the fixture, {@code at}, and whatever the
 * event has itself.
 */
final class EventDump implements AutoCloseable {

    private static final int RAW_SHOWN = 1_000;

    private final @Nullable BufferedWriter writer;
    private final StringBuilder line = new StringBuilder(512);

    private EventDump(@Nullable BufferedWriter writer) {
        this.writer = writer;
    }

    /** To a file, or nowhere. */
    static EventDump to(Optional<Path> file) throws IOException {
        return new EventDump(file.isEmpty() ? null : Files.newBufferedWriter(file.get()));
    }

    void write(Normalised event) {
        if (writer == null) {
            return;
        }
        Map<String, @Nullable Object> fields = begin(event.type(), event.known(), event.at());
        switch (event.value()) {
            case MatchState state -> {
                MatchEvent cause = state.getEvent();
                if (cause != null) {
                    fields.put("side", cause.getSide());
                    fields.put("eventMinute", cause.getMinute());
                    fields.put("player", cause.getPlayer());
                    fields.put("detail", cause.getDetail());
                }
                record(state, fields);
            }
            case IndexedRecord record -> record(record, fields);
            case Record other -> components(other, fields);
            default -> fields.put("value", event.value().toString());
        }
        end(fields);
    }

    /** What could not be used, with the beginning of its bytes. */
    void rejection(Rejection rejection) {
        if (writer != null) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("reason", rejection.getReason());
            fields.put("detail", rejection.getDetail());
            fields.put("location", rejection.getLocation());
            fields.put("candidates", rejection.getCandidates());
            fields.put("observedAt", rejection.getObservedAt());
            ByteBuffer raw = rejection.getRaw().duplicate();
            raw.limit(raw.position() + Math.min(raw.remaining(), RAW_SHOWN));
            fields.put("raw", StandardCharsets.UTF_8.decode(raw).toString());
            end(fields);
        }
    }

    /** One odds value. */
    void price(
            @Nullable Known known,
            OddsUpdate update,
            Quote quote,
            String selection,
            String side,
            double odds,
            @Nullable Double size) {
        if (writer != null) {
            Map<String, @Nullable Object> fields = quoted("PRICE", known, update, quote);
            fields.put("selection", selection);
            fields.put("side", side);
            fields.put("odds", odds);
            fields.put("size", size);
            end(fields);
        }
    }

    /** A quote that offers nothing: suspended, or an empty side of an exchange. */
    void quote(@Nullable Known known, OddsUpdate update, Quote quote) {
        if (writer != null) {
            end(quoted("QUOTE_WITHOUT_PRICE", known, update, quote));
        }
    }

    private static Map<String, @Nullable Object> quoted(
            String type, @Nullable Known known, OddsUpdate update, Quote quote) {
        Map<String, @Nullable Object> fields = begin(type, known, update.getObservedAt());
        fields.put("inPlay", update.getInPlay());
        fields.put("sourceSequence", update.getSourceSequence());
        fields.put("bookmaker", quote.getBookmaker());
        fields.put("market", quote.getMarket());
        fields.put("line", quote.getLine());
        fields.put("suspended", quote.getSuspended());
        fields.put("quotedAt", quote.getObservedAt());
        return fields;
    }

    private static Map<String, @Nullable Object> begin(String type, @Nullable Known known, Instant at) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        if (known != null) {
            FixtureRef ref = known.ref();
            fields.put("source", ref.source());
            fields.put("fixtureId", known.id() == null ? null : known.key());
            fields.put("vendorFixtureId", ref.vendorId());
            fields.put("sport", ref.sport());
            fields.put(
                    "competition",
                    known.match() != null
                            ? known.match().competition().code()
                            : ref.competition() != null ? ref.competition() : ref.competitionName());
            fields.put("home", name(ref.home()));
            fields.put("away", name(ref.away()));
            fields.put("kickoffAt", ref.kickoffAt());
        }
        fields.put("at", at);
        return fields;
    }

    private static @Nullable String name(@Nullable TeamRef team) {
        return team == null ? null : team.name();
    }

    private static void record(IndexedRecord record, Map<String, @Nullable Object> fields) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!field.name().equals("event")
                    && !field.name().equals("emittedAt")
                    && !fields.containsKey(field.name())) {
                fields.put(field.name(), record.get(field.pos()));
            }
        }
    }

    private static void components(Record record, Map<String, @Nullable Object> fields) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.getName().equals("fixture")
                    && !component.getName().equals("observedAt")
                    && !fields.containsKey(component.getName())) {
                try {
                    Object value = component.getAccessor().invoke(record);
                    fields.put(component.getName(), value instanceof TeamRef team ? team.name() : value);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("cannot read " + component, e);
                }
            }
        }
    }

    private void end(Map<String, @Nullable Object> fields) {
        line.setLength(0);
        RecordJson.write(fields, line);
        line.append('\n');
        try {
            if (writer != null) {
                writer.append(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the dump", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
