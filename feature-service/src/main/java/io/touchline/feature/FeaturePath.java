package io.touchline.feature;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.feature.FeatureConfiguration.FeatureFormulas;
import io.touchline.feature.vector.CutoffRule;
import io.touchline.feature.vector.FormProcessor;
import io.touchline.feature.vector.VectorMeters;
import io.touchline.feature.vector.VectorProcessor;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.FeatureCatalogue;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The service's two topologies without the service: for checks and measurements that run them in a thread of their own. */
public final class FeaturePath {

    private final KafkaSettings kafka;
    private final InstantSource clock;
    private final FeatureProperties properties;
    private final FeatureFormulas formulas;

    /**
     * @param clock of {@code emittedAt}
     * @param properties by full name such as {@code feature.elo.k}; defaults where missing
     */
    public FeaturePath(KafkaSettings kafka, InstantSource clock, Map<String, String> properties) {
        this.kafka = kafka;
        this.clock = clock;
        this.properties = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("feature", Bindable.of(FeatureProperties.class));
        this.formulas = FeatureFormulas.of(FeatureCatalogue.shipped(), this.properties);
    }

    /** From fixtures and results to {@link io.touchline.schema.Topics#FIXTURE_FORM}. */
    public Topology form(Rejections rejections) {
        return FeatureTopology.form(kafka, () -> formProcessor(rejections));
    }

    /** From fixtures, team parts and snapshots to {@link io.touchline.schema.Topics#FEATURE_VECTORS}. */
    public Topology vector() {
        return FeatureTopology.vector(kafka, this::vectorProcessor);
    }

    /** What {@link #form} runs, for one task: keys are those of {@link FeatureTopology#association}. */
    public FormProcessor formProcessor(Rejections rejections) {
        return new FormProcessor(
                formulas.catalogue(), formulas.team(), formulas.elo(), formulas.pi(), clock, rejections);
    }

    /** What {@link #vector} runs, for one task. */
    public VectorProcessor vectorProcessor() {
        return new VectorProcessor(
                formulas.catalogue(),
                formulas.market(),
                formulas.inPlay(),
                new CutoffRule(properties.cutoff().closingWindow()),
                clock,
                new VectorMeters(new SimpleMeterRegistry()));
    }
}
