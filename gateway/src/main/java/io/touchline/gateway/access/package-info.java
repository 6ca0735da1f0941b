/**
 * Who may ask, and how often: API keys and their roles, the page's own pass on the same machine, the limit of requests a minute, and the headers that tell browsers
 * what not to do. Everything else in the gateway may take it that the caller has been let in.
 */
@NullMarked
package io.touchline.gateway.access;

import org.jspecify.annotations.NullMarked;
