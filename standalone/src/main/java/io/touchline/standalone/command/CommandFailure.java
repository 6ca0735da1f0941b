package io.touchline.standalone.command;

/** Ends a command with an exit code and one line on stderr. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String oneLine) {
        super(oneLine);
        this.exitCode = exitCode;
    }

    /** The user asked for something that cannot be: a missing folder, options that exclude each other. */
    public static CommandFailure badUsage(String oneLine) {
        return new CommandFailure(ExitCodes.BAD_USAGE, oneLine);
    }

    /** It was tried and did not work. */
    public static CommandFailure failed(String oneLine) {
        return new CommandFailure(ExitCodes.FAILED, oneLine);
    }

    /** Nothing matched what was asked for. */
    public static CommandFailure nothingToDo(String oneLine) {
        return new CommandFailure(ExitCodes.NOTHING_TO_DO, oneLine);
    }

    int exitCode() {
        return exitCode;
    }
}
