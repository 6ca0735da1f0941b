package io.touchline.standalone.service;

import io.touchline.platform.topic.Namespace;
import io.touchline.standalone.embedded.PlatformAddresses;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * What services are given when they start.
 *
 * @param addresses where Kafka, registry, Postgres and Redis are
 * @param namespace of topics, groups and application ids; {@link Namespace#LIVE} for live state
 * @param data folder for state stores and model files
 * @param gatewayPort the page's and the API's
 * @param channelPort the alert service's own socket, which the gateway relays
 * @param clock their clock
 * @param properties anything else, by full name such as {@code odds.devig.method}; these win
 */
public record ServiceSettings(
        PlatformAddresses addresses,
        Namespace namespace,
        Path data,
        int gatewayPort,
        int channelPort,
        InstantSource clock,
        Map<String, String> properties) {

    public ServiceSettings {
        properties = Map.copyOf(properties);
    }

    /** On the live topics with the machine's clock. */
    public static ServiceSettings live(PlatformAddresses addresses, Path data, int gatewayPort, int channelPort) {
        return new ServiceSettings(
                addresses, Namespace.LIVE, data, gatewayPort, channelPort, InstantSource.system(), Map.of());
    }

    /** The same with further properties. */
    public ServiceSettings with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(more);
        return new ServiceSettings(addresses, namespace, data, gatewayPort, channelPort, clock, all);
    }

    /** The same with another clock. */
    public ServiceSettings at(InstantSource other) {
        return new ServiceSettings(addresses, namespace, data, gatewayPort, channelPort, other, properties);
    }

    /** The same in another namespace. */
    public ServiceSettings in(Namespace other) {
        return new ServiceSettings(addresses, other, data, gatewayPort, channelPort, clock, properties);
    }

    Map<String, Object> springProperties(Stage stage) {
        Map<String, Object> all = new HashMap<>();
        all.put("spring.application.name", stage.word());
        all.put("spring.main.banner-mode", "off");
        all.put("touchline.kafka.bootstrap", addresses.bootstrap());
        all.put("touchline.kafka.registry-url", addresses.registryUrl());
        all.put("touchline.kafka.namespace", namespace.prefix());
        all.put("touchline.postgres.url", addresses.postgresUrl());
        all.put("touchline.postgres.user", addresses.postgresUser());
        all.put("touchline.postgres.password", addresses.postgresPassword());
        all.put("touchline.redis.url", addresses.redisUrl());
        all.put("touchline.data", data.toString());
        // this machine alone; a configuration file may open it
        all.put("gateway.host", "127.0.0.1");
        all.put("gateway.port", gatewayPort);
        all.put("gateway.edge-url", "ws://127.0.0.1:" + channelPort + "/ws/edge");
        all.put("alert.channel.port", channelPort);
        all.putAll(properties);
        return all;
    }
}
