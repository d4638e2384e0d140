package io.geminigateway.server;

import java.util.regex.Pattern;

/// What a path means, without the version of the API, be it OpenAI's, Anthropic's or Google's. People type base URLs in
/// many ways, so `/v1/chat/completions`, `/chat/completions`, `/v1/v1/chat/completions/`, `//v1/chat/completions` and
/// `/v1beta/openai/chat/completions` are all one resource: `/chat/completions`. So is
/// `/v1/chat/completions/chat/completions`, where somebody took the whole address of chat for the base URL, and
/// `/openai/deployments/{name}/chat/completions`, as clients in Azure's
/// mode ask for it: they name the model in the body too. A redirect would cost the client its credentials,
/// hence this.
final class Resource {
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:(?:/openai|/v1(?:alpha|beta1?)?)(?=/|$)|/chat/completions(?=/.))*+" + "(?:/deployments/[^/]+(?=/.))?");

    private Resource() {}

    static String of(String path) {
        var single = SLASHES.matcher(path).replaceAll("/");
        var bare = PREFIXES.matcher(single).replaceFirst("");
        var end = bare.length();
        while (end > 1 && bare.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : bare.substring(0, end);
    }
}
