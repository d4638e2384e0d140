package io.geminigateway.upstream;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An error as Google words it: `{"error":{"code","status","message","details":[...]}}`. What is missing is
/// empty or 0.
record GoogleError(int code, String status, String message, List<Map<?, ?>> details) {
    static final GoogleError NONE = new GoogleError(0, "", "", List.of());

    private static final int DEEPEST_QUOTE = 10;

    GoogleError {
        details = List.copyOf(details);
    }

    /// The error in a body, the innermost one if messages quote each other; empty if there is none.
    static Optional<GoogleError> read(String body) {
        var found = direct(body);
        for (var depth = 0; depth < DEEPEST_QUOTE && found.isPresent(); depth++) {
            var outer = found.get();
            var inner = outer.message().contains("\"error\"") ? direct(outer.message()) : Optional.<GoogleError>empty();
            if (inner.isEmpty()) {
                return found;
            }
            found = inner.map(error -> error.code() == 0 ? error.withCode(outer.code()) : error);
        }
        return found;
    }

    boolean isNone() {
        return equals(NONE);
    }

    /// The reason of the first detail that gives one: `API_KEY_INVALID`.
    String reason() {
        return first("reason").map(GoogleError::identifier).orElse("");
    }

    String domain() {
        return first("domain")
                .map(domain -> domain.replaceAll("[^a-zA-Z0-9.-]", ""))
                .orElse("");
    }

    Optional<String> retryDelay() {
        return first("retryDelay");
    }

    Optional<String> metadata(String key) {
        return details.stream()
                .map(detail -> detail.get("metadata"))
                .flatMap(metadata -> metadata instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                .flatMap(map -> text(map.get(key)))
                .findFirst();
    }

    /// The named quotas that ran out: `GenerateRequestsPerDayPerProjectPerModel-FreeTier`.
    Stream<String> quotaIds() {
        return Stream.concat(
                inLists("violations").flatMap(violation -> text(violation.get("quotaId"))),
                metadata("quota_limit").stream());
    }

    Stream<String> quotaValues() {
        return inLists("violations").flatMap(violation -> text(violation.get("quotaValue")));
    }

    /// Where a person can do something about it, first the page that is more than documentation.
    Optional<String> link() {
        return inLists("links")
                .filter(link -> !isDocumentation(link))
                .flatMap(link -> text(link.get("url")))
                .filter(GoogleError::isWebPage)
                .findFirst();
    }

    Optional<String> linkIn(String metadataKey) {
        return metadata(metadataKey).filter(GoogleError::isWebPage);
    }

    private static boolean isDocumentation(Map<?, ?> link) {
        var about = link.get("description") + " " + link.get("url");
        return about.toLowerCase(Locale.ROOT).contains("learn more") || about.contains("support.google.com");
    }

    static boolean isWebPage(String url) {
        return url.startsWith("https://") && url.length() <= 2048 && url.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /// The error that this answer carries, if it carries one.
    static GoogleError in(Map<?, ?> answer) {
        return answer.get("error") instanceof Map<?, ?> error ? of(error) : NONE;
    }

    private static Optional<GoogleError> direct(String body) {
        return LenientJson.object(body)
                .flatMap(object ->
                        object.get("error") instanceof Map<?, ?> error ? Optional.of(of(error)) : Optional.empty());
    }

    private static GoogleError of(Map<?, ?> error) {
        var code = error.get("code") instanceof Number number ? number.intValue() : 0;
        return new GoogleError(
                code,
                text(error.get("status"))
                        .findFirst()
                        .map(GoogleError::identifier)
                        .orElse(""),
                text(error.get("message")).findFirst().orElse(""),
                objects(error.get("details")).toList());
    }

    private GoogleError withCode(int newCode) {
        return new GoogleError(newCode, status, message, details);
    }

    private Optional<String> first(String member) {
        return details.stream().flatMap(detail -> text(detail.get(member))).findFirst();
    }

    private Stream<Map<?, ?>> inLists(String member) {
        return details.stream().flatMap(detail -> objects(detail.get(member)));
    }

    private static Stream<Map<?, ?>> objects(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().flatMap(item -> item instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                : Stream.empty();
    }

    private static Stream<String> text(@Nullable Object value) {
        return switch (value) {
            case String string -> Stream.of(string);
            case Number number -> Stream.of(number.toString());
            case null, default -> Stream.empty();
        };
    }

    /// For logs and metrics: nothing but letters, digits and underscores, and not many.
    private static String identifier(String spoken) {
        var plain = spoken.replaceAll("[^A-Za-z0-9_]", "");
        return plain.length() <= 64 ? plain : plain.substring(0, 64);
    }
}
