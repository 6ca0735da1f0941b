package io.touchline.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorWire;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom, and where time comes from ({@code docs/architecture.md}). */
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("ingest", "odds", "feature", "prediction", "alert", "gateway");

    private static final String[] SERVICE_PACKAGES =
            SERVICES.stream().map(stage -> "io.touchline." + stage + "..").toArray(String[]::new);

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.touchline");
    }

    @Test
    void everyModuleIsSeen() {
        Set<String> seen = ours.stream()
                .map(type -> type.getPackageName().split("\\.", 4)[2])
                .collect(Collectors.toSet());
        assertThat(seen).containsAll(SERVICES).contains("schema", "domain", "platform", "simulator", "standalone");
    }

    @Test
    void noServiceKnowsAnotherService() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "io.touchline." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.touchline." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(ours);
        }
    }

    @Test
    void schemasAndDomainKnowNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("io.touchline.schema..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.touchline..").and(not("io.touchline.schema")))
                .check(ours);
        noClasses()
                .that()
                .resideInAPackage("io.touchline.domain..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.touchline..").and(not("io.touchline.domain")))
                .check(ours);
    }

    @Test
    void domainIsPureJava() {
        noClasses()
                .that()
                .resideInAPackage("io.touchline.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "java.sql..",
                        "tools.jackson..")
                .check(ours);
    }

    @Test
    void platformKnowsNoService() {
        noClasses()
                .that()
                .resideInAPackage("io.touchline.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICE_PACKAGES)
                .check(ours);
    }

    @Test
    void nobodyKnowsStandalone() {
        noClasses()
                .that()
                .resideInAnyPackage(SERVICE_PACKAGES)
                .or()
                .resideInAnyPackage(
                        "io.touchline.platform..",
                        "io.touchline.domain..",
                        "io.touchline.schema..",
                        "io.touchline.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.touchline.standalone..", "io.touchline.bench..")
                .check(ours);
    }

    /** Time comes from records or an injected {@link java.time.InstantSource}; what waits for a socket or a process may look at a stop-watch. */
    @Test
    void domainAndServicesDoNotReadTheWallClock() {
        noClasses()
                .that()
                .resideInAPackage("io.touchline.domain..")
                .or()
                .resideInAnyPackage(SERVICE_PACKAGES)
                .should()
                .callMethodWhere(readsTheWallClock())
                .check(ours);
    }

    /** Nothing polls without a limit: whoever asks a vendor over HTTP awaits a rate limit in the same class. */
    @Test
    void nobodyAsksAVendorWithoutARateLimit() {
        List<JavaClass> asking = ours.stream()
                .filter(type ->
                        !type.isEquivalentTo(VendorWire.class) && calls(type, VendorWire.class, Set.of("get", "post")))
                .toList();
        assertThat(asking).hasSizeGreaterThanOrEqualTo(8);
        assertThat(asking)
                .allSatisfy(type -> assertThat(calls(type, RateLimit.class, Set.of("await")))
                        .as(type.getName() + " awaits a rate limit")
                        .isTrue());
    }

    /** What a feed says of itself reaches its health, and no secret leaves with what is rejected or recorded. */
    @Test
    void everyConnectorWithAnIntakeReadsIt() {
        List<JavaClass> connectors = ours.stream()
                .filter(type -> type.isAssignableTo(Connector.class) && calls(type, Intake.class, Set.of("take")))
                .toList();
        assertThat(connectors).hasSizeGreaterThanOrEqualTo(6);
        assertThat(connectors)
                .allSatisfy(type -> assertThat(type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTarget().getName().equals("reads")))
                        .as(type.getName() + " calls reads(intake)")
                        .isTrue());
    }

    private static boolean calls(JavaClass type, Class<?> owner, Set<String> methods) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner)
                        && methods.contains(call.getTarget().getName()));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        DescribedPredicate<JavaCall<?>> now = DescribedPredicate.describe(
                "now() without a clock",
                call -> call.getTarget().getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class).stream()
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type)));
        DescribedPredicate<JavaCall<?>> system = DescribedPredicate.describe(
                "the machine's clock",
                call -> (call.getTarget().getName().equals("currentTimeMillis")
                                && call.getTargetOwner().isEquivalentTo(System.class))
                        || (call.getTarget().getName().equals("systemUTC")
                                && call.getTargetOwner().isEquivalentTo(Clock.class)));
        return DescribedPredicate.describe("read the wall clock", call -> now.test(call) || system.test(call));
    }

    private static DescribedPredicate<JavaClass> not(String root) {
        return DescribedPredicate.not(resideInAPackage(root + ".."));
    }
}
