package io.touchline.platform.vendor;

/** Where normalised events go: to the topics in service, to counts and JSON lines in a replay. */
public interface Outlet {

    void accept(Normalised event);

    /** Returns when everything is where it belongs. */
    void flush();
}
