package io.touchline.bench.live;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Offers made updates at a rate to running services and measures their vectors; the same to a topic that nobody works on, for the bound. */
final class LiveLoad implements AutoCloseable {

    private static final long SEED = 20;
    private static final int FIXTURES = 240;
    private static final long STEP_NANOS = 500_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** Nobody reads it in the namespace of a measurement. */
    private static final Topic<?> IDLE = Topics.VALUE_ALERTS;

    /**
     * What came of a round.
     *
     * @param offered updates a second that were really sent
     * @param answers of every update
     * @param processorSeconds that services, broker and this load used together
     */
    record Round(double offered, Answers answers, double processorSeconds) {

        /** Of all cores, for each update. */
        double processorMicros() {
            return Load.tenths(processorSeconds * 1e6 / answers.size());
        }

        /** Whether the services bear this rate: it was offered, everything was answered a second after the end, and answers grew no older on the way. */
        boolean sustained(double wanted) {
            return offered >= 0.98 * wanted
                    && answers.complete()
                    && answers.drainSeconds() <= 1
                    && answers.percentile(0.5, 0.75, 1) <= answers.percentile(0.5, 0.25, 0.5) + 250;
        }
    }

    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final MadePrices prices;
    private final Receiver vectors;
    private final Receiver echoes;

    /** Tells fixtures, results and first prices and waits until each of them is in a vector. */
    LiveLoad(KafkaSettings kafka, InstantSource clock) throws InterruptedException {
        this.kafka = kafka;
        Instant now = clock.instant();
        MadeSchedule schedule = new MadeSchedule(FIXTURES, now, SEED);
        Map<String, Integer> numbers = new HashMap<>();
        schedule.fixtures().forEach(fixture -> numbers.put(fixture.getFixtureId(), numbers.size()));
        this.prices = new MadePrices(schedule.fixtures(), kafka.serde(Topics.LIVE_ODDS), now, SEED);
        this.producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
        this.vectors = new Receiver(kafka, kafka.name(Topics.FEATURE_VECTORS), numbers);
        this.echoes = new Receiver(kafka, kafka.name(IDLE), numbers);
        try (RecordSender sender = new RecordSender(kafka)) {
            for (MatchResult result : schedule.results()) {
                sender.send(Topics.MATCH_RESULTS, result.getFixtureId(), result, result.getResultAt());
            }
            for (Fixture fixture : schedule.fixtures()) {
                sender.send(Topics.FIXTURES, fixture.getFixtureId(), fixture, fixture.getObservedAt());
            }
            sender.flush();
        }
        Round opening = offer(Topics.LIVE_ODDS, vectors, prices.opening(), 500);
        if (!opening.answers().complete()) {
            throw new IllegalStateException(opening.answers().unanswered() + " first prices are in no vector");
        }
    }

    /** Updates into vectors. */
    Round round(double rate, double seconds) {
        return offer(Topics.LIVE_ODDS, vectors, prices.next((int) (rate * seconds), rate), rate);
    }

    /** The same updates into a topic and out of it. */
    Round echo(double rate, double seconds) {
        return offer(IDLE, echoes, prices.next((int) (rate * seconds), rate), rate);
    }

    /** Records a second through a topic as fast as they go. */
    double echoRate(int count) {
        Round round = offer(IDLE, echoes, prices.next(count, 20_000), 1e9);
        return count / (count / round.offered() + round.answers().drainSeconds());
    }

    /** Seconds from the services' start until a new price of every fixture is in a vector: all stores are built again from their changelogs. */
    double restarted(Runnable start) {
        long began = System.nanoTime();
        start.run();
        Round after = offer(Topics.LIVE_ODDS, vectors, prices.ofEveryFixture(), 1e9);
        return after.answers().complete() ? (System.nanoTime() - began) / 1e9 : Double.NaN;
    }

    private Round offer(Topic<?> topic, Receiver receiver, List<Tick> all, double rate) {
        String name = kafka.name(topic);
        Answers answers = new Answers(FIXTURES, all.size());
        receiver.into(answers);
        double processor = Load.processorSeconds();
        long began = System.nanoTime();
        int next = 0;
        while (next < all.size()) {
            long now = System.nanoTime();
            int due = (int) Math.min(all.size(), (now - began) / 1e9 * rate + 1);
            for (; next < due; next++) {
                Tick tick = all.get(next);
                answers.sent(tick.fixture(), tick.observedAt(), System.nanoTime());
                producer.send(new ProducerRecord<>(name, null, tick.observedAt(), tick.key(), tick.bytes()));
            }
            if (next < all.size()) {
                LockSupport.parkNanos(STEP_NANOS);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        producer.flush();
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!answers.complete() && System.nanoTime() < limit) {
            LockSupport.parkNanos(STEP_NANOS);
        }
        return new Round(all.size() / seconds, answers, Load.processorSeconds() - processor);
    }

    @Override
    public void close() {
        producer.close();
        vectors.close();
        echoes.close();
    }
}
