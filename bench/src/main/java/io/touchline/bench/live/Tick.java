package io.touchline.bench.live;

/**
 * One update, ready to be sent.
 *
 * @param fixture its number, from 0
 * @param key of the record: the fixture's id
 * @param observedAt of all its quotes, milliseconds since 1970; rises from tick to tick of a fixture
 * @param bytes of the record
 */
record Tick(int fixture, String key, long observedAt, byte[] bytes) {}
