package io.touchline.ingest.normalise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The first 16 bytes of SHA-256, in hexadecimal: of bytes as they are, or of records by their Avro form, so that neither line ends nor the order of columns matter. One
 * thread at a time.
 */
public final class ContentHash {

    private static final int BYTES = 16;

    private final MessageDigest digest;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2_048);
    private @Nullable BinaryEncoder encoder;

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public String of(byte[] bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(bytes), BYTES));
    }

    public String of(SpecificRecord... records) {
        buffer.reset();
        encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
        try {
            for (SpecificRecord record : records) {
                Schema schema = record.getSchema();
                new SpecificDatumWriter<SpecificRecord>(schema).write(record, encoder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(buffer.toByteArray());
    }
}
