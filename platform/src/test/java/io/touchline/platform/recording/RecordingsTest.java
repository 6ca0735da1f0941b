package io.touchline.platform.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final Vendor vendor = new Vendor() {
        @Override
        public SourceDescriptor descriptor() {
            return new SourceDescriptor(
                    "acme", "Acme", List.of("odds"), List.of("soccer"), "", "", "", "", "", Duration.ofSeconds(10), 1);
        }

        @Override
        public Adapter adapter() {
            return (payload, sink) -> {};
        }
    };

    @Test
    void ownRecording_comesBackWithItsTimes_alsoBytesThatAreNoText() throws Exception {
        byte[] odd = {(byte) 0xFF, 0, 1};
        try (FileRecorder recorder = new FileRecorder(folder, source -> source.equals("acme"))) {
            recorder.keep("acme", payload("{\"a\":1}".getBytes(StandardCharsets.UTF_8), 0));
            recorder.keep("other", payload(odd, 1));
            recorder.keep("acme", payload(odd, 2));
            recorder.keep("acme", payload("late".getBytes(StandardCharsets.UTF_8), 7200));
            assertThat(recorder.payloads()).isEqualTo(3);
        }

        List<Payload> read = read(folder);

        assertThat(Files.list(folder)).hasSize(2);
        assertThat(read)
                .extracting(RecordingsTest::text)
                .containsExactly("{\"a\":1}", new String(odd, StandardCharsets.UTF_8), "late");
        assertThat(read.get(1).body()).isEqualTo(odd);
        assertThat(read)
                .extracting(Payload::receivedAt)
                .containsExactly(NOON, NOON.plusSeconds(2), NOON.plusSeconds(7200));
        assertThat(read.getFirst().observedAt()).isEqualTo(NOON.minusSeconds(1));
        assertThat(read.getFirst().location()).isEqualTo("https://acme.example/odds");
    }

    @Test
    void files_linesAndPackedOnes() throws Exception {
        write("a.json", "{\"whole\":\n1}".getBytes(StandardCharsets.UTF_8));
        write("b.jsonl", "one\r\n\ntwo\n".getBytes(StandardCharsets.UTF_8));
        write("c.jsonl.gz", gzip("three\nfour"));
        write("d.jsonl.bz2", bzip2("five\n"));
        write("e.tar", tar("x/y.jsonl.bz2", bzip2("six\nseven\n")));
        write("notes.txt", "not a payload".getBytes(StandardCharsets.UTF_8));

        assertThat(read(folder))
                .extracting(RecordingsTest::text)
                .containsExactly("{\"whole\":\n1}", "one", "two", "three", "four", "five", "six", "seven");
    }

    @Test
    void brokenPacking_givesWhatCanBeUnpacked_andAPayloadInAnyCase() throws Exception {
        byte[] whole = gzip("first\n" + "x".repeat(50_000));
        write("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        write("b.json.gz", new byte[] {0x1F, (byte) 0x8B, 9, 9, 9});

        List<Payload> read = read(folder);

        assertThat(read.getFirst().body()).isEqualTo("first".getBytes(StandardCharsets.UTF_8));
        assertThat(read.getLast().location()).endsWith("b.json.gz");
    }

    @Test
    void aPathThatIsNotThere_isNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> Recordings.files(vendor, List.of(missing)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(missing.toString());
    }

    private List<Payload> read(Path path) throws Exception {
        List<Payload> payloads = new ArrayList<>();
        for (Path file : Recordings.files(vendor, List.of(path))) {
            new Recordings(vendor, payloads::add).read(file);
        }
        return payloads;
    }

    private static Payload payload(byte[] body, long seconds) {
        Instant at = NOON.plusSeconds(seconds);
        return new Payload(body, at.minusSeconds(1), at, "https://acme.example/odds");
    }

    private static String text(Payload payload) {
        return new String(payload.body(), StandardCharsets.UTF_8);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] bzip2(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new BZip2CompressorOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }
}
