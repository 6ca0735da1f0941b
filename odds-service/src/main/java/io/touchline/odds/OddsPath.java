package io.touchline.odds;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.odds.arbitrage.ArbitrageFinder;
import io.touchline.odds.consensus.Bookmakers;
import io.touchline.odds.consensus.Consensus;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.OddsUpdate;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The service's topology without the service: for checks and measurements that run it in a thread of their own. */
public final class OddsPath {

    private OddsPath() {}

    /**
     * From {@link io.touchline.schema.Topics#LIVE_ODDS} to {@link io.touchline.schema.Topics#MARKET_SNAPSHOTS}.
     *
     * @param clock of {@code emittedAt}
     * @param properties by full name such as {@code odds.devig.method}; defaults where missing
     */
    public static Topology topology(
            KafkaSettings kafka, InstantSource clock, Rejections rejections, Map<String, String> properties) {
        return OddsTopology.of(kafka, parts(clock, rejections, properties));
    }

    /** What the topology runs, for one task; keyed by fixture. */
    public static Processor<String, OddsUpdate, String, MarketSnapshot> processor(
            InstantSource clock, Rejections rejections, Map<String, String> properties) {
        return new KeepLatestQuote(parts(clock, rejections, properties));
    }

    private static KeepLatestQuote.Parts parts(
            InstantSource clock, Rejections rejections, Map<String, String> properties) {
        OddsProperties bound = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("odds", Bindable.of(OddsProperties.class));
        Bookmakers bookmakers = Bookmakers.shipped();
        Consensus consensus = new Consensus(bookmakers, bound.devig().methods(), bound.weights());
        return new KeepLatestQuote.Parts(
                bound.bookRules(),
                bound.book().keptAfterKickoff(),
                new Snapshots(consensus, new ArbitrageFinder(bookmakers), clock),
                Pace.EACH_CHANGE,
                rejections,
                new OddsMeters(new SimpleMeterRegistry()));
    }
}
