/**
 * The command {@code touchline} and its verbs.
 *
 * <p>It exists so that a person and a script see the same thing: results on stdout, everything else on stderr, {@code --json} prints
 * one object, every option is an environment variable too, and the exit code says done (0), failed (1), bad usage (2) or nothing
 * to do (3).
 */
@NullMarked
package io.touchline.standalone.command;

import org.jspecify.annotations.NullMarked;
