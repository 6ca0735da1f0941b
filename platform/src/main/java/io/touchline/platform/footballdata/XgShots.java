package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Score;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums a table of shots into matches. An own goal is no shot of its side. */
final class XgShots {

    private static final int SUMMED = 3;

    private static final class Sum {
        private double xg;
        private double penaltyXg;
        private double setPieceXg;
        private int shots;
        private int bigChances;
        private int penalties;

        void add(double shotXg, @Nullable String situation) {
            xg += shotXg;
            shots++;
            if (shotXg > MatchXg.BIG_CHANCE) {
                bigChances++;
            }
            if ("Penalty".equals(situation)) {
                penaltyXg += shotXg;
                penalties++;
            } else if (situation != null && !situation.equals("OpenPlay")) {
                setPieceXg += shotXg;
            }
        }

        MatchXg.Side side() {
            return new MatchXg.Side(xg, xg - penaltyXg, setPieceXg, shots, bigChances, penalties, null, null);
        }
    }

    private record Played(
            LocalDate date,
            String home,
            String away,
            @Nullable Score score,
            Sum homeSum,
            Sum awaySum) {}

    private XgShots() {}

    static void read(CsvFile file, Competition competition, List<XgMatch> matches, List<String> unreadable) {
        Map<String, Played> played = new LinkedHashMap<>();
        for (CsvRow row : file.rows()) {
            try {
                String id = XgFiles.text(row.find("match_id"));
                Played match = played.get(id);
                if (match == null) {
                    match = new Played(
                            XgFiles.day(row.find("date")),
                            XgFiles.text(row.find("h_team")),
                            XgFiles.text(row.find("a_team")),
                            XgFiles.score(row.find("h_goals"), row.find("a_goals")),
                            new Sum(),
                            new Sum());
                    played.put(id, match);
                }
                Double xg = XgFiles.number(row.find("xG"), 1);
                if (xg != null && !"OwnGoal".equals(row.find("result"))) {
                    ("h".equals(row.find("h_a")) ? match.homeSum : match.awaySum).add(xg, row.find("situation"));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                unreadable.add(row.location() + ": " + e.getMessage());
            }
        }
        played.forEach((id, match) -> matches.add(new XgMatch(
                competition,
                match.date,
                match.home,
                match.away,
                match.score,
                new MatchXg(match.homeSum.side(), match.awaySum.side()),
                SUMMED,
                file.name() + ':' + id)));
    }
}
