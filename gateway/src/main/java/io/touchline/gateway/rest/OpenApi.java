package io.touchline.gateway.rest;

import io.touchline.gateway.access.AccessFilter;
import io.touchline.gateway.access.Role;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the OpenAPI 3.1 document out of the endpoints and of the records that they answer with. */
final class OpenApi {

    private static final Pattern PATH_VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final Map<String, Object> schemas = new TreeMap<>();

    private OpenApi() {}

    static Map<String, Object> of(List<Endpoint> endpoints, String version) {
        return new OpenApi().document(endpoints, version);
    }

    private Map<String, Object> document(List<Endpoint> endpoints, String version) {
        Map<String, Object> paths = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            @SuppressWarnings("unchecked")
            Map<String, Object> methods =
                    (Map<String, Object>) paths.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>());
            methods.put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        refer(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                map(
                        "title",
                        "Touchline",
                        "version",
                        version,
                        "description",
                        "Calibrated probabilities and value-bet alerts. Times are ISO 8601 in UTC, probabilities and edges are fractions, odds are decimal; "
                                + "what is unknown is null. No promise of profit.",
                        "license",
                        map("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(map("url", "/")));
        document.put("paths", paths);
        document.put(
                "components",
                map(
                        "schemas",
                        schemas,
                        "securitySchemes",
                        map("key", map("type", "apiKey", "in", "header", "name", AccessFilter.KEY_HEADER))));
        return document;
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        Role role = AccessFilter.needed(endpoint.path());
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(endpoint));
        operation.put("summary", endpoint.summary());
        operation.put("tags", List.of(tag(endpoint.path())));
        if (role != Role.ANYONE) {
            operation.put("description", "Needs the role " + role.name().toLowerCase(Locale.ROOT) + ".");
            operation.put("security", List.of(map("key", List.of())));
        }
        List<Object> parameters = new ArrayList<>();
        Matcher variables = PATH_VARIABLE.matcher(endpoint.path());
        while (variables.find()) {
            parameters.add(
                    map("name", variables.group(1), "in", "path", "required", true, "schema", map("type", "string")));
        }
        endpoint.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Class<?> body = endpoint.body();
        if (body != null) {
            operation.put("requestBody", map("required", true, "content", map(JSON, map("schema", refer(body)))));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", map("description", endpoint.summary(), "content", content(endpoint.answer())));
        responses.put(
                "default",
                map("description", "A problem", "content", map(PROBLEM, map("schema", refer(Problem.class)))));
        operation.put("responses", responses);
        return operation;
    }

    private Map<String, Object> content(Endpoint.Answer answer) {
        return switch (answer.shape()) {
            case ONE -> map(JSON, map("schema", refer(answer.type())));
            case PAGE ->
                map(
                        JSON,
                        map(
                                "schema",
                                map(
                                        "type",
                                        "object",
                                        "required",
                                        List.of("items", "nextCursor"),
                                        "additionalProperties",
                                        false,
                                        "properties",
                                        map(
                                                "items",
                                                map("type", "array", "items", refer(answer.type())),
                                                "nextCursor",
                                                map(
                                                        "type",
                                                        List.of("string", "null"),
                                                        "description",
                                                        "ask with it for the next part; null on the last")))));
            case STREAM ->
                map(
                        "text/event-stream",
                        map(
                                "schema",
                                map(
                                        "type",
                                        "string",
                                        "description",
                                        "events named alert, with "
                                                + answer.type().getSimpleName()
                                                + " as JSON in data and a cursor in id; a reset event where older ones are gone"),
                                "x-event-data",
                                refer(answer.type())));
        };
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (parameter.kind()) {
            case TEXT -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case NUMBER -> schema.put("type", "number");
            case MOMENT -> {
                schema.put("type", "string");
                schema.put("examples", List.of("2026-08-15", "2026-08-15T14:00:00Z"));
            }
        }
        if (!parameter.among().isEmpty()) {
            schema.put("enum", parameter.among());
        }
        Double least = parameter.least();
        Double most = parameter.most();
        if (least != null && most != null) {
            schema.put("minimum", least);
            schema.put("maximum", most);
        }
        return map(
                "name",
                parameter.name(),
                "in",
                parameter.place().name().toLowerCase(Locale.ROOT),
                "required",
                parameter.required(),
                "description",
                parameter.meaning(),
                "schema",
                schema);
    }

    private Map<String, Object> refer(Class<?> type) {
        String name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            // first a place, for a record may hold itself
            schemas.put(name, Map.of());
            schemas.put(name, schema(type));
        }
        return map("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> schema(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean absent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Map<String, Object> schema = new LinkedHashMap<>(schema(component.getAnnotatedType()));
            Meaning meaning = component.getAnnotation(Meaning.class);
            if (meaning != null) {
                schema.put("description", meaning.value());
            }
            properties.put(component.getName(), schema);
            if (!absent || isAlwaysWritten(type)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        Meaning meaning = type.getAnnotation(Meaning.class);
        if (meaning != null) {
            schema.put("description", meaning.value());
        }
        schema.put("required", required);
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return schema;
    }

    /** Answers write every field; a question may leave out what may be null, and a problem does. */
    private static boolean isAlwaysWritten(Class<?> type) {
        return type != Problem.class && !type.getSimpleName().endsWith("Question");
    }

    private Map<String, Object> schema(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            return arguments.length == 2
                    ? map("type", "object", "additionalProperties", schema(arguments[1]))
                    : map("type", "array", "items", schema(arguments[0]));
        }
        boolean absent = type.isAnnotationPresent(Nullable.class);
        Class<?> plain = (Class<?>) type.getType();
        if (plain.isRecord()) {
            return absent ? map("anyOf", List.of(refer(plain), map("type", "null"))) : refer(plain);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        String name = switch (plain.getSimpleName()) {
            case "String", "Instant" -> "string";
            case "boolean", "Boolean" -> "boolean";
            case "int", "Integer", "long", "Long" -> "integer";
            case "double", "Double" -> "number";
            default -> throw new IllegalStateException("no schema for " + plain);
        };
        schema.put("type", absent ? List.of(name, "null") : name);
        if (plain == Instant.class) {
            schema.put("format", "date-time");
        }
        return schema;
    }

    private static String operationId(Endpoint endpoint) {
        StringBuilder id = new StringBuilder(endpoint.method().name().toLowerCase(Locale.ROOT));
        for (String part : endpoint.path().replace("/api/v1", "").split("[/{}-]+", -1)) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static String tag(String path) {
        return path.startsWith("/api/v1/") ? path.split("/", -1)[3] : "system";
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return map;
    }
}
