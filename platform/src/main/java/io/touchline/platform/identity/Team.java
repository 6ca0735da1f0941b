package io.touchline.platform.identity;

import io.touchline.domain.fixture.TeamId;
import java.util.List;

/**
 * One club of the directory.
 *
 * @param association sport and national association, {@code soccer/ENG}
 * @param id unique inside the association
 * @param name as people read it
 * @param spellings every spelling that vendors use, as it stands in the table; without the name itself
 */
public record Team(String association, TeamId id, String name, List<String> spellings) {

    public Team {
        spellings = List.copyOf(spellings);
    }
}
