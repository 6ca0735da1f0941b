package io.touchline.prediction.train;

import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.train.TrainingRun.KeptRelease;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Trained seasons as files {@code season-2021.bin.gz} of a folder. A file that cannot be read, or was taught by something else, counts for nothing and is written anew. */
public final class SeasonFiles implements TrainingRun.SeasonStore {

    private static final int MOST_BYTES = 100_000_000;

    private final Path folder;

    /** A folder that is made where it is missing. */
    public SeasonFiles(Path folder) {
        this.folder = folder;
    }

    private Path file(int season) {
        return folder.resolve("season-" + season + ".bin.gz");
    }

    @Override
    public @Nullable List<KeptRelease> find(int season, String taughtBy) {
        Path file = file(season);
        if (!Files.exists(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(taughtBy)) {
                return null;
            }
            List<KeptRelease> releases = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                Instant validFrom = Instant.parse(in.readUTF());
                boolean promoted = in.readBoolean();
                int length = in.readInt();
                if (length < 0 || length > MOST_BYTES) {
                    return null;
                }
                releases.add(new KeptRelease(validFrom, promoted, EnsembleContent.read(in.readNBytes(length))));
            }
            return releases;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void keep(int season, String taughtBy, List<KeptRelease> releases) throws IOException {
        Files.createDirectories(folder);
        Path written = folder.resolve("season-" + season + ".part");
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(written)))) {
            out.writeUTF(taughtBy);
            out.writeInt(releases.size());
            for (KeptRelease release : releases) {
                byte[] content = EnsembleContent.write(release.ensemble());
                out.writeUTF(release.validFrom().toString());
                out.writeBoolean(release.promoted());
                out.writeInt(content.length);
                out.write(content);
            }
        }
        Files.move(written, file(season), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
