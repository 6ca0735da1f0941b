/**
 * Sportradar's words in ours: messages of the Unified Odds Feed (XML), its REST answers (XML) and the soccer API (JSON, versions 3 and 4). It exists here, and not in a
 * service, because the odds service reads the odds of the same messages whose scores the ingest service reads.
 */
@NullMarked
package io.touchline.platform.sportradar;

import org.jspecify.annotations.NullMarked;
