/** Running a Kafka Streams topology: its settings by delivery guarantee, poison records into {@code rejections}, health. */
@NullMarked
package io.touchline.platform.stream;

import org.jspecify.annotations.NullMarked;
