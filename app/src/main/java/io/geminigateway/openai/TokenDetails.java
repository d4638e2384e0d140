package io.geminigateway.openai;

import io.geminigateway.gemini.JsonValue;
import org.jspecify.annotations.Nullable;

/// Gemini's token counts by modality: `[{"modality":"TEXT","tokenCount":12}]`.
public final class TokenDetails {
    private TokenDetails() {}

    /// The tokens of one modality; 0 where Google does not say.
    public static int of(@Nullable String details, String modality) {
        return details != null
                        && details.contains(modality)
                        && JsonValue.parse(details) instanceof JsonValue.Elements(var elements)
                ? elements.stream()
                        .flatMap(element -> element.asObject().stream())
                        .filter(each -> JsonValue.of(modality).equals(each.get("modality")))
                        .mapToInt(TokenDetails::count)
                        .sum()
                : 0;
    }

    private static int count(JsonValue.Members entry) {
        return entry.get("tokenCount") instanceof JsonValue.Numeral(var digits) && digits.matches("\\d{1,9}")
                ? Integer.parseInt(digits)
                : 0;
    }
}
