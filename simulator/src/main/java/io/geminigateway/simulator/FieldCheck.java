package io.geminigateway.simulator;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds the fields of a request that Google's front end would not take, with the paths it would name them by.
final class FieldCheck {
    private static final String TYPE = "type.googleapis.com/google.ai.generativelanguage.v1beta.";

    private final List<JsonObject> violations = new ArrayList<>();

    private FieldCheck() {}

    static List<JsonObject> violations(String message, JsonObject request) {
        var check = new FieldCheck();
        check.object(message, request, "");
        return check.violations;
    }

    private void object(String message, JsonObject object, String path) {
        for (var entry : object) {
            KnownFields.find(message, entry.getKey())
                    .ifPresentOrElse(field -> field(field, entry, path), () -> unknown(entry.getKey(), path));
        }
    }

    private void field(KnownFields.Field field, Map.Entry<String, Object> entry, String parent) {
        var value = entry.getValue();
        if (field.message() == null || value == null) {
            return;
        }
        var path = below(parent, entry.getKey());
        if (field.map() && value instanceof JsonObject map) {
            entries(field.message(), map, path);
            return;
        }
        switch (value) {
            case JsonObject object -> object(field.message(), object, path);
            case JsonArray list -> elements(field.message(), list, path);
            default -> invalid(field.message(), value, path);
        }
    }

    private void entries(String message, JsonObject map, String path) {
        var index = 0;
        for (var entry : map) {
            value(message, entry.getValue(), "%s[%d].value".formatted(path, index++));
        }
    }

    private void elements(String message, JsonArray list, String path) {
        for (var index = 0; index < list.size(); index++) {
            value(message, list.getValue(index), "%s[%d]".formatted(path, index));
        }
    }

    private void value(String message, Object value, String path) {
        if (value instanceof JsonObject object) {
            object(message, object, path);
        } else {
            invalid(message, value, path);
        }
    }

    private void unknown(String name, String path) {
        var where = path.isEmpty() ? "" : " at '%s'".formatted(path);
        violation(
                path,
                "Invalid JSON payload received. Unknown name \"%s\"%s: Cannot find field.".formatted(name, where));
    }

    private void invalid(String message, Object value, String path) {
        violation(path, "Invalid value at '%s' (%s%s), %s".formatted(path, TYPE, message, Json.encode(value)));
    }

    private void violation(String path, String description) {
        var violation = new JsonObject();
        if (!path.isEmpty()) {
            violation.put("field", path);
        }
        violations.add(violation.put("description", description));
    }

    private static String below(String path, String name) {
        var snake = KnownFields.snakeCase(name);
        return path.isEmpty() ? snake : path + "." + snake;
    }
}
