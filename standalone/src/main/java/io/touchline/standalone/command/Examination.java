package io.touchline.standalone.command;

import com.sun.management.OperatingSystemMXBean;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.PortChoice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor looks at; changes nothing but that the data folder is made. */
final class Examination {

    private static final long GIB = 1L << 30;
    private static final long MEMORY_NEEDED = 3 * GIB;
    private static final long DISK_NEEDED = 2 * GIB;
    private static final int JDK = 25;

    private final Path home;
    private final Path registryArchive;

    Examination(Path home, Path registryArchive) {
        this.home = home;
        this.registryArchive = registryArchive;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        all.add(jdk());
        all.add(memory());
        all.add(folder());
        all.add(disk());
        boolean running = AddressFile.of(home).find().isPresent();
        all.add(Finding.good("running", running ? "yes, on " + home : "no"));
        if (!running) {
            ports().forEach((name, port) -> all.add(port(name, port)));
        }
        all.add(onClassPath("kafka", "kafka/Kafka.class"));
        all.add(registry());
        all.add(onClassPath("postgres", "postgres-" + os() + "-" + postgresArchitecture() + ".txz"));
        all.add(onClassPath("redis", "redis/embedded/RedisServer.class"));
        all.add(root());
        return all;
    }

    private static Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("port", 8080);
        ports.put("kafka-port", 9092);
        ports.put("registry-port", 8081);
        ports.put("postgres-port", 5432);
        ports.put("redis-port", 6379);
        return ports;
    }

    private static Finding jdk() {
        int version = Runtime.version().feature();
        String detail = Runtime.version() + " in " + System.getProperty("java.home");
        return version >= JDK ? Finding.good("jdk", detail) : Finding.bad("jdk", detail + "; " + JDK + " is needed");
    }

    private static Finding memory() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long total = machine.getTotalMemorySize();
        String detail = String.format(Locale.ROOT, "%.1f GiB", (double) total / GIB);
        return total >= MEMORY_NEEDED
                ? Finding.good("memory", detail)
                : Finding.warning("memory", detail + "; everything together needs up to 3 GiB");
    }

    private Finding folder() {
        try {
            Files.createDirectories(home);
            Path probe = Files.createTempFile(home, "doctor", "");
            Files.delete(probe);
            return Finding.good("home", home.toString());
        } catch (IOException e) {
            return Finding.bad("home", "cannot write to " + home + ": " + e.getMessage());
        }
    }

    private Finding disk() {
        try {
            long free = Files.getFileStore(Files.exists(home) ? home : home.getRoot())
                    .getUsableSpace();
            String detail = String.format(Locale.ROOT, "%.1f GiB free", (double) free / GIB);
            return free >= DISK_NEEDED
                    ? Finding.good("disk", detail)
                    : Finding.warning("disk", detail + "; 2 GiB are soon used");
        } catch (IOException e) {
            return Finding.warning("disk", "unknown: " + e.getMessage());
        }
    }

    private static Finding port(String option, int port) {
        if (PortChoice.isFree(port)) {
            return Finding.good(option, port + " is free");
        }
        return option.equals("port")
                ? Finding.warning(option, port + " is taken; choose another with --port")
                : Finding.warning(option, port + " is taken; another will be chosen");
    }

    private Finding registry() {
        return Files.isRegularFile(registryArchive)
                ? Finding.good("registry", registryArchive.toString())
                : Finding.bad("registry", registryArchive + " is missing; build again");
    }

    private static Finding onClassPath(String part, String resource) {
        return Examination.class.getClassLoader().getResource(resource) == null
                ? Finding.bad(part, resource + " is not on the class path: not made for this machine?")
                : Finding.good(part, resource);
    }

    private static Finding root() {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean linux = os().equals("linux");
        if (!root || !linux) {
            return Finding.good("user", System.getProperty("user.name"));
        }
        return Files.isExecutable(Path.of("/usr/bin/unshare")) || Files.isExecutable(Path.of("/bin/unshare"))
                ? Finding.good("user", "root; postgres runs in a user namespace")
                : Finding.bad("user", "root, and there is no unshare: postgres does not run as root");
    }

    private static String os() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("linux") ? "linux" : name;
    }

    private static String postgresArchitecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
