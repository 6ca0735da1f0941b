package io.touchline.bench;

import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made season in the columns of football-data.co.uk: six teams, two matches a day at three hours' distance. The same seed makes the same file. */
public final class MadeHistory {

    private static final int TEAMS = 6;
    private static final String HEADER =
            "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,HS,AS,HST,AST,HF,AF,HC,AC,HY,AY,HR,AR,"
                    + "B365H,B365D,B365A,PSH,PSD,PSA,B365>2.5,B365<2.5,B365CH,B365CD,B365CA,PSCH,PSCD,PSCA,B365C>2.5,B365C<2.5";

    private MadeHistory() {}

    /** The lines of a season that begins in this year, as the reader reads them. */
    public static List<HistoryRow> season(long seed, int year) {
        return read("E0_%02d%02d.csv".formatted(year % 100, (year + 1) % 100), file(seed, year));
    }

    public static List<HistoryRow> read(String name, String text) {
        return new HistoryReader(TeamDirectory.shipped(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")))
                .read(name, text.getBytes(StandardCharsets.UTF_8))
                .rows();
    }

    /** The same as text. */
    public static String file(long seed, int year) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        LocalDate day = LocalDate.of(year, 8, 14);
        for (int round = 0; round < 2 * (TEAMS - 1); round++) {
            for (int pair = 0; pair < TEAMS / 2; pair++) {
                int one = pair == 0 ? TEAMS - 1 : (round + pair) % (TEAMS - 1);
                int two = (round + TEAMS - 1 - pair) % (TEAMS - 1);
                boolean swap = (round >= TEAMS - 1) != (pair % 2 == 1);
                lines.add(line(
                        random,
                        day.plusDays(7L * round + (pair == 2 ? 1 : 0)),
                        pair == 1 ? "17:30" : "14:00",
                        swap ? two : one,
                        swap ? one : two));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Random random, LocalDate day, String time, int home, int away) {
        int h = random.nextInt(4);
        int a = random.nextInt(3);
        double p = 0.3 + 0.3 * random.nextDouble();
        double closing = p + 0.06 * (random.nextDouble() - 0.5);
        return String.join(
                ",",
                "E0",
                day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")),
                time,
                "Made " + (char) ('A' + home) + "ville",
                "Made " + (char) ('A' + away) + "ville",
                h + "," + a + "," + (h > a ? "H" : h == a ? "D" : "A"),
                random.nextInt(h + 1) + "," + random.nextInt(a + 1) + ",D",
                counts(random),
                prices(p, 1.05),
                prices(p, 1.03),
                totals(random),
                prices(closing, 1.05),
                prices(closing, 1.03),
                totals(random));
    }

    private static String counts(Random random) {
        List<String> counts = new ArrayList<>();
        for (int most : new int[] {20, 18, 9, 8, 15, 15, 11, 9, 4, 5, 2, 2}) {
            counts.add(String.valueOf(random.nextInt(most)));
        }
        return String.join(",", counts);
    }

    private static String prices(double home, double overround) {
        return "%.2f,%.2f,%.2f"
                .formatted(1 / (home * overround), 1 / (0.27 * overround), 1 / ((0.73 - home) * overround));
    }

    private static String totals(Random random) {
        double over = 0.45 + 0.1 * random.nextDouble();
        return "%.2f,%.2f".formatted(1 / (over * 1.04), 1 / ((1 - over) * 1.04));
    }
}
