package io.touchline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.ingest.connector.footballdata.FootballDataConnector;
import io.touchline.ingest.publish.HistoryLoader;
import io.touchline.ingest.publish.LoadProgress;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.schema.Fixture;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.testkit.TestBroker;
import io.touchline.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is put together. */
class IngestServiceIT {

    private final TestBroker broker = TestBroker.shared();
    private final KafkaSettings kafka = broker.settings();

    @TempDir
    Path folder;

    @Test
    void withoutSources_itLoadsFilesAsked_withTheUsersTeams() throws IOException {
        Path teams = folder.resolve("teams.txt");
        Files.writeString(teams, "soccer/ENG | borchester | Borchester United | Borchester Utd\n");
        Path file = folder.resolve("E0_2223.csv");
        Files.writeString(file, """
                Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR
                E0,06/08/2022,Borchester Utd,Arsenal,0,2,A
                E0,06/08/2022,,Arsenal,0,2,A
                """);

        try (ConfigurableApplicationContext context = start("ingest.teams=" + teams);
                TestBroker.Tail<Fixture> fixtures = TestBroker.tail(kafka, Topics.FIXTURES);
                TestBroker.Tail<Rejection> rejections = TestBroker.tail(kafka, Topics.REJECTIONS)) {
            context.getBean(HistoryLoader.class).load(List.of(file), LoadProgress.NONE);

            assertThat(fixtures.await(1))
                    .extracting(Fixture::getFixtureId)
                    .containsExactly("soccer:eng.1:2022-23:borchester:arsenal");
            assertThat(rejections.await(1))
                    .extracting(rejection -> rejection.getReason() + " " + rejection.getLocation())
                    .containsExactly("MISSING_TEAM E0_2223.csv:3");
            assertThat(context.getBeansOfType(FootballDataConnector.class)).isEmpty();
        }
    }

    @Test
    void aSourceThatIsSwitchedOn_waitsForItsTime_andTellsItsHealth() {
        try (ConfigurableApplicationContext context = start(
                "ingest.footballdata.enabled=true",
                // nobody listens there, and nobody is asked before the time of day has come
                "ingest.footballdata.base-url=http://127.0.0.1:9",
                "ingest.footballdata.codes=E0")) {
            FootballDataConnector connector = context.getBean(FootballDataConnector.class);

            assertThat(connector.health().report().state()).isEqualTo(SourceHealth.State.STARTING);
            assertThat(context.getBean("footballDataHealth", HealthIndicator.class)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    private ConfigurableApplicationContext start(String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--touchline.kafka.bootstrap=" + broker.bootstrap(),
                "--touchline.kafka.namespace=" + kafka.namespace().prefix(),
                "--touchline.postgres.url=" + TestPostgres.freshUrl()));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new SpringApplicationBuilder(IngestConfiguration.class)
                .web(WebApplicationType.NONE)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("testRegistry", (SchemaRegistry) broker.registry()))
                .run(arguments.toArray(String[]::new));
    }
}
