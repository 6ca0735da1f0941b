package io.touchline.ingest.publish;

import io.touchline.ingest.connector.footballdata.IngestRows;
import io.touchline.ingest.normalise.ContentHash;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one batch and counts what became of its rows. */
final class BatchWriter {

    private final Optional<HistoryStore> store;
    private final RecordSender sender;
    private final Rejections rejections;
    private final IngestRows records;
    private final Instant now;
    private final ContentHash hash = new ContentHash();
    private final Map<String, Match> changed = new LinkedHashMap<>();
    private final List<CsvRejection> faults = new ArrayList<>();
    private final List<CsvRejection> rejected = new ArrayList<>();
    private long loaded;
    private long unchanged;

    /**
     * @param records makes the records without our clock, so that equal content has an equal hash
     * @param now our clock, put into the records that are sent
     */
    BatchWriter(
            Optional<HistoryStore> store, RecordSender sender, Rejections rejections, IngestRows records, Instant now) {
        this.store = store;
        this.sender = sender;
        this.rejections = rejections;
        this.records = records;
        this.now = now;
    }

    void write(LoadBatch batch) throws SQLException, IOException {
        Map<String, String> known = store.isPresent() && !batch.leagues().isEmpty()
                ? store.get().hashes(batch.leagues(), batch.seasons())
                : new HashMap<>();
        List<HistoryStore.LoadedFile> newFiles = new ArrayList<>();
        for (LoadedInput input : batch.inputs()) {
            input.file().rows().forEach(row -> compare(row, known));
            rejected.addAll(input.file().rejections());
            if (isNew(input)) {
                input.file().rejections().forEach(this::send);
                newFiles.add(new HistoryStore.LoadedFile(
                        IngestRows.SOURCE,
                        input.contentHash(),
                        input.file().name(),
                        input.file().lines(),
                        input.file().rejections().size()));
            }
        }
        changed.values().forEach(this::send);
        faults.forEach(this::send);
        sender.flush();
        if (store.isPresent()) {
            newFiles.removeIf(file -> file.contentHash().isEmpty());
            store.get().write(changed.values(), batch.derivedTeams(), newFiles, now);
        }
    }

    long loaded() {
        return loaded;
    }

    long unchanged() {
        return unchanged;
    }

    List<CsvRejection> rejected() {
        return rejected;
    }

    List<CsvRejection> faults() {
        return faults;
    }

    /** A file whose very bytes were loaded before has its rejections on the topic already. */
    private boolean isNew(LoadedInput input) throws SQLException {
        return store.isEmpty()
                || input.contentHash().isEmpty()
                || !store.get().knowsFile(IngestRows.SOURCE, input.contentHash());
    }

    private void compare(HistoryRow row, Map<String, String> known) {
        List<CsvRejection> found = new ArrayList<>();
        Fixture fixture = records.finishedFixture(row);
        MatchResult result = records.result(row, found::add);
        String content = hash.of(fixture, result);
        if (content.equals(known.put(fixture.getFixtureId(), content))) {
            unchanged++;
            return;
        }
        loaded++;
        faults.addAll(found);
        fixture.setReceivedAt(now);
        fixture.setEmittedAt(now);
        result.setReceivedAt(now);
        result.setEmittedAt(now);
        changed.put(fixture.getFixtureId(), new Match(row, fixture, result, content));
    }

    private void send(Match match) {
        Fixture fixture = match.fixture();
        MatchResult result = match.result();
        sender.send(Topics.FIXTURES, fixture.getFixtureId(), fixture, fixture.getObservedAt());
        sender.send(Topics.MATCH_RESULTS, result.getFixtureId(), result, result.getObservedAt());
    }

    private void send(CsvRejection rejection) {
        rejections.reject(
                IngestRows.SOURCE, rejection.reason(), rejection.detail(), rejection.location(), rejection.raw());
    }
}
