package io.touchline.platform.footballdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of history files, named {@code <code>_<anything>.csv}: {@code E0_2223.csv}, {@code BRA_to2022.csv}. The code is a division's or a country's.
 */
public final class HistoryFolder {

    private static final String SUFFIX = ".csv";

    private HistoryFolder() {}

    /** All files of a folder, by name. Throws {@link NotDirectoryException} where there is no such folder. */
    public static List<Path> list(Path folder) throws IOException {
        return list(folder, Set.of(), Set.of());
    }

    /**
     * The files of some codes and seasons, by name.
     *
     * @param codes division or country codes ({@code E0}, {@code BRA}); empty for all
     * @param seasons as in file names ({@code 2223}); empty for all; files without a season in their name hold several and are always taken
     */
    public static List<Path> list(Path folder, Collection<String> codes, Collection<String> seasons)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(codes);
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(path -> name(path).toLowerCase(Locale.ROOT).endsWith(SUFFIX))
                    .filter(path -> wanted.isEmpty() || wanted.contains(code(path)))
                    .filter(path -> seasons.isEmpty() || season(path).isEmpty() || seasons.contains(season(path)))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String code(Path path) {
        String name = name(path);
        int end = name.indexOf('_');
        return name.substring(0, end < 0 ? name.length() - SUFFIX.length() : end);
    }

    private static String season(Path path) {
        String rest = name(path).substring(code(path).length());
        return rest.matches("_\\d{4}\\D.*") ? rest.substring(1, 5) : "";
    }
}
