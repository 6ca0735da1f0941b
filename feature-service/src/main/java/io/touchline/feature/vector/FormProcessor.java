package io.touchline.feature.vector;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.catalogue.TeamFeatures;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.PastResult;
import io.touchline.feature.state.SquadWord;
import io.touchline.feature.vector.FormBoard.Part;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureForm;
import io.touchline.schema.MatchResult;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.FloatValues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the results and scheduled fixtures of its associations in two stores and tells the fixtures' team parts. The stores hold the facts alone; everything derived is built
 * from them when the processor starts. Key in: association; key out: fixtureId.
 */
public final class FormProcessor implements Processor<String, SpecificRecord, String, FixtureForm> {

    /** Results by association and fixture: about 190 bytes each with the key, kept for good. */
    public static final String RESULTS = "results-by-association";

    /** Scheduled fixtures by association and fixture: about 170 bytes each, until their result comes, or some days after kickoff. */
    public static final String FIXTURES = "open-fixtures-by-association";

    /** News of squads by association, team, kind, player and time: about 200 bytes each with the key; of each team and kind the newest 600. */
    public static final String SQUADS = "squad-news-by-association";

    /** A result that was known so long after now was not known. */
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofDays(1);

    /** How often parts are made that wait for a history that came late; a schedule only, no time goes into a value. */
    private static final Duration CATCH_UP = Duration.ofMillis(100);

    private static final Set<String> TO_COME = Set.of("SCHEDULED", "IN_PLAY");
    private static final char SEPARATOR = '|';

    private final FeatureCatalogue catalogue;
    private final TeamFeatures features;
    private final EloRating elo;
    private final PiRating pi;
    private final InstantSource clock;
    private final Rejections rejections;
    private final Map<String, FormBoard> boards = new HashMap<>();
    private @Nullable ProcessorContext<String, FixtureForm> context;
    private @Nullable KeyValueStore<String, byte[]> results;
    private @Nullable KeyValueStore<String, byte[]> fixtures;
    private @Nullable KeyValueStore<String, byte[]> squads;

    public FormProcessor(
            FeatureCatalogue catalogue,
            TeamFeatures features,
            EloRating elo,
            PiRating pi,
            InstantSource clock,
            Rejections rejections) {
        this.catalogue = catalogue;
        this.features = features;
        this.elo = elo;
        this.pi = pi;
        this.clock = clock;
        this.rejections = rejections;
    }

    @Override
    public void init(ProcessorContext<String, FixtureForm> given) {
        this.context = given;
        KeyValueStore<String, byte[]> keptResults = given.getStateStore(RESULTS);
        KeyValueStore<String, byte[]> keptFixtures = given.getStateStore(FIXTURES);
        this.results = keptResults;
        this.fixtures = keptFixtures;
        each(keptResults, (association, bytes) -> board(association).restore(PastResult.read(bytes)));
        KeyValueStore<String, byte[]> keptSquads = given.getStateStore(SQUADS);
        this.squads = keptSquads;
        each(keptSquads, (association, bytes) -> board(association).restore(SquadWord.read(bytes)));
        each(keptFixtures, (association, bytes) -> board(association).restore(OpenFixture.read(bytes)));
        boards.values().forEach(FormBoard::restored);
        given.schedule(
                CATCH_UP,
                PunctuationType.WALL_CLOCK_TIME,
                ignored -> boards.values().stream()
                        .filter(FormBoard::isBehind)
                        .forEach(board -> tell(board, board.catchUp())));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        FormBoard board = board(record.key());
        switch (record.value()) {
            case Fixture fixture -> schedule(record.key(), board, fixture);
            case MatchResult result -> result(record.key(), board, result, record.timestamp());
            case SquadNews news -> squad(record.key(), board, SquadWord.of(news));
            case null, default ->
                throw new IllegalArgumentException("neither a fixture, a result nor news of a squad: " + record);
        }
        List<Part> forgotten = board.forget();
        forgotten.forEach(
                part -> fixtures().delete(key(record.key(), part.fixture().fixtureId())));
        tell(board, forgotten);
    }

    private void schedule(String association, FormBoard board, Fixture fixture) {
        String id = fixture.getFixtureId();
        List<Part> parts =
                TO_COME.contains(fixture.getStatus()) ? board.schedule(OpenFixture.of(fixture)) : board.unschedule(id);
        Optional<OpenFixture> now = board.fixture(id);
        String key = key(association, id);
        if (now.isPresent()) {
            fixtures().put(key, now.get().write());
        } else if (fixtures().get(key) != null) {
            fixtures().delete(key);
        }
        tell(board, parts);
    }

