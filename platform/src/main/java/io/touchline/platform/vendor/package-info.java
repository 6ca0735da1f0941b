/**
 * The skeleton of every connector: when to fetch ({@link io.touchline.platform.vendor.Connector}), the wire
 * ({@link io.touchline.platform.vendor.VendorWire}), limits, back-off, circuit breaker, health. It exists so that a new vendor is only its words and its
 * addresses, and so that no vendor is ever asked without a limit or quoted with a secret in the text.
 */
@NullMarked
package io.touchline.platform.vendor;

import org.jspecify.annotations.NullMarked;
