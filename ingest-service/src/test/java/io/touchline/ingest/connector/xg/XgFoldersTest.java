package io.touchline.ingest.connector.xg;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.ingest.connector.opta.OptaConfiguration;
import io.touchline.ingest.connector.statsbomb.StatsBombConfiguration;
import io.touchline.ingest.connector.understat.UnderstatConfiguration;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What the settings switch on: nothing by themselves, a folder's connector where its folder is set. */
class XgFoldersTest {

    private static final String OPTA = """
            <SoccerFeed><SoccerDocument Type="Latest" competition_id="8" season_id="2025">
            <MatchData uID="g901"><MatchInfo Period="FullTime"><Date>2026-03-14 15:00:00</Date><TZ>GMT</TZ></MatchInfo>
            <TeamData Side="Home" TeamRef="t11" Score="1"/><TeamData Side="Away" TeamRef="t12" Score="0"/></MatchData>
            <Team uID="t11"><Name>Upper Town</Name></Team><Team uID="t12"><Name>Lower Town</Name></Team>
            </SoccerDocument></SoccerFeed>""";
    private static final String STATSBOMB = """
            [{"match_id":19798,"match_date":"2019-02-20","kick_off":null,"competition":{"competition_id":2,"competition_name":"Premier League"},
              "season":{"season_id":4,"season_name":"2018/2019"},"home_team":{"home_team_id":1,"home_team_name":"Upper Town"},
              "away_team":{"away_team_id":2,"away_team_name":"Lower Town"},"home_score":3,"away_score":1}]""";

    private final List<VendorEvent> told = new CopyOnWriteArrayList<>();

    private final class Kept implements Normaliser {

        @Override
        public boolean reads(VendorEvent event) {
            return true;
        }

        @Override
        public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
            told.add(event);
        }

        @Override
        public void flush() {}
    }

    private AnnotationConfigApplicationContext context(Map<String, Object> settings) {
        InstantSource clock = InstantSource.system();
        Intakes intakes = new Intakes(
                ref -> new Resolution.Unmatched(RejectReason.UNKNOWN_FIXTURE, "nobody asked", List.of()),
                new Kept(),
                new Rejections(clock, rejection -> {}),
                Recorder.NONE);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(PlatformConfiguration.Clocks.class, () -> new PlatformConfiguration.Clocks(clock));
        context.registerBean(Intakes.class, () -> intakes);
        context.register(OptaConfiguration.class, StatsBombConfiguration.class, UnderstatConfiguration.class);
        context.refresh();
        return context;
    }

    private static Path put(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, body);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void withoutSettings_nothingRuns() {
        try (AnnotationConfigApplicationContext context = context(Map.of())) {
            assertThat(context.getBeansOfType(Connector.class)).isEmpty();
        }
    }

    @Test
    void aFolderThatIsSet_isRead(@TempDir Path dir) throws Exception {
        put(dir.resolve("opta/srml-8-2025-results.xml"), OPTA);
        put(dir.resolve("statsbomb/data/matches/2/4.json"), STATSBOMB);
        try (AnnotationConfigApplicationContext context = context(Map.of(
                "ingest.connectors.opta.dir", dir.resolve("opta").toString(),
                "ingest.connectors.statsbomb.dir", dir.resolve("statsbomb").toString()))) {
            assertThat(context.getBeansOfType(Connector.class)).hasSize(2);
            Await.until("both files", told::size, size -> size == 2);
        }
    }
}
