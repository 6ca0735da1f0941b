/** The plumbing of all services, once. {@link io.touchline.platform.PlatformConfiguration} makes its parts out of {@link io.touchline.platform.PlatformProperties}. */
@NullMarked
package io.touchline.platform;

import org.jspecify.annotations.NullMarked;
