package io.touchline.ingest.connector.openmeteo;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where clubs play at home: the shipped table, and a user's own over it, both in the form that the shipped one explains in its first lines. */
final class Grounds {

    private static final String SHIPPED = "grounds.txt";
    private static final String EUROPE = "soccer/UEFA";

    private final Map<String, Ground> byClub = new HashMap<>();

    /**
     * A place.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     */
    record Ground(String association, String team, double latitude, double longitude) {

        private String club() {
            return association + ' ' + team;
        }
    }

    private Grounds() {}

    static Grounds shipped() {
        Grounds grounds = new Grounds();
        try (InputStream stream = Objects.requireNonNull(Grounds.class.getResourceAsStream(SHIPPED), SHIPPED);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            grounds.add(SHIPPED, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grounds;
    }

    /** Throws {@link IllegalArgumentException} where a line of the user's is none. */
    static Grounds shippedWith(Path users) throws IOException {
        Grounds grounds = shipped();
        grounds.add(users.toString(), Files.readAllLines(users));
        return grounds;
    }

    int size() {
        return byClub.size();
    }

    /** The ground of the side at home: a club of the competition's association; in Europe's cups the only club of that id. */
    Optional<Ground> of(String competition, String team) {
        String association =
                Competitions.find(competition).map(Competition::association).orElse("");
        if (!association.equals(EUROPE)) {
            return Optional.ofNullable(byClub.get(association + ' ' + team));
        }
        List<Ground> found = byClub.values().stream()
                .filter(ground -> ground.team().equals(team))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void add(String source, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Ground ground = ground(source + ':' + (i + 1), line);
                byClub.put(ground.club(), ground);
            }
        }
    }

    private static Ground ground(String place, String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 4 && parts.length != 5) {
            throw new IllegalArgumentException(
                    place + ": expected association | team id | latitude | longitude | ground but was: " + line);
        }
        return new Ground(
                parts[0].strip(), parts[1].strip(), degrees(place, parts[2], 90), degrees(place, parts[3], 180));
    }

    private static double degrees(String place, String text, double most) {
        try {
            double degrees = Double.parseDouble(text.strip());
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(place + ": no degrees: " + text.strip(), e);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "%s: degrees are from -%.0f to %.0f but were %s", place, most, most, text.strip()));
    }
}
