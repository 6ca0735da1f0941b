package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Betfair's login ({@code /api/login}, {@code /api/certlogin} without a certificate, {@code /api/keepAlive}, {@code /api/logout}) and the betting API's lists,
 * as JSON-RPC ({@code /exchange/betting/json-rpc/v1}) and as REST ({@code /exchange/betting/rest/v1.0/listMarketCatalogue/}).
 */
final class BetfairRest implements VendorServer.Vendor {

    private static final String RPC = "/exchange/betting/json-rpc/v1";
    private static final String REST = "/exchange/betting/rest/v1.0/";
    private static final String PREFIX = "SportsAPING/v1.0/";

    private final BetfairSessions sessions;
    private final BetfairServer.Account account;
    private final BetfairCatalogue catalogue;

    BetfairRest(BetfairSessions sessions, BetfairServer.Account account, @Nullable BetfairBooks books) {
        this.sessions = sessions;
        this.account = account;
        this.catalogue = new BetfairCatalogue(books);
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("result", "results");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        String path = request.path();
        if (path.startsWith("/api/")) {
            return Json.answer(200, identity(path.substring(5), request));
        } else if (path.equals(RPC) || path.equals(RPC + "/")) {
            return rpc(request);
        } else if (path.startsWith(REST)) {
            return rest(path.substring(REST.length()).replace("/", ""), request);
        }
        return Json.answer(404, object("faultcode", "Client", "faultstring", "DSC-0021"));
    }

    private Object identity(String what, Request request) {
        String key = request.header("X-Application");
        String token = request.header("X-Authentication");
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "login" -> {
                String problem = loginProblem(key, request);
                yield problem == null
                        ? object("token", sessions.login(), "product", key, "status", "SUCCESS", "error", "")
                        : object("token", "", "product", key, "status", "FAIL", "error", problem);
            }
            case "certlogin" -> {
                String problem = loginProblem(key, request);
                yield problem == null
                        ? object("sessionToken", sessions.login(), "loginStatus", "SUCCESS")
                        : object("loginStatus", problem);
            }
            case "keepalive" -> kept(sessions.isKey(key) && sessions.keepAlive(token), token, key);
            case "logout" -> kept(sessions.isKey(key) && sessions.logout(token), token, key);
            default -> object("token", "", "product", key, "status", "FAIL", "error", "INPUT_VALIDATION_ERROR");
        };
    }

    private static Object kept(boolean done, String token, String key) {
        return done
                ? object("token", token, "product", key, "status", "SUCCESS", "error", "")
                : object("token", "", "product", key, "status", "FAIL", "error", "NO_SESSION");
    }

    private @Nullable String loginProblem(String key, Request request) {
        if (!sessions.isKey(key)) {
            return "INVALID_APP_KEY";
        }
        return sessions.isUser(request.form()) ? null : "INVALID_USERNAME_OR_PASSWORD";
    }

    private Answer rpc(Request request) {
        JsonNode call;
        try {
            call = Json.read(request.text());
        } catch (JacksonException e) {
            return Json.answer(200, object("jsonrpc", "2.0", "error", object("code", -32700, "message", "DSC-0008")));
        }
        if (!call.isArray()) {
            return Json.answer(200, reply(call, request));
        }
        List<Object> replies = new ArrayList<>();
        call.forEach(each -> replies.add(reply(each, request)));
        return Json.answer(200, replies);
    }

    private Object reply(JsonNode call, Request request) {
        Object id = call.has("id") ? call.get("id") : null;
        String method = call.path("method").asString("");
        String problem = accessProblem(request);
        if (problem != null) {
            return object("jsonrpc", "2.0", "error", error(problem), "id", id);
        }
        Object result = method.startsWith(PREFIX)
                ? catalogue.answer(method.substring(PREFIX.length()), call.path("params"))
                : null;
        if (result == null) {
            return object("jsonrpc", "2.0", "error", object("code", -32601, "message", "DSC-0021"), "id", id);
        }
        return object("jsonrpc", "2.0", "result", result, "id", id);
    }

    private Answer rest(String operation, Request request) {
        String problem = accessProblem(request);
        if (problem != null) {
            return Json.answer(
                    400, object("faultcode", "Client", "faultstring", "ANGX-0003", "detail", exception(problem)));
        }
        try {
            Object result = catalogue.answer(operation, Json.read(request.text().isBlank() ? "{}" : request.text()));
            if (result != null) {
                return Json.answer(200, result);
            }
        } catch (JacksonException e) {
            return Json.answer(400, object("faultcode", "Client", "faultstring", "DSC-0008"));
        }
        return Json.answer(404, object("faultcode", "Client", "faultstring", "DSC-0021"));
    }

    private @Nullable String accessProblem(Request request) {
        String key = request.header("X-Application");
        if (key.isEmpty()) {
            return "NO_APP_KEY";
        } else if (!key.equals(account.appKey())) {
            return "INVALID_APP_KEY";
        } else if (request.header("X-Authentication").isEmpty()) {
            return "NO_SESSION";
        }
        return sessions.isValid(request.header("X-Authentication")) ? null : "INVALID_SESSION_INFORMATION";
    }

    private static Map<String, Object> error(String code) {
        return object("code", -32099, "message", "ANGX-0003", "data", exception(code));
    }

    private static Map<String, Object> exception(String code) {
        return object(
                "exceptionname",
                "APINGException",
                "APINGException",
                object("requestUUID", "sim-00000000-0000", "errorCode", code, "errorDetails", ""));
    }
}