    private void result(String association, FormBoard board, MatchResult result, long toldAt) {
        String id = result.getFixtureId();
        if (result.getResultAt().isBefore(result.getKickoffAt())) {
            rejections.reject(
                    Topics.MATCH_RESULTS.name(),
                    RejectReason.CONTRADICTORY_RESULT,
                    "the result of " + id + " was known at " + result.getResultAt() + ", before kickoff at "
                            + result.getKickoffAt(),
                    id,
                    null);
            return;
        }
        if (result.getResultAt().isAfter(clock.instant().plus(CLOCKS_MAY_DIFFER))) {
            // it would be the newest for good, and nothing would come next
            rejections.reject(
                    Topics.MATCH_RESULTS.name(),
                    RejectReason.FROM_THE_FUTURE,
                    "the result of " + id + " was known at " + result.getResultAt() + ", which is not yet",
                    id,
                    null);
            return;
        }
        Optional<PastResult> counts = PastResult.of(result);
        String key = key(association, id);
        List<Part> parts = new ArrayList<>();
        if (counts.isPresent()) {
            if (counts.equals(board.result(id))) {
                return;
            }
            parts.addAll(board.result(counts.get(), toldAt));
            results().put(key, counts.get().write());
        } else {
            parts.addAll(board.unschedule(id));
            parts.addAll(board.withdraw(id, toldAt));
            results().delete(key);
        }
        fixtures().delete(key);
        tell(board, parts);
    }

    private void squad(String association, FormBoard board, SquadWord word) {
        KeyValueStore<String, byte[]> kept = Objects.requireNonNull(squads, "init comes first");
        String key = key(association, word.key());
        byte[] bytes = word.write();
        if (Arrays.equals(bytes, kept.get(key))) {
            return;
        }
        FormBoard.Moved moved = board.squad(word);
        kept.put(key, bytes);
        moved.gone().forEach(gone -> kept.delete(key(association, gone.key())));
        tell(board, moved.parts());
    }

    private void tell(FormBoard board, List<Part> parts) {
        for (Part part : parts) {
            OpenFixture fixture = part.fixture();
            FixtureForm form =
                    part.values().map(values -> form(fixture, values)).orElse(null);
            long at = part.values().map(TeamFeatures.Values::asOf).orElse(Math.max(0, board.clock()));
            Objects.requireNonNull(context).forward(new Record<>(fixture.fixtureId(), form, at));
        }
    }

    private FixtureForm form(OpenFixture fixture, TeamFeatures.Values values) {
        return FixtureForm.newBuilder()
                .setFixtureId(fixture.fixtureId())
                .setCompetition(fixture.competition())
                .setSeason(fixture.season())
                .setHomeTeam(fixture.homeTeam())
                .setAwayTeam(fixture.awayTeam())
                .setKickoffAt(Instant.ofEpochMilli(fixture.kickoffAt()))
                .setAsOf(Instant.ofEpochMilli(values.asOf()))
                .setCatalogueVersion(catalogue.version())
                .setValues(FloatValues.of(values.values()))
                .setEmittedAt(clock.instant())
                .build();
    }

    private FormBoard board(String association) {
        return boards.computeIfAbsent(association, unused -> new FormBoard(features, elo, pi));
    }

    private KeyValueStore<String, byte[]> results() {
        return Objects.requireNonNull(results, "init comes first");
    }

    private KeyValueStore<String, byte[]> fixtures() {
        return Objects.requireNonNull(fixtures, "init comes first");
    }

    private static String key(String association, String fixtureId) {
        return association + SEPARATOR + fixtureId;
    }

    /** What the keys of an association are not before. */
    static String firstKey(String association) {
        return association + SEPARATOR;
    }

    /** What the keys of an association are not after. */
    static String lastKey(String association) {
        return association + (char) (SEPARATOR + 1);
    }

    private static void each(
            KeyValueStore<String, byte[]> store, java.util.function.BiConsumer<String, byte[]> consumer) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                consumer.accept(entry.key.substring(0, entry.key.indexOf(SEPARATOR)), entry.value);
            }
        }
    }
}
