/**
 * What the gateway remembers of the topics: the matches around now, the alerts, the outcomes. In memory and bounded, filled from the topics' beginning on every
 * start, so that a question is answered without asking another service.
 */
@NullMarked
package io.touchline.gateway.view;

import org.jspecify.annotations.NullMarked;
