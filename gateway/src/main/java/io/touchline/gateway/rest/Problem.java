package io.touchline.gateway.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

@Meaning("What went wrong, as RFC 9457 has it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        @Meaning("names the kind of problem: urn:touchline:problem:<kind>")
        String type,

        @Meaning("the kind for people") String title,
        @Meaning("the HTTP status") int status,

        @Meaning("what went wrong this time; missing where there is nothing to add") @Nullable String detail,

        @Meaning("the path that was asked") String instance) {}
