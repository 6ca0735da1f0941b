package io.touchline.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.TestGateway;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"|from '\\./([^']+)'");

    @Test
    void everyFileThatThePageNames_isThere(@TempDir Path folder) {
        try (TestGateway gateway = new TestGateway(folder)) {
            Deque<String> open = new ArrayDeque<>(Set.of("/"));
            Set<String> seen = new TreeSet<>();
            while (!open.isEmpty()) {
                String path = open.pop();
                if (!seen.add(path)) {
                    continue;
                }
                HttpResponse<String> response = gateway.send(path, request -> request);
                assertThat(response.statusCode()).as(path).isEqualTo(200);
                Matcher links = LINK.matcher(response.body());
                while (links.find()) {
                    open.push(links.group(1) != null ? links.group(1) : "/page/" + links.group(2));
                }
            }
            assertThat(seen)
                    .contains("/docs", "/docs/openapi.json", "/page/alerts.js", "/page/app.css", "/page/format.js");
        }
    }

    @Test
    void unchangedFileIsNotSentAgain(@TempDir Path folder) {
        try (TestGateway gateway = new TestGateway(folder)) {
            HttpResponse<String> first = gateway.send("/page/app.js", request -> request);
            assertThat(first.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = gateway.send("/page/app.js", request -> request.header("If-None-Match", tag));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void nothingElseIsServed(@TempDir Path folder) {
        try (TestGateway gateway = new TestGateway(folder)) {
            for (String path : new String[] {"/page/", "/page/package-info.class", "/page/..%2Fpage%2Fapp.js"}) {
                assertThat(gateway.send(path, request -> request).statusCode())
                        .as(path)
                        .isIn(400, 404);
            }
        }
    }
}
