package io.touchline.simulator.vendor;

import io.touchline.simulator.vendor.Wire.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes tables as vendors' file servers give them. */
final class Csv {

    private Csv() {}

    /**
     * With an {@code ETag} of its content and the time of its last change, for conditional requests.
     *
     * @param lines the column names first
     */
    static Answer file(List<String> lines, Instant changedAt) {
        byte[] body = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        CRC32C sum = new CRC32C();
        sum.update(body);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/csv");
        headers.put("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(changedAt.atZone(ZoneOffset.UTC)));
        headers.put("ETag", "\"" + Long.toHexString(sum.getValue()) + ':' + body.length + "\"");
        return new Answer(200, headers, body);
    }

    static Answer notFound() {
        byte[] page = "<html><head><title>404 - File not found.</title></head></html>".getBytes(StandardCharsets.UTF_8);
        return new Answer(404, Map.of("Content-Type", "text/html"), page);
    }
}
