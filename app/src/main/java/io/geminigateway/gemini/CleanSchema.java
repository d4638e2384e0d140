package io.geminigateway.gemini;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A `Schema` in the making: the last word on a keyword counts, remarks go to the end of the description.
final class CleanSchema {
    private static final int LONGEST_REMARK = 200;

    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    void put(String keyword, JsonValue value) {
        members.put(keyword, value);
    }

    void putUnlessEmpty(String keyword, List<JsonValue> list) {
        if (!list.isEmpty()) {
            put(keyword, new JsonValue.Elements(list));
        }
    }

    boolean putAbsent(String keyword, BigDecimal number) {
        return members.putIfAbsent(keyword, new JsonValue.Numeral(number.toPlainString())) == null;
    }

    void nullable() {
        put("nullable", JsonValue.of(true));
    }

    void remark(String remark) {
        if (remark.length() <= LONGEST_REMARK) {
            remarks.add(remark);
        }
    }

    boolean has(String keyword) {
        return members.containsKey(keyword);
    }

    boolean isA(String type) {
        return members.get("type") instanceof JsonValue.Text value
                && value.value().equals(type);
    }

    JsonValue.Members members() {
        if (remarks.isEmpty()) {
            return new JsonValue.Members(members);
        }
        var remark = "(" + String.join("; ", remarks) + ")";
        var said = members.get("description") instanceof JsonValue.Text text ? text.value() + " " + remark : remark;
        return new JsonValue.Members(members).with("description", JsonValue.of(said));
    }
}
