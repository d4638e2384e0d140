package io.geminigateway.dialect;

import java.util.List;
import java.util.Optional;

/// A form as it was sent: fields in order, names not unique.
public record Form(List<FormField> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /// The values of a list, which some clients name `image[]` and others `image`.
    public List<FormField> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) || field.name().equals(name + "[]"))
                .toList();
    }

    /// The text of a field that is no file; empty fields count as absent.
    public Optional<String> text(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.length() > 0)
                .findFirst()
                .map(FormField::text);
    }
}
