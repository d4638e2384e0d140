package io.geminigateway.gemini;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of what lies with one account, as requests mention it: `files/abc` by its address or by name, and
/// `cachedContents/abc`. Pictures on the web, videos and buckets lie with nobody.
public final class HeldNames {
    private static final Pattern FILE = Pattern.compile(
            "(?:https?://[^/?#]+/(?:[^?#]+/)?v1(?:alpha|beta)?/)?(files/[A-Za-z0-9][A-Za-z0-9-]{0,63})");
    private static final Pattern CACHE = Pattern.compile("cachedContents/[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

    private HeldNames() {}

    /// Those in a request that was translated.
    public static Set<String> in(GenerateContentRequest request) {
        var names = new LinkedHashSet<String>();
        if (request.cachedContent() != null) {
            ofCache(request.cachedContent()).ifPresent(names::add);
        }
        for (var content : request.contents()) {
            for (var part : content.partsOrNone()) {
                if (part.fileData() != null) {
                    RequestOutline.heldBy(part.fileData()).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    public static boolean isFile(String name) {
        return name.startsWith("files/") && FILE.matcher(name).matches();
    }

    public static boolean isCache(String name) {
        return CACHE.matcher(name).matches();
    }

    static Optional<String> ofFile(String uri) {
        var matcher = FILE.matcher(uri);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static Optional<String> ofCache(String name) {
        return isCache(name) ? Optional.of(name) : Optional.empty();
    }
}
