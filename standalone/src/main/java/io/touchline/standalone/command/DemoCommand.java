package io.touchline.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything embedded, a synthetic league played live: what Touchline does, on a bare machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays a synthetic match day through everything and shows it in a browser.")
final class DemoCommand extends Verb {

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "end after N minutes (default: when the match day is over)")
    private double minutes;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "30",
            description = "seconds of play a second (default: 30)")
    private double speed;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "the page's port (default: 8080)")
    private int port;

    @Option(names = "--headless", description = "open no browser")
    private boolean headless;

    @Override
    public Integer call() {
        throw CommandFailure.failed("not yet");
    }
}
