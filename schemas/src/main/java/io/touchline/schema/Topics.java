package io.touchline.schema;

import static io.touchline.schema.Topic.Cleanup.COMPACT;
import static io.touchline.schema.Topic.Cleanup.COMPACT_AND_DELETE;
import static io.touchline.schema.Topic.Cleanup.DELETE;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.NullMarked;

/** Every topic of Touchline. The key is the fixture id unless {@link Topic#key} says otherwise; all have equal partition counts. */
@NullMarked
public final class Topics {

    static {
        // Avro 1.12 builds records only of classes that it was told to trust
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT,
                type -> type.getPackageName().equals("io.touchline.schema")
                        || type.getPackageName().startsWith("java.time")));
    }

    public static final Topic<Fixture> FIXTURES = topic("fixtures", Fixture.class, "fixtureId", COMPACT, 0);
    public static final Topic<MatchState> LIVE_SCORES = topic("live_scores", MatchState.class, "fixtureId", DELETE, 7);
    public static final Topic<Shot> LIVE_XG = topic("live_xg", Shot.class, "fixtureId", DELETE, 7);
    public static final Topic<OddsUpdate> LIVE_ODDS = topic("live_odds", OddsUpdate.class, "fixtureId", DELETE, 7);
    public static final Topic<MatchResult> MATCH_RESULTS =
            topic("match_results", MatchResult.class, "fixtureId", COMPACT, 0);
    public static final Topic<SquadNews> SQUAD_NEWS = topic("squad_news", SquadNews.class, "team", COMPACT, 0);
    public static final Topic<MarketSnapshot> MARKET_SNAPSHOTS =
            topic("market_snapshots", MarketSnapshot.class, "fixtureId", COMPACT_AND_DELETE, 30);
    public static final Topic<FixtureForm> FIXTURE_FORM =
            topic("fixture_form", FixtureForm.class, "fixtureId", COMPACT, 0);
    public static final Topic<FeatureVector> FEATURE_VECTORS =
            topic("feature_vectors", FeatureVector.class, "fixtureId", DELETE, 30);
    public static final Topic<Prediction> PREDICTIONS =
            topic("predictions", Prediction.class, "fixtureId", COMPACT_AND_DELETE, 30);
    public static final Topic<ValueAlert> VALUE_ALERTS =
            topic("value_alerts", ValueAlert.class, "fixtureId", DELETE, 30);
    public static final Topic<AlertOutcome> ALERT_OUTCOMES =
            topic("alert_outcomes", AlertOutcome.class, "fixtureId|alertId", COMPACT, 0);
    public static final Topic<ModelRelease> MODELS = topic("models", ModelRelease.class, "name|version", COMPACT, 0);
    public static final Topic<Rejection> REJECTIONS = topic("rejections", Rejection.class, "source", DELETE, 14);

    public static final Topic<SourceState> SOURCE_HEALTH =
            topic("source_health", SourceState.class, "source", COMPACT, 0);
    public static final Topic<FixtureLink> FIXTURE_LINKS =
            topic("fixture_links", FixtureLink.class, "source:vendorId", COMPACT, 0);
    public static final Topic<QualityFinding> QUALITY_FINDINGS =
            topic("quality_findings", QualityFinding.class, "source", DELETE, 14);

    private Topics() {}

    /** All of them, in the order of the way of the data. */
    public static List<Topic<? extends SpecificRecord>> list() {
        return List.of(
                FIXTURES,
                LIVE_SCORES,
                LIVE_XG,
                LIVE_ODDS,
                MATCH_RESULTS,
                SQUAD_NEWS,
                MARKET_SNAPSHOTS,
                FIXTURE_FORM,
                FEATURE_VECTORS,
                PREDICTIONS,
                VALUE_ALERTS,
                ALERT_OUTCOMES,
                MODELS,
                REJECTIONS,
                SOURCE_HEALTH,
                FIXTURE_LINKS,
                QUALITY_FINDINGS);
    }

    private static <V extends SpecificRecord> Topic<V> topic(
            String name, Class<V> type, String key, Topic.Cleanup cleanup, int days) {
        return new Topic<>(name, type, SpecificData.get().getSchema(type), key, cleanup, Duration.ofDays(days));
    }
}
