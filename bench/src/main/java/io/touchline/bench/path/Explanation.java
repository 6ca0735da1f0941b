package io.touchline.bench.path;

import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import io.touchline.schema.FeatureVector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where every value of a vector came from: the topic, the window, and the matches in it. */
public final class Explanation {

    /**
     * One value.
     *
     * @param feature of the catalogue
     * @param value NaN where unknown
     * @param from the records that it was made of, for people; for an unknown value why it is unknown
     */
    public record Line(Feature feature, float value, String from) {}

    private static final Pattern LAST = Pattern.compile("last (\\d+) matches(.*)");
    private static final Pattern DAYS = Pattern.compile("last (\\d+) days");
    private static final Duration FORM = Duration.ofDays(400);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MEETINGS = Duration.ofDays(3650);
    private static final int MOST_NAMED = 20;

    private final FeatureVector vector;
    private final List<HistoryRow> known;

    /** @param rows lines that may have been told; those that were not known before kickoff are left out here */
    public Explanation(FeatureVector vector, Collection<HistoryRow> rows) {
        this.vector = vector;
        this.known = rows.stream()
                .filter(row -> !row.resultAt().isAfter(vector.getAsOf()))
                .filter(row -> row.resultAt().isBefore(vector.getKickoffAt()))
                .sorted(Comparator.comparing(HistoryRow::resultAt)
                        .thenComparing(HistoryRow::fixtureId)
                        .reversed())
                .toList();
    }

    /** All values in the catalogue's order. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<Feature> features = FeatureCatalogue.shipped().features();
        for (int at = 0; at < features.size(); at++) {
            Feature feature = features.get(at);
            float value = vector.getValues().get(at);
            lines.add(new Line(
                    feature, value, Float.isNaN(value) ? "unknown: " + feature.meaningOfNan() : from(feature)));
        }
        return lines;
    }

    private String from(Feature feature) {
        if (feature.source().equals("market_snapshots")) {
            return "the market as of " + vector.getAsOf();
        }
        if (feature.source().equals("fixtures")) {
            return "the fixture, kickoff " + vector.getKickoffAt();
        }
        return switch (feature.side()) {
            case "home" -> side(feature, vector.getHomeTeam(), true);
            case "away" -> side(feature, vector.getAwayTeam(), false);
            case "difference" ->
                feature.name().replace("_difference", "_home") + " minus "
                        + feature.name().replace("_difference", "_away");
            default -> match(feature);
        };
    }

    private String side(Feature feature, String team, boolean home) {
        Matcher last = LAST.matcher(feature.window());
        if (last.find()) {
            boolean here = last.group(2).contains("venue");
            return named(known.stream()
                    .filter(row -> plays(row, team) && isForm(row))
                    .filter(row -> !here || row.home().value().equals(team) == home)
                    .limit(Integer.parseInt(last.group(1)))
                    .toList());
        }
        if (feature.window().equals("season")) {
            return named(known.stream()
                    .filter(row -> plays(row, team)
                            && row.season().label().equals(vector.getSeason())
                            && row.competition().code().equals(vector.getCompetition()))
                    .toList());
        }
        Matcher days = DAYS.matcher(feature.window());
        if (days.find()) {
            Instant oldest = vector.getKickoffAt().minus(Duration.ofDays(Long.parseLong(days.group(1))));
            return named(known.stream()
                    .filter(row -> plays(row, team) && !row.kickoffAt().isBefore(oldest))
                    .toList());
        }
        if (feature.window().equals("since the last match")) {
            return named(known.stream().filter(row -> plays(row, team)).limit(1).toList());
        }
        return named(known.stream()
                .filter(row -> plays(row, team))
                .limit(feature.window().startsWith("all") ? Long.MAX_VALUE : MOST_NAMED)
                .toList());
    }

    private String match(Feature feature) {
        if (feature.group().equals("head_to_head")) {
            return named(known.stream()
                    .filter(row -> plays(row, vector.getHomeTeam()) && plays(row, vector.getAwayTeam()))
                    .filter(row ->
                            !row.resultAt().isBefore(vector.getKickoffAt().minus(MEETINGS)))
                    .limit(10)
                    .toList());
        }
        if (feature.name().startsWith("league_")) {
            Instant oldest = vector.getKickoffAt().minus(YEAR);
            return named(known.stream()
                    .filter(row -> row.competition().code().equals(vector.getCompetition())
                            && !row.resultAt().isBefore(oldest))
                    .toList());
        }
        return "the values of both sides";
    }

    private boolean isForm(HistoryRow row) {
        return !row.resultAt().isBefore(vector.getKickoffAt().minus(FORM));
    }

    private static boolean plays(HistoryRow row, String team) {
        return row.home().value().equals(team) || row.away().value().equals(team);
    }

    private static String named(List<HistoryRow> rows) {
        String names = String.join(
                ", ",
                rows.stream()
                        .limit(MOST_NAMED)
                        .map(row -> "%s %s-%s %d:%d (%s)"
                                .formatted(
                                        row.date(),
                                        row.home(),
                                        row.away(),
                                        row.score().home(),
                                        row.score().away(),
                                        row.location()))
                        .toList());
        return rows.size() + " results: " + names + (rows.size() > MOST_NAMED ? ", ..." : "");
    }
}
