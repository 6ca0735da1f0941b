package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.identity.Meetings;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of football-data.co.uk into matches. A line that is no played match becomes a rejection that says why; it never throws because of what is in a
 * file. Safe for use by several threads.
 */
public final class HistoryReader {

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofDays(1);

    private final TeamDirectory directory;
    private final InstantSource clock;
    private final XgHistory xg;

    /**
     * @param directory whose names decide before a name is taken as published
     * @param clock against which a date is in the future
     */
    public HistoryReader(TeamDirectory directory, InstantSource clock) {
        this(directory, clock, XgHistory.NONE);
    }

    /**
     * @param directory whose names decide before a name is taken as published
     * @param clock against which a date is in the future
     * @param xg expected goals that are joined to the lines
     */
    public HistoryReader(TeamDirectory directory, InstantSource clock, XgHistory xg) {
        this.directory = directory;
        this.clock = clock;
        this.xg = xg;
    }

    /** The expected goals that are joined to the lines, with how that went. */
    public XgHistory xg() {
        return xg;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be opened or read
     */
    public HistoryFile read(Path path) throws IOException {
        return read(CsvFile.read(path));
    }

    /** Reads bytes that came under that name; the name tells the season, {@code E0_2223.csv}. */
    public HistoryFile read(String name, byte[] bytes) {
        return read(CsvFile.read(name, bytes));
    }

    /** A match before its id is known. */
    private record Draft(
            CsvRow row,
            Competition competition,
            Season season,
            LocalDate date,
            @Nullable LocalTime time,
            String homeName,
            String awayName,
            TeamId home,
            TeamId away,
            Score score) {}

    private HistoryFile read(CsvFile file) {
        List<CsvRejection> rejections = new ArrayList<>(file.rejections());
        Optional<Dialect> dialect = Dialect.of(file.header());
        if (dialect.isEmpty()) {
            String detail = "not the columns of football-data.co.uk: " + beginning(file);
            file.rows().forEach(row -> rejections.add(row.reject(RejectReason.UNKNOWN_HEADER, detail)));
            if (rejections.isEmpty()) {
                rejections.add(new CsvRejection(RejectReason.UNKNOWN_HEADER, detail, file.name(), new byte[0]));
            }
            return new HistoryFile(file.name(), List.of(), rejections, Set.of());
        }
        Set<DerivedTeam> derived = new HashSet<>();
        List<Draft> drafts = drafts(file, dialect.get(), rejections, derived);
        return new HistoryFile(file.name(), xg.join(withIds(drafts, rejections)), rejections, derived);
    }

    private List<Draft> drafts(CsvFile file, Dialect dialect, List<CsvRejection> rejections, Set<DerivedTeam> derived) {
        @Nullable Season fileSeason = dialect == Dialect.DIVISION ? FileSeason.of(file.name(), readableDates(file)) : null;
        Instant latest = clock.instant().plus(CLOCKS_MAY_DIFFER);
        List<Draft> drafts = new ArrayList<>(file.rows().size());
        for (CsvRow row : file.rows()) {
            try {
                Draft draft = draft(row, dialect, fileSeason, derived);
                if (kickoffAt(draft).isAfter(latest)) {
                    throw new RowFault(
                            RejectReason.FROM_THE_FUTURE, "a result of " + draft.date() + " is not known yet");
                }
                drafts.add(draft);
            } catch (RowFault fault) {
                rejections.add(row.reject(fault.reason(), fault.detail()));
            }
        }
        return drafts;
    }

    private Draft draft(CsvRow row, Dialect dialect, @Nullable Season fileSeason, Set<DerivedTeam> derived)
            throws RowFault {
        String homeName = dialect.home(row);
        String awayName = dialect.away(row);
        if (homeName == null || awayName == null) {
            throw new RowFault(
                    RejectReason.MISSING_TEAM,
                    homeName == null ? "the home team is missing" : "the away team is missing");
        }
        Competition competition = dialect.competition(row)
                .orElseThrow(() -> new RowFault(
                        RejectReason.UNKNOWN_COMPETITION, "no such competition: " + dialect.competitionText(row)));
        LocalDate date = RowValues.date(row.find("Date"));
        LocalTime time = RowValues.time(row.find("Time"));
        Season season;
        if (fileSeason == null) {
            season = FileSeason.named(row.find("Season"), date);
        } else {
            season = fileSeason;
            FileSeason.check(season, date);
        }
        Score score = RowValues.score(dialect.homeGoals(row), dialect.awayGoals(row), dialect.result(row));
        TeamId home = team(competition.association(), homeName, season, derived);
        TeamId away = team(competition.association(), awayName, season, derived);
        if (home.equals(away)) {
            throw new RowFault(RejectReason.SAME_TEAM_TWICE, homeName + " against " + awayName);
        }
        return new Draft(row, competition, season, date, time, homeName, awayName, home, away, score);
    }

    private TeamId team(String association, String name, Season season, Set<DerivedTeam> derived) throws RowFault {
        Optional<Team> known = directory.find(association, name, season);
        if (known.isPresent()) {
            return known.get().id();
        }
        try {
            TeamId id = TeamId.fromName(name);
            derived.add(new DerivedTeam(association, id, name));
            return id;
        } catch (IllegalArgumentException e) {
            throw new RowFault(RejectReason.UNKNOWN_TEAM, "no name of a team: " + name);
        }
    }

    private static List<HistoryRow> withIds(List<Draft> drafts, List<CsvRejection> rejections) {
        Meetings meetings = new Meetings();
        List<Draft> distinct = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            String before = meetings.announce(
                    draft.competition(),
                    draft.season(),
                    draft.home(),
                    draft.away(),
                    draft.date(),
                    draft.row().location());
            if (before == null) {
                distinct.add(draft);
            } else {
                rejections.add(draft.row().reject(RejectReason.DUPLICATE_MATCH, "the same match as in " + before));
            }
        }
        List<HistoryRow> rows = new ArrayList<>(distinct.size());
        for (Draft draft : distinct) {
            FixtureId id = meetings.id(draft.competition(), draft.season(), draft.home(), draft.away(), draft.date());
            rows.add(new HistoryRow(
                    id,
                    draft.competition(),
                    draft.season(),
                    draft.date(),
                    draft.home(),
                    draft.away(),
                    draft.homeName(),
                    draft.awayName(),
                    kickoffAt(draft),
                    draft.time() != null,
                    draft.score(),
                    draft.row(),
                    null));
        }
        return rows;
    }

    private static Instant kickoffAt(Draft draft) {
        LocalTime time = draft.time();
        return HistoryTimes.kickoffAt(draft.date(), time == null ? HistoryTimes.USUAL_KICKOFF : time);
    }

    private static List<LocalDate> readableDates(CsvFile file) {
        List<LocalDate> dates = new ArrayList<>(file.rows().size());
        for (CsvRow row : file.rows()) {
            try {
                dates.add(RowValues.date(row.find("Date")));
            } catch (RowFault unreadable) {
                // Named when the row itself is read; here only the readable ones count.
                continue;
            }
        }
        return dates;
    }

    private static String beginning(CsvFile file) {
        String names = String.join(",", file.header().names());
        return names.length() <= 80 ? names : names.substring(0, 80) + "...";
    }
}
