package io.touchline.schema.serde;

import java.io.OutputStream;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Where a thread writes its records, one after the other, with the encoder that goes with it. */
final class WriteBuffer extends OutputStream {

    /** A buffer that one large record made larger than this is not kept. */
    private static final int LARGEST_KEPT = 256 * 1024;

    private static final int USUAL = 4 * 1024;
    private static final ThreadLocal<WriteBuffer> OF_THREAD = ThreadLocal.withInitial(WriteBuffer::new);

    private byte[] bytes = new byte[USUAL];
    private int size;
    private @Nullable BinaryEncoder encoder;

    static WriteBuffer ofThisThread() {
        return OF_THREAD.get();
    }

    /** An encoder into this, which is empty from now on, whatever became of the record before. */
    BinaryEncoder begin() {
        BinaryEncoder fresh = EncoderFactory.get().binaryEncoder(this, encoder);
        encoder = fresh;
        size = 0;
        return fresh;
    }

    /** A copy of what was written. */
    byte[] end() {
        byte[] written = Arrays.copyOf(bytes, size);
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[USUAL];
        }
        return written;
    }

    void writeInt(int value) {
        write(value >>> 24);
        write(value >>> 16);
        write(value >>> 8);
        write(value);
    }

    @Override
    public void write(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        ensure(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
