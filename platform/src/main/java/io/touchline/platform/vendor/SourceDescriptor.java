package io.touchline.platform.vendor;

import java.time.Duration;
import java.util.List;

/**
 * What everybody may know of a source; the commands, {@code /system/sources} and {@code docs/sources.md} are made from it.
 *
 * @param name as in {@code source} fields and on the command line: {@code betfair}
 * @param title as people call it
 * @param service which of ours reads it: {@code ingest} or {@code odds}, or both
 * @param sports ours
 * @param gives what is read, in a few words
 * @param rhythm how often, in a few words
 * @param limit the vendor's own limits and what we keep to
 * @param setting the setting that switches it on: {@code ingest.connectors.espn.enabled}, or its key's: {@code odds.connectors.theoddsapi.key}
 * @param terms where its terms are and how to get a key
 * @param staleness after so long without a word it is not trusted
 * @param trust order of trust for what several tell, 1 first
 */
public record SourceDescriptor(
        String name,
        String title,
        List<String> service,
        List<String> sports,
        String gives,
        String rhythm,
        String limit,
        String setting,
        String terms,
        Duration staleness,
        int trust) {}
