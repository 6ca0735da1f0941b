package io.touchline.ingest.connector.clubelo;

import io.touchline.ingest.connector.xg.Words;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.RatingSeen;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Club Elo's table of a day or of a club: one rating a row. The lines without anything at its end are its way to end. */
final class ClubEloAdapter implements Adapter {

    static final String SOURCE = "clubelo";

    private static final List<String> COLUMNS = List.of("Club", "Country", "Elo", "From", "To");
    private static final double LOWEST = 0;
    private static final double HIGHEST = 5_000;

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        CsvFile file = CsvFile.read(payload.location(), payload.body());
        if (file.header().size() > 0) {
            for (String column : COLUMNS) {
                if (!file.header().has(column)) {
                    throw JsonPayload.unusable(RejectReason.UNKNOWN_HEADER, "no column " + column, payload, sink);
                }
            }
            if (file.lines() == 0 && payload.body()[payload.body().length - 1] != '\n') {
                throw JsonPayload.unusable(
                        RejectReason.UNREADABLE_PAYLOAD, "the table breaks off in its first line", payload, sink);
            }
        }
        for (CsvRejection rejection : file.rejections()) {
            if (rejection.reason() != RejectReason.EMPTY_ROW) {
                sink.rejected(
                        rejection.reason(),
                        rejection.detail(),
                        file.header().size() == 0
                                ? ""
                                : "line "
                                        + rejection
                                                .location()
                                                .substring(rejection.location().lastIndexOf(':') + 1),
                        rejection.raw(),
                        null);
            }
        }
        if (file.header().size() == 0) {
            throw new PayloadChanged("no table at " + payload.location());
        }
        for (CsvRow row : file.rows()) {
            try {
                sink.event(rating(row, payload.observedAt()));
            } catch (Unusable e) {
                sink.rejected(e.reason(), e.detail(), "line " + row.line(), row.raw(), null);
            }
        }
    }

    private static RatingSeen rating(CsvRow row, Instant observedAt) throws Unusable {
        if (row.breaksOff()) {
            throw new Unusable(RejectReason.RAGGED_ROW, "the table breaks off in this line");
        }
        String club = row.find("Club");
        String country = row.find("Country");
        Double rating = Words.number("Elo", row.find("Elo"));
        if (club == null || country == null || rating == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "a row without club, country or rating");
        }
        if (!(rating > LOWEST && rating < HIGHEST)) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, "a rating that is none: " + rating);
        }
        LocalDate from = day(row.find("From"));
        LocalDate to = day(row.find("To"));
        return new RatingSeen(
                observedAt, country, TeamRef.of(club), rating, start(from), start(to == null ? null : to.plusDays(1)));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String text) throws Unusable {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, "no such day: " + text);
        }
    }
}
