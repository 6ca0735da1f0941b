package io.touchline.standalone.embedded;

/**
 * Where the four parts are reached, all on the loopback address.
 *
 * @param bootstrap Kafka's {@code host:port}
 * @param registryUrl the Confluent API's base, such as {@code http://127.0.0.1:8081/apis/ccompat/v7}
 * @param postgresUrl JDBC address of the database
 * @param postgresUser a superuser
 * @param postgresPassword not looked at (loopback connections are trusted), but never empty
 * @param redisUrl {@code redis://host:port}
 */
public record PlatformAddresses(
        String bootstrap,
        String registryUrl,
        String postgresUrl,
        String postgresUser,
        String postgresPassword,
        String redisUrl) {}
