package io.touchline.gateway.page;

import io.touchline.gateway.access.Caller;
import io.touchline.gateway.access.PagePasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The page's files, and the page's pass: {@code GET /} brings one along where it may be had without a key, {@code POST /page/pass} gives one for a key. */
public final class PageFiles {

    private static final Map<String, String> FILES = files();

    private record File(byte[] bytes, MediaType type, String tag) {}

    private final PagePasses passes;
    private final Map<String, File> loaded = new LinkedHashMap<>();

    public PageFiles(PagePasses passes) {
        this.passes = passes;
        FILES.forEach((path, name) -> loaded.put(path, load(name)));
    }

    /** The routes. */
    public RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        loaded.forEach((path, file) -> routes.GET(path, request -> answer(request, file)));
        return routes.POST("/page/pass", this::pass).build();
    }

    private Mono<ServerResponse> answer(ServerRequest request, File file) {
        ServerResponse.BodyBuilder response = ServerResponse.ok();
        boolean known = request.headers().header("If-None-Match").stream()
                .anyMatch(tags -> Arrays.asList(tags.split("\\s*,\\s*", -1)).contains(file.tag()));
        if (known) {
            response = ServerResponse.status(HttpStatus.NOT_MODIFIED);
        }
        response.eTag(file.tag()).cacheControl(CacheControl.noCache());
        if (file.type().isCompatibleWith(MediaType.TEXT_HTML)
                && request.cookies().getFirst(PagePasses.COOKIE) == null) {
            Optional<ResponseCookie> cookie = passes.give(request.exchange().getRequest(), null);
            if (cookie.isPresent()) {
                response.cookie(cookie.get());
            }
        }
        return known ? response.build() : response.contentType(file.type()).bodyValue(file.bytes());
    }

    private Mono<ServerResponse> pass(ServerRequest request) {
        @Nullable Caller caller = request.exchange().getAttribute(Caller.ATTRIBUTE);
        return passes.give(request.exchange().getRequest(), caller)
                .map(cookie -> ServerResponse.noContent().cookie(cookie).build())
                .orElseGet(() -> Mono.error(new ResponseStatusException(
                        HttpStatus.UNAUTHORIZED,
                        "a pass without an API key is given on the gateway's own machine only")));
    }

    private static File load(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            byte[] bytes = in.readAllBytes();
            return new File(
                    bytes, type(name), '"' + Integer.toHexString(Arrays.hashCode(bytes)) + '-' + bytes.length + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MediaType type(String name) {
        return MediaType.parseMediaType(
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "html" -> "text/html;charset=UTF-8";
                    case "css" -> "text/css;charset=UTF-8";
                    case "js" -> "text/javascript;charset=UTF-8";
                    default -> "image/svg+xml";
                });
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("/", "index.html");
        files.put("/docs", "docs.html");
        for (String name : new String[] {
            "app.css",
            "app.js",
            "api.js",
            "live.js",
            "matches.js",
            "alerts.js",
            "health.js",
            "format.js",
            "docs.js",
            "icon.svg"
        }) {
            files.put("/page/" + name, name);
        }
        return files;
    }
}
