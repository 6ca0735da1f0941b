package io.touchline.platform.csv;

import io.touchline.platform.reject.RejectReason;

/**
 * A line, or a whole file, that could not be used.
 *
 * @param reason what kind of fault
 * @param detail what was wrong, with the value, for a person
 * @param location file and line, {@code E0_2223.csv:17}; the file alone where all of it was refused
 * @param raw the bytes as they came, cut at {@link CsvFile#MAX_ROW_BYTES}
 */
public record CsvRejection(RejectReason reason, String detail, String location, byte[] raw) {}
