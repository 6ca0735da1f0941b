package io.touchline.standalone.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Shows a page in the user's browser where there is one. */
final class Browser {

    private Browser() {}

    /** Asks the desktop to open the address; says the address where it cannot. */
    static void open(String url, Output output) {
        String opener = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(List.of(opener, url))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noDesktop) {
            output.progress("open " + url + " in a browser");
        }
    }
}
