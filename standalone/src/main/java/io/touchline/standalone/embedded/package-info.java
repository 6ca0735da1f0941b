/**
 * The ground that the services stand on, on one machine: Kafka, a schema registry, PostgreSQL and Redis as child processes.
 *
 * <p>It exists so that a bare laptop with a JDK runs everything: all four come from Maven Central, listen on the loopback
 * address alone, keep their data under one folder between starts, and die with the process that started them, however it dies.
 * The services do not know this package; they are given addresses.
 */
@NullMarked
package io.touchline.standalone.embedded;

import org.jspecify.annotations.NullMarked;
