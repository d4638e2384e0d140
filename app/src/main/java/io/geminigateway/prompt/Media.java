package io.geminigateway.prompt;

import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Part;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Pictures, sounds, films and files for one model. What is in the message goes inline; what Google can fetch itself is
/// named to it; the rest must be fetched first.
public final class Media {
    private static final Pattern AT_GOOGLE = Pattern.compile(
            "gs://.+|https://generativelanguage\\.googleapis\\.com/v1(?:beta|alpha)?/files/[A-Za-z0-9_-]+"
                    + "|https://(?:www\\.|m\\.)?youtube\\.com/watch\\?.+|https://youtu\\.be/.+");

    private final Capabilities model;
    private final Dropped dropped;
    private final Addresses addresses;

    public Media(Capabilities model, Dropped dropped, Addresses addresses) {
        this.model = model;
        this.dropped = dropped;
        this.addresses = addresses;
    }

    /// What a data URI holds, or an address leads to; `path` is the link's, and its address has the name `url` there.
    public Part linked(@Nullable MediaLink link, Modality modality, String path) {
        if (link == null) {
            throw Invalid.missing(path);
        }
        if (link.head().isBlank()) {
            throw Invalid.missing(path + ".url");
        }
        var resolution = resolution(link.detail(), path);
        if (link.isDataUri()) {
            return inline(new Base64Text(link.data(), path + ".url"), declared(link), path + ".url", resolution);
        }
        return remote(link.head().strip(), modality, path + ".url", resolution);
    }

    /// What an address leads to.
    public Part remote(String url, Modality modality, String path, @Nullable String resolution) {
        if (isAtGoogle(url)) {
            check(modality, path);
            return atGoogle(url, resolution);
        }
        var blob = addresses.media(url, path);
        check(blob.mimeType() == null ? modality : MediaType.modality(blob.mimeType()), path);
        return Part.ofMedia(blob, resolution);
    }

    /// Whether Google can fetch it itself.
    public static boolean isAtGoogle(String uri) {
        return AT_GOOGLE.matcher(uri).matches();
    }

    public static Part atGoogle(String uri, @Nullable String resolution) {
        return Part.ofFile(
                JsonValue.Members.NONE.with("fileUri", JsonValue.of(uri)).toString(), resolution);
    }

    public Part inline(Base64Text base64, Optional<String> declared, String path, @Nullable String resolution) {
        var sniffed = MediaType.ofData(base64.text());
        var type = declared.isEmpty() || isUnreliable(declared.get()) ? sniffed.or(() -> declared) : declared;
        if (type.isEmpty()) {
            throw Invalid.value(path, "'%s' does not say what it is: use a data URI with a media type".formatted(path));
        }
        check(MediaType.modality(type.get()), path);
        return Part.ofMedia(new Blob(type.get(), base64.text()), resolution);
    }

    /// The type that a data URI tells before its comma.
    public static Optional<String> declared(MediaLink link) {
        if (!link.isDataUri()) {
            return Optional.empty();
        }
        var type = link.head().substring("data:".length()).strip();
        if (!type.toLowerCase(Locale.ROOT).endsWith(";base64")) {
            return Optional.empty();
        }
        var end = type.indexOf(';');
        return Optional.of(type.substring(0, end).strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+"));
    }

    /// The declared types of pictures are often wrong, and Google looks.
    private static boolean isUnreliable(String type) {
        return type.startsWith("image/") || type.equals("application/octet-stream");
    }

    private void check(Modality modality, String path) {
        if (!model.input().contains(modality)) {
            throw Invalid.unsupported(path, "'%s': this model does not take %s".formatted(path, modality.word()));
        }
    }

    private @Nullable String resolution(@Nullable String detail, String path) {
        var level = switch (detail) {
            case "low" -> "MEDIA_RESOLUTION_LOW";
            case "high" -> "MEDIA_RESOLUTION_HIGH";
            case "auto" -> null;
            case null -> null;
            default -> throw Invalid.value(path + ".detail", "'%s.detail' must be low, high or auto".formatted(path));
        };
        if (level != null && !model.resolutionPerPart()) {
            dropped.add("detail");
            return null;
        }
        return level;
    }
}
