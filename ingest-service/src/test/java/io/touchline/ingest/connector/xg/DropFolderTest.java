package io.touchline.ingest.connector.xg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.ingest.connector.opta.OptaVendor;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once per content, in order, and nothing lost. */
class DropFolderTest {

    private static final Instant NOW = Instant.parse("2026-03-21T18:30:00Z");

    @TempDir
    private Path dir;

    private final List<String> taken = new ArrayList<>();
    private Instant now = NOW;

    private DropFolder folder() {
        return new DropFolder(dir, new OptaVendor(), () -> now, Duration.ofSeconds(1), new DropFolder.Choice() {
            @Override
            public boolean wants(String path) {
                return !path.startsWith("aside/");
            }

            @Override
            public int rank(String path) {
                return path.contains("f24") ? 1 : 0;
            }
        });
    }

    private DropFolder.Scan scan(DropFolder folder) throws Exception {
        return folder.scan(this::take);
    }

    private void take(Payload payload) throws PayloadChanged {
        String text = new String(payload.body(), StandardCharsets.UTF_8);
        if (text.equals("broken")) {
            throw new PayloadChanged("broken");
        }
        taken.add(text);
    }

    private void put(String name, byte[] body, Instant changedAt) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, body);
        Files.setLastModifiedTime(file, FileTime.from(changedAt));
    }

    private void put(String name, String body, Instant changedAt) throws IOException {
        put(name, body.getBytes(StandardCharsets.UTF_8), changedAt);
    }

    @Test
    void readsNamesBeforeEvents_andEachContentOnce() throws Exception {
        put("a-f24.xml", "events", NOW.minusSeconds(30));
        put("deeper/f7.xml", "sheet", NOW.minusSeconds(20));
        put("aside/f7.xml", "not wanted", NOW.minusSeconds(20));
        put("f1.xml.part", "half", NOW.minusSeconds(20));
        put(".f1.xml", "hidden", NOW.minusSeconds(20));
        DropFolder folder = folder();
        assertThat(scan(folder)).isEqualTo(new DropFolder.Scan(2, 0, 0));
        assertThat(taken).containsExactly("sheet", "events");
        assertThat(scan(folder).read()).isZero();

        put("a-f24.xml", "events", NOW.minusSeconds(5));
        assertThat(scan(folder).read()).isZero();
        put("a-f24.xml", "events and more", NOW.minusSeconds(4));
        assertThat(scan(folder).read()).isEqualTo(1);
        assertThat(taken).containsExactly("sheet", "events", "events and more");
    }

    @Test
    void leavesAFileAlone_whileItIsWritten() throws Exception {
        put("f7.xml", "she", NOW);
        DropFolder folder = folder();
        assertThat(scan(folder).read()).isZero();
        put("f7.xml", "sheet", NOW.plusMillis(100));
        assertThat(scan(folder).read()).isZero();
        assertThat(scan(folder).read()).isEqualTo(1);
        put("f9.xml", "other", NOW.plusMillis(200));
        now = NOW.plusSeconds(2);
        assertThat(scan(folder).read()).isEqualTo(1);
        assertThat(taken).containsExactly("sheet", "other");
    }

    @Test
    void whatCannotBeUsed_isToldOnce_andTheRestGoesOn() throws Exception {
        put("f1.xml", "broken", NOW.minusSeconds(30));
        put("f7.xml", "sheet", NOW.minusSeconds(20));
        DropFolder folder = folder();
        assertThat(scan(folder)).isEqualTo(new DropFolder.Scan(2, 1, 0));
        assertThat(scan(folder)).isEqualTo(new DropFolder.Scan(0, 0, 0));
        assertThat(taken).containsExactly("sheet");
    }

    @Test
    void aFileIsNotRead_whereItsTakerFailed() throws Exception {
        put("f7.xml", "sheet", NOW.minusSeconds(20));
        DropFolder folder = folder();
        assertThatThrownBy(() -> folder.scan(payload -> {
                    throw new IllegalStateException("no broker");
                }))
                .hasMessage("no broker");
        assertThat(scan(folder).read()).isEqualTo(1);
        assertThat(taken).containsExactly("sheet");
    }

    @Test
    void unpacks_andSaysWhereThereIsNoFolder() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("packed".getBytes(StandardCharsets.UTF_8));
        }
        put("f7.xml.gz", packed.toByteArray(), NOW.minusSeconds(20));
        assertThat(scan(folder()).read()).isEqualTo(1);
        assertThat(taken).containsExactly("packed");
        Files.delete(dir.resolve("f7.xml.gz"));
        Files.delete(dir);
        assertThatThrownBy(() -> scan(folder())).isInstanceOf(SourceUnavailable.class);
    }
}
