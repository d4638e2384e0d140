package io.geminigateway.server;

import java.util.List;
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
    private static final List<String> PREFIXES = List.of("/v1", "/openai", "/v1beta", "/v1alpha", "/v1beta1");
    private static final String CHAT = "/chat/completions";
    private static final String DEPLOYMENTS = "/deployments/";

    private Resource() {}

    static String of(String path) {
        var single = path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
        var from = 0;
        for (var next = afterPrefix(single, from); next > from; next = afterPrefix(single, from)) {
            from = next;
        }
        from = afterDeployment(single, from);
        var end = single.length();
        while (end > from + 1 && single.charAt(end - 1) == '/') {
            end--;
        }
        return end == from ? "/" : single.substring(from, end);
    }

    /// Where the segment after one that says nothing begins; `at` if there is none such.
    private static int afterPrefix(String path, int at) {
        for (var prefix : PREFIXES) {
            var end = at + prefix.length();
            if (path.startsWith(prefix, at) && (end == path.length() || path.charAt(end) == '/')) {
                return end;
            }
        }
        var end = at + CHAT.length();
        return path.startsWith(CHAT, at) && goesOn(path, end) ? end : at;
    }

    private static int afterDeployment(String path, int at) {
        var name = at + DEPLOYMENTS.length();
        var end = path.indexOf('/', name);
        return path.startsWith(DEPLOYMENTS, at) && end > name && goesOn(path, end) ? end : at;
    }

    private static boolean goesOn(String path, int at) {
        return at + 1 < path.length() && path.charAt(at) == '/';
    }
}
