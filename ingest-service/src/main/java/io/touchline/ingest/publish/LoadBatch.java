package io.touchline.ingest.publish;

import io.touchline.platform.footballdata.DerivedTeam;
import io.touchline.platform.footballdata.HistoryFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Some files that are written together. */
final class LoadBatch {

    private final List<LoadedInput> inputs = new ArrayList<>();
    private int rows;

    void add(LoadedInput input) {
        inputs.add(input);
        rows += input.file().lines();
    }

    List<LoadedInput> inputs() {
        return inputs;
    }

    int rows() {
        return rows;
    }

    int files() {
        return inputs.size();
    }

    Set<DerivedTeam> derivedTeams() {
        return files(inputs).stream()
                .flatMap(file -> file.derivedTeams().stream())
                .collect(Collectors.toSet());
    }

    Set<String> leagues() {
        return files(inputs).stream()
                .flatMap(file -> file.rows().stream())
                .map(row -> row.competition().code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> seasons() {
        return files(inputs).stream()
                .flatMap(file -> file.rows().stream())
                .map(row -> row.season().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<HistoryFile> files(List<LoadedInput> inputs) {
        return inputs.stream().map(LoadedInput::file).toList();
    }
}
