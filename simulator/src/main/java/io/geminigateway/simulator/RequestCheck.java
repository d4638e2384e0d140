package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether Google would read a request at all: JSON, with known fields, and with contents where they are needed.
final class RequestCheck {
    /// A request that may be answered, or why not.
    sealed interface Verdict {
        record Sound(JsonObject request) implements Verdict {}

        record Faulty(Refusal refusal) implements Verdict {}
    }

    private RequestCheck() {}

    /// Reads the body as this message.
    static Verdict message(Call call, String message) {
        if (call.json().isEmpty()) {
            return new Verdict.Faulty(RequestErrors.notJson(call.text()));
        }
        var request = call.json().get();
        var violations = FieldCheck.violations(message, request);
        return violations.isEmpty() ? new Verdict.Sound(request) : new Verdict.Faulty(RequestErrors.fields(violations));
    }

    /// Reads the body as a generate call, out of its envelope.
    static Verdict generation(Call call, Envelope envelope, Occasion at) {
        return switch (message(call, envelope.message())) {
            case Verdict.Faulty faulty -> faulty;
            case Verdict.Sound sound -> contents(envelope.open(sound.request()), at);
        };
    }

    private static Verdict contents(JsonObject request, Occasion at) {
        var contents = Prompt.objects(request.getValue("contents")).toList();
        if (contents.isEmpty()) {
            return new Verdict.Faulty(RequestErrors.noContents(at));
        }
        return fault(contents)
                .or(() -> ThoughtSignature.isWantedBy(at.model()) ? ThoughtSignature.fault(contents) : Optional.empty())
                .<Verdict>map(message -> new Verdict.Faulty(RequestErrors.because(message)))
                .orElseGet(() -> new Verdict.Sound(request));
    }

    private static Optional<String> fault(List<JsonObject> contents) {
        for (var index = 0; index < contents.size(); index++) {
            var content = contents.get(index);
            if (Prompt.objects(content.getValue("parts")).findAny().isEmpty()) {
                return Optional.of("* GenerateContentRequest.contents[%d].parts: contents.parts must not be empty.\n"
                        .formatted(index));
            }
            if (!(content.getValue("role", "user") instanceof String role)
                    || !List.of("user", "model", "function").contains(role.toLowerCase(Locale.ROOT))) {
                return Optional.of("Please use a valid role: user, model.");
            }
        }
        return Optional.empty();
    }
}
