package io.touchline.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One command of {@code touchline}: its call gives the exit code. */
abstract class Verb implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    CommonOptions common() {
        return common;
    }

    Output output() {
        return Output.of(spec);
    }
}
