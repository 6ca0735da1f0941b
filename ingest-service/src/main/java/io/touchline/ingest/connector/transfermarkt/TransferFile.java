package io.touchline.ingest.connector.transfermarkt;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.SquadNews;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of transfers: {@code club_name,player_name,...,transfer_movement,transfer_period,fee_cleaned,...,season,country}, fees in EUR million. It tells the window of a transfer but not its day, so each
 * is taken to be known when the window was surely over: on 2 September and 2 February, before 2003 in winter on 1 April.
 *
 * @param news in the order of the file, with times of replay
 * @param rejected lines that are no transfer of a club of ours, by what is wrong with them
 */
public record TransferFile(List<SquadNews> news, Map<String, Integer> rejected) {

    private static final String SOURCE = "transfermarkt";

    /** More was never paid. */
    private static final double MOST = 1_000;

    /** From this season's winter on there are windows; before, players moved until March. */
    private static final int FIRST_WITH_WINDOW = 2002;

    public TransferFile {
        news = List.copyOf(news);
    }

    /**
     * Reads a table.
     *
     * @throws IOException if it cannot be opened
     */
    public static TransferFile read(Path path, TeamDirectory directory) throws IOException {
        return of(CsvFile.read(path), directory);
    }

    /** The same of bytes that came under that name. */
    public static TransferFile read(String name, byte[] bytes, TeamDirectory directory) {
        return of(CsvFile.read(name, bytes), directory);
    }

    private static TransferFile of(CsvFile file, TeamDirectory directory) {
        List<SquadNews> news = new ArrayList<>();
        Map<String, Integer> rejected = new TreeMap<>();
        file.rejections().forEach(line -> rejected.merge(line.reason().name(), 1, Integer::sum));
        for (CsvRow row : file.rows()) {
            try {
                news.add(news(row, directory));
            } catch (IllegalArgumentException e) {
                rejected.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            }
        }
        return new TransferFile(news, rejected);
    }

    private static SquadNews news(CsvRow row, TeamDirectory directory) {
        String movement = row.find("transfer_movement");
        boolean in = "in".equals(movement);
        if (!in && !"out".equals(movement)) {
            throw new IllegalArgumentException("neither in nor out");
        }
        String player = row.find("player_name");
        if (player == null) {
            throw new IllegalArgumentException("no player");
        }
        Instant known = known(row);
        Team team = team(row, directory, known);
        return SquadNews.newBuilder()
                .setTeam(team.id().value())
                .setAssociation(team.association())
                .setKind(in ? "TRANSFER_IN" : "TRANSFER_OUT")
                .setPlayer(player)
                .setValueEurMillion(fee(row.find("fee_cleaned")))
                .setFromAt(known)
                .setDetail(row.find("fee"))
                .setSource(SOURCE)
                .setObservedAt(known)
                .setReceivedAt(known)
                .setEmittedAt(known)
                .build();
    }

    private static Team team(CsvRow row, TeamDirectory directory, Instant known) {
        String country = row.find("country");
        String club = row.find("club_name");
        Optional<String> association = Competitions.list().stream()
                .filter(competition -> competition.country().equals(country))
                .map(Competition::association)
                .findFirst();
        if (association.isEmpty() || club == null) {
            throw new IllegalArgumentException("no such country or no club");
        }
        Season season = Season.at(known.atZone(ZoneOffset.UTC).toLocalDate(), false);
        return directory
                .find(association.get(), club, season)
                .orElseThrow(() -> new IllegalArgumentException("unknown team"));
    }

    private static Instant known(CsvRow row) {
        String season = row.find("season");
        String period = row.find("transfer_period");
        if (season == null || !season.matches("\\d{4}/\\d{4}")) {
            throw new IllegalArgumentException("no season");
        }
        int year = Integer.parseInt(season.substring(0, 4));
        LocalDate day = switch (period) {
            case "Summer" -> LocalDate.of(year, Month.SEPTEMBER, 2);
            case "Winter" ->
                year < FIRST_WITH_WINDOW
                        ? LocalDate.of(year + 1, Month.APRIL, 1)
                        : LocalDate.of(year + 1, Month.FEBRUARY, 2);
            case null, default -> throw new IllegalArgumentException("neither summer nor winter");
        };
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Null where it is not told: a loan, {@code ?}. */
    private static @Nullable Double fee(@Nullable String text) {
        if (text == null || text.equals("NA")) {
            return null;
        }
        double fee;
        try {
            fee = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a fee that is no number", e);
        }
        if (!(fee >= 0 && fee <= MOST)) {
            throw new IllegalArgumentException("a fee out of range");
        }
        return fee;
    }
}
