/**
 * Expected goals from understat.com: fixtures with their xG, and every shot. It exists because it is the one open source of shots of five big leagues; its
 * numbers come after the match, its data hide in pages or behind the addresses that the pages ask, and its older times have no zone.
 */
@NullMarked
package io.touchline.ingest.connector.understat;

import org.jspecify.annotations.NullMarked;
