package io.touchline.standalone.embedded;

import java.util.List;

/** One of the four programs; started once, closed once. */
interface Part extends AutoCloseable {

    /** Writes the programs that it will run, before any child is started: a child of somebody else that is forked meanwhile holds the file open, and nobody can run it. */
    default void prepare() {}

    /** Starts it and returns when it answers; throws {@link PlatformFailure} after a bounded wait or when it ends by itself. */
    void start();

    /** The processes that belong to it, without their own children. */
    List<ProcessHandle> processes();

    /** Stops it cleanly; also after a start that failed half-way. */
    @Override
    void close();
}
