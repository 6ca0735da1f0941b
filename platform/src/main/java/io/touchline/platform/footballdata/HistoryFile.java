package io.touchline.platform.footballdata;

import io.touchline.platform.csv.CsvRejection;
import java.util.List;
import java.util.Set;

/**
 * One file of football-data.co.uk, read: every line is one of {@link #rows} or one of {@link #rejections}. Made by {@link HistoryReader}.
 *
 * @param name the file's own name
 * @param rows the played matches, in the order of the file
 * @param rejections the other lines, in no particular order; one for the file where all of it was refused
 * @param derivedTeams clubs that the directory does not know
 */
public record HistoryFile(
        String name, List<HistoryRow> rows, List<CsvRejection> rejections, Set<DerivedTeam> derivedTeams) {

    public HistoryFile {
        rows = List.copyOf(rows);
        rejections = List.copyOf(rejections);
        derivedTeams = Set.copyOf(derivedTeams);
    }

    /** Lines below the header: rows and rejections together. */
    public int lines() {
        return rows.size() + rejections.size();
    }
}
