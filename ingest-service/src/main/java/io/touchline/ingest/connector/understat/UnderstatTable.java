package io.touchline.ingest.connector.understat;

import io.touchline.ingest.connector.understat.UnderstatAdapter.Context;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.util.List;

/** Shots saved as a table, with the names of the JSON fields as columns. */
final class UnderstatTable {

    private static final List<String> COLUMNS =
            List.of("id", "minute", "result", "X", "Y", "xG", "h_a", "match_id", "h_team", "a_team", "date");

    private UnderstatTable() {}

    /** Whether a text that begins so may be a table of shots. */
    static boolean isOne(String head) {
        String line = head.lines().findFirst().orElse("");
        return line.contains(",") && line.contains("minute") && line.contains("xG");
    }

    static void read(Payload payload, Context context, UnderstatMatches matches) throws PayloadChanged {
        CsvFile file = CsvFile.read(payload.location(), payload.body());
        for (String column : COLUMNS) {
            if (!file.header().has(column) && file.rejections().isEmpty()) {
                throw JsonPayload.unusable(RejectReason.UNKNOWN_HEADER, "no column " + column, payload, context.sink());
            }
        }
        for (CsvRejection rejection : file.rejections()) {
            context.sink()
                    .rejected(
                            rejection.reason(), rejection.detail(), place(rejection.location()), rejection.raw(), null);
        }
        if (file.header().size() == 0) {
            throw new PayloadChanged("no table at " + payload.location());
        }
        for (CsvRow row : file.rows()) {
            matches.shot(row::find, null, "line " + row.line(), row::raw, context);
        }
    }

    private static String place(String location) {
        return "line " + location.substring(location.lastIndexOf(':') + 1);
    }
}
