/**
 * The six services in one process, each in its own Spring context, exactly as they run on their own.
 *
 * <p>It exists so that {@code demo}, {@code up}, {@code replay} and tests start and stop them alike, all or some, on the live topics or in
 * a namespace of their own.
 */
@NullMarked
package io.touchline.standalone.service;

import org.jspecify.annotations.NullMarked;
