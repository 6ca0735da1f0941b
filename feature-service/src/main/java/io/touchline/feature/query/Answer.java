package io.touchline.feature.query;

/**
 * What a question came to.
 *
 * @param status of HTTP: 200, 404 where the stores know nothing of it, 503 where nobody can tell now
 * @param json the body
 * @param by host:port of the instance whose store it is from
 */
record Answer(int status, String json, String by) {

    static Answer found(String json, String by) {
        return new Answer(200, json, by);
    }

    static Answer unknown(String by) {
        return new Answer(404, "{\"problem\":\"unknown\"}", by);
    }

    static Answer unavailable(String by) {
        return new Answer(503, "{\"problem\":\"the state is being moved or restored\"}", by);
    }
}
