package io.touchline.standalone.embedded;

/** Something that the user can understand and act on: its message is the one line to show, without a stack. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformFailure(String oneLine) {
        super(oneLine);
    }

    PlatformFailure(String oneLine, Throwable cause) {
        super(oneLine, cause);
    }
}
