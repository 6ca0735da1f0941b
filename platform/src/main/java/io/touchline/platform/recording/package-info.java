/**
 * Raw payloads on disk: written beside the live feed with their times, and read back together with whatever else vendors and other tools have left in files. It exists so that
 * what a vendor really sent can be played through the same adapters again.
 */
@NullMarked
package io.touchline.platform.recording;

import org.jspecify.annotations.NullMarked;
