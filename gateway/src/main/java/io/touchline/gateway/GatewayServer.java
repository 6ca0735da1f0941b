package io.touchline.gateway;

import io.touchline.gateway.socket.EdgeRelay;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The HTTP server: routes and socket behind the filters, on Reactor Netty. Listens from start to stop. */
public final class GatewayServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(2);
    private static final int HEADER_BYTES = 16 * 1024;

    private final String host;
    private final int port;
    private final HttpHandler handler;
    private IntConsumer started = port -> {};
    private volatile @Nullable DisposableServer server;

    GatewayServer(
            GatewayProperties properties,
            RouterFunction<ServerResponse> routes,
            EdgeRelay relay,
            List<WebFilter> filters,
            WebExceptionHandler problems) {
        this.host = properties.host();
        this.port = properties.port();
        ServerCodecConfigurer codecs = ServerCodecConfigurer.create();
        codecs.defaultCodecs().maxInMemorySize(properties.limit().bodyBytes());
        HandlerStrategies strategies = HandlerStrategies.builder()
                .codecs(configurer -> configurer
                        .defaultCodecs()
                        .maxInMemorySize(properties.limit().bodyBytes()))
                .build();
        WebHandler rest = RouterFunctions.toWebHandler(routes, strategies);
        WebHandler all = exchange -> exchange.getRequest().getPath().value().equals(EdgeRelay.PATH)
                ? relay.handle(exchange)
                : rest.handle(exchange);
        this.handler = WebHttpHandlerBuilder.webHandler(all)
                .filters(list -> list.addAll(filters))
                .exceptionHandler(problems)
                .codecConfigurer(codecs)
                .build();
    }

    /** Tells somebody the port at each start. */
    void whenStarted(IntConsumer listener) {
        started = listener;
    }

    /**
     * The port that it listens on.
     *
     * @throws IllegalStateException while it does not
     */
    public int port() {
        DisposableServer running = server;
        if (running == null) {
            throw new IllegalStateException("the gateway does not listen yet");
        }
        return running.port();
    }

    @Override
    public void start() {
        try {
            server = HttpServer.create()
                    .host(host)
                    .port(port)
                    .idleTimeout(IDLE_LIMIT)
                    .httpRequestDecoder(decoder -> decoder.maxHeaderSize(HEADER_BYTES))
                    .handle(new ReactorHttpHandlerAdapter(handler))
                    .bindNow(START_LIMIT);
        } catch (ChannelBindException e) {
            throw new IllegalStateException(
                    e.getCause() instanceof BindException
                            ? "port " + port + " is taken; set gateway.port to another one"
                            : "the gateway cannot listen on " + host + ":" + port + ": " + e.getMessage(),
                    e);
        }
        started.accept(port());
        LOG.info("the gateway listens on http://{}:{}", host.equals("0.0.0.0") ? "localhost" : host, port());
    }

    @Override
    public void stop() {
        DisposableServer running = server;
        server = null;
        if (running != null) {
            try {
                running.disposeNow(STOP_LIMIT);
            } catch (IllegalStateException late) {
                LOG.warn("the gateway's server did not stop within {}", STOP_LIMIT);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
