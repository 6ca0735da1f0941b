/** The web page: a few static files, shipped in the jar, that ask the same REST calls as everybody. It exists so that a person sees at once what the rest does. */
@NullMarked
package io.touchline.gateway.page;

import org.jspecify.annotations.NullMarked;
