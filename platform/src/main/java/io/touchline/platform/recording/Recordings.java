package io.touchline.platform.recording;

import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Vendor;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads payloads from files, folders, {@code .gz}, {@code .bz2}, {@code .tar} and {@code .zip} (packing is told by the bytes, not by the name): recordings of ours, and whatever else holds a vendor's
 * payloads, one a file or one a line as {@link Vendor#framing} says. A payload from a file that tells no time has the file's time of change. A packed file that breaks off gives what can be
 * unpacked, and its end is a payload cut short, as it would be on the wire.
 */
public final class Recordings {

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final int HEAD = 4096;

    /** A longer line or file is refused. */
    private static final int LARGEST = 256 * 1024 * 1024;

    private final Vendor vendor;
    private final Taker taker;

    /** Takes one payload after the other. */
    @FunctionalInterface
    public interface Taker {
        void take(Payload payload) throws InterruptedException;
    }

    public Recordings(Vendor vendor, Taker taker) {
        this.vendor = vendor;
        this.taker = taker;
    }

    /** The files of some paths, in the order of their names within a folder; a folder's files that are none of the vendor's are left out. */
    public static List<Path> files(Vendor vendor, List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile)
                            .filter(file -> vendor.reads(file.getFileName().toString()))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new IOException("there is no file or folder " + path);
            }
        }
        return files;
    }

    /** Reads one file. */
    public void read(Path file) throws IOException, InterruptedException {
        Instant at = Files.getLastModifiedTime(file).toInstant();
        try (InputStream in = Files.newInputStream(file)) {
            read(file.toString(), file.getFileName().toString(), in, at);
        }
    }

    private void read(String location, String name, InputStream raw, Instant at)
            throws IOException, InterruptedException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        byte[] head = peek(in);
        String lower = name.toLowerCase(Locale.ROOT);
        if (begins(head, 0x1F, 0x8B) || begins(head, 'B', 'Z', 'h')) {
            InputStream plain;
            try {
                plain = begins(head, 'B', 'Z', 'h')
                        ? new BZip2CompressorInputStream(in, true)
                        : new GZIPInputStream(in, 1 << 16);
            } catch (IOException e) {
                LOG.warn("{} cannot be unpacked: {}", location, e.toString());
                taker.take(new Payload(head, at, at, location));
                return;
            }
            read(location, lower.replaceFirst("\\.(gz|bz2|bzip2)$", ""), new UntilBroken(plain, location), at);
        } else if (begins(head, 'P', 'K', 3, 4)) {
            ZipArchiveInputStream zip = new ZipArchiveInputStream(in);
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entry(location, entry.getName(), entry.isDirectory(), zip, at);
            }
        } else if (lower.endsWith(".tar") && head.length > 300 && head[257] == 'u' && head[258] == 's') {
            TarArchiveInputStream tar = new TarArchiveInputStream(in);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entry(location, entry.getName(), entry.isDirectory(), tar, at);
            }
        } else if (new String(head, 0, Math.min(head.length, 40), StandardCharsets.UTF_8)
                .startsWith(RecordedLine.MARK)) {
            lines(in, (line, number) -> {
                Payload payload = RecordedLine.read(
                        new String(line, StandardCharsets.UTF_8),
                        vendor.descriptor().name());
                taker.take(payload == null ? new Payload(line, at, at, location + ':' + number) : payload);
            });
        } else if (vendor.framing(name, head) == Vendor.Framing.LINES) {
            lines(in, (line, number) -> taker.take(new Payload(line, at, at, location + ':' + number)));
        } else {
            byte[] body = in.readNBytes(LARGEST);
            taker.take(new Payload(body, at, at, location));
        }
    }

    private void entry(String archive, String name, boolean folder, InputStream in, Instant at)
            throws IOException, InterruptedException {
        String file = name.substring(name.lastIndexOf('/') + 1);
        if (!folder && vendor.reads(file)) {
            read(archive + '!' + name, file, new Unclosed(in), at);
        }
    }

    private interface LineTaker {
        void take(byte[] line, long number) throws InterruptedException;
    }

    /** Blank lines are passed over. */
    private static void lines(InputStream in, LineTaker taker) throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 14);
        long number = 1;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    give(line, number++, taker);
                    from = i + 1;
                }
            }
            line.write(buffer, from, read - from);
            if (line.size() > LARGEST) {
                throw new IOException("line " + number + " is longer than " + LARGEST + " bytes");
            }
        }
        give(line, number, taker);
    }

    private static void give(ByteArrayOutputStream line, long number, LineTaker taker) throws InterruptedException {
        byte[] bytes = line.toByteArray();
        line.reset();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        if (end > 0) {
            taker.take(end == bytes.length ? bytes : Arrays.copyOf(bytes, end), number);
        }
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return head;
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Ends where the packing is broken. */
    private static final class UntilBroken extends FilterInputStream {

        private final String location;

        UntilBroken(InputStream in, String location) {
            super(in);
            this.location = location;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                LOG.warn("{} breaks off: {}", location, e.toString());
                return -1;
            }
        }
    }

    /** Stays open, for the next entry of the archive. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }
}
