package io.touchline.gateway.rest;

import org.springframework.http.HttpStatus;

/** Something that the caller should know; becomes a {@link Problem}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    public ProblemException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    /** 404 for a thing of ours. */
    static ProblemException notFound(String what, String id) {
        return new ProblemException(HttpStatus.NOT_FOUND, "no " + what + " is known as " + id);
    }

    /** 400 for a parameter that cannot be read. */
    static ProblemException badParameter(String name, String why) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "the parameter " + name + ' ' + why);
    }

    HttpStatus status() {
        return status;
    }
}
