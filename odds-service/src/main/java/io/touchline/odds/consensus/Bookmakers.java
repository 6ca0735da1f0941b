package io.touchline.odds.consensus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every bookmaker of {@code bookmakers.csv}; one that is not in it is soft, comes last and takes no commission. Safe for many threads. */
public final class Bookmakers {

    private static final String RESOURCE = "bookmakers.csv";
    private static final int LAST = 1000;
    /** Names that the file does not know are kept up to here, so that a broken source cannot fill the memory. */
    private static final int MOST_UNLISTED = 10_000;

    private final Map<String, Bookmaker> listed;
    private final Map<String, Bookmaker> unlisted = new ConcurrentHashMap<>();

    private Bookmakers(Map<String, Bookmaker> listed) {
        this.listed = listed;
    }

    /** The shipped list. */
    public static Bookmakers shipped() {
        Map<String, Bookmaker> all = new LinkedHashMap<>();
        try (InputStream in = Bookmakers.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is not there");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(Bookmakers::parse)
                    .forEach(each -> {
                        if (all.put(each.slug(), each) != null) {
                            throw new IllegalStateException(RESOURCE + " names " + each.slug() + " twice");
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bookmakers(Collections.unmodifiableMap(all));
    }

    /** The bookmaker of a slug, known or not. */
    public Bookmaker of(String slug) {
        Bookmaker known = listed.get(slug);
        if (known != null) {
            return known;
        }
        if (unlisted.size() >= MOST_UNLISTED) {
            unlisted.clear();
        }
        return unlisted.computeIfAbsent(slug, key -> new Bookmaker(key, key, Bookmaker.Kind.SOFT, LAST, 0));
    }

    /** Those of the list, in its order. */
    public Collection<Bookmaker> list() {
        return listed.values();
    }

    private static Bookmaker parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalStateException(RESOURCE + " has five columns but a line is: " + line);
        }
        return new Bookmaker(
                cells[0],
                cells[1],
                Bookmaker.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]));
    }
}
