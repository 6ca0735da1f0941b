/** What tests of several modules need: a real broker and a real Postgres shared by a module's tests, waiting on conditions, the shared data. */
@NullMarked
package io.touchline.testkit;

import org.jspecify.annotations.NullMarked;
