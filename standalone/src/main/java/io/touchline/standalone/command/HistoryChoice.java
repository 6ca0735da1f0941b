package io.touchline.standalone.command;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Season;
import io.touchline.ingest.connector.footballdata.FootballDataClient;
import io.touchline.ingest.connector.footballdata.FootballDataClient.Address;
import io.touchline.ingest.publish.HistoryInput;
import io.touchline.platform.footballdata.HistoryFolder;
import io.touchline.platform.footballdata.HistoryTimes;
import io.touchline.platform.time.Pause;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorWire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which history files the options of a command mean, from a folder or from football-data.co.uk. */
final class HistoryChoice implements AutoCloseable {

    private static final URI SITE = URI.create("https://www.football-data.co.uk");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<HistoryInput> inputs;
    private final @Nullable VendorWire wire;

    private HistoryChoice(List<HistoryInput> inputs, @Nullable VendorWire wire) {
        this.inputs = List.copyOf(inputs);
        this.wire = wire;
    }

    /**
     * Reads the options.
     *
     * @throws CommandFailure if they mean nothing, or nothing that is there
     */
    static HistoryChoice of(@Nullable Path folder, List<String> leagues, List<String> seasons, InstantSource clock)
            throws IOException {
        Set<String> codes = codes(leagues);
        seasons.forEach(HistoryChoice::season);
        if (folder != null) {
            return new HistoryChoice(fromFolder(folder, codes, seasons), null);
        }
        if (codes.isEmpty()) {
            throw CommandFailure.badUsage(
                    "say which files: --dir DIR, or -l E0 -s 2324 for football-data.co.uk's site");
        }
        VendorWire wire = new VendorWire(clock, LIMIT);
        return new HistoryChoice(fromSite(wire, codes, seasons, clock), wire);
    }

    List<HistoryInput> inputs() {
        return inputs;
    }

    boolean fromDisk() {
        return wire == null;
    }

    /** The files of a folder, none of the site: for commands that read history again and again. */
    static List<Path> files(Path folder, List<String> leagues, List<String> seasons) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badUsage("no such folder: " + folder);
        }
        List<Path> files = HistoryFolder.list(folder, codes(leagues), seasons);
        if (files.isEmpty()) {
            throw CommandFailure.nothingToDo("no files such as E0_2223.csv for that in " + folder);
        }
        return files;
    }

    private static List<HistoryInput> fromFolder(Path folder, Set<String> codes, List<String> seasons)
            throws IOException {
        return files(folder, List.copyOf(codes), seasons).stream()
                .map(HistoryInput::of)
                .toList();
    }

    private static List<HistoryInput> fromSite(
            VendorWire wire, Set<String> codes, List<String> seasons, InstantSource clock) {
        FootballDataClient client = new FootballDataClient(SITE, wire, new RateLimit(clock, Pause.by(clock), 1, PAUSE));
        List<Season> wanted = seasons.isEmpty()
                ? List.of(Season.at(LocalDate.ofInstant(clock.instant(), HistoryTimes.UNITED_KINGDOM), false))
                : seasons.stream().map(HistoryChoice::season).toList();
        Set<Address> addresses = new LinkedHashSet<>();
        for (Season season : wanted) {
            codes.forEach(code -> addresses.add(Address.of(code, season)));
        }
        List<HistoryInput> inputs = new ArrayList<>();
        addresses.forEach(address -> inputs.add(client.input(address)));
        return inputs;
    }

    private static Set<String> codes(List<String> leagues) {
        Set<String> codes = new LinkedHashSet<>();
        for (String league : leagues) {
            String source = Competitions.find(league).map(Competition::source).orElse(league);
            if (!Competitions.sources().contains(source)) {
                throw CommandFailure.badUsage(
                        "unknown league " + league + "; known are " + String.join(" ", Competitions.sources()));
            }
            codes.add(source);
        }
        return codes;
    }

    private static Season season(String years) {
        if (years.matches("\\d{4}")) {
            int first = Integer.parseInt(years.substring(0, 2));
            int second = Integer.parseInt(years.substring(2));
            if (second == (first + 1) % 100) {
                return new Season(first >= 70 ? 1900 + first : 2000 + first, false);
            }
        }
        throw CommandFailure.badUsage("a season looks like 2324 for 2023-24 but was " + years);
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
