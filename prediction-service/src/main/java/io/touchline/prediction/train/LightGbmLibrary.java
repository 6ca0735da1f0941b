package io.touchline.prediction.train;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * LightGBM's native library. Its wrapper unpacks it under one fixed name into the folder for temporary files, over whatever lies there: a second process that starts would pull the code from under the first one,
 * which then dies. So it is unpacked here into a folder of this process's own.
 */
public final class LightGbmLibrary {

    private static final String FOLDER = "java.io.tmpdir";

    private static boolean loaded;

    private LightGbmLibrary() {}

    /**
     * Loads it where it is not loaded yet; to be called before anything of the wrapper is touched.
     *
     * @throws LinkageError where there is none for this machine
     */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        String shared = System.getProperty(FOLDER);
        try {
            Path own = Files.createTempDirectory("touchline-lightgbm-");
            own.toFile().deleteOnExit();
            System.setProperty(FOLDER, own.toString());
            LGBMBooster.loadNative();
            loaded = true;
        } catch (IOException e) {
            throw new UncheckedIOException("the native library of LightGBM could not be unpacked", e);
        } finally {
            System.setProperty(FOLDER, shared);
        }
    }
}
