/** Tests of the replay of recordings, without anything that runs. */
@NullMarked
package io.touchline.standalone.replay;

import org.jspecify.annotations.NullMarked;
