package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.TeamId;

/**
 * A club that the directory does not know. A file of a division that we know names its clubs consistently, so such a name is taken at its word: its id is the slug of
 * the name as published, the same in every run, and it is listed here so that somebody can add it to the directory.
 */
public record DerivedTeam(String association, TeamId id, String name) {}
