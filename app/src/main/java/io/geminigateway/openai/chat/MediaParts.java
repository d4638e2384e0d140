package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Part;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Pictures, sounds, films and files in messages. What is in the message goes inline; what Google can fetch itself is
/// named to it; the rest must be fetched first.
final class MediaParts {
    private static final Set<String> TYPES = Set.of("image_url", "video_url", "input_audio", "file");

    private static final Pattern AT_GOOGLE = Pattern.compile(
            "gs://.+|https://generativelanguage\\.googleapis\\.com/v1(?:beta|alpha)?/files/[A-Za-z0-9_-]+"
                    + "|https://(?:www\\.|m\\.)?youtube\\.com/watch\\?.+|https://youtu\\.be/.+");

    private final Capabilities model;
    private final Dropped dropped;
    private final Addresses addresses;

    MediaParts(Capabilities model, Dropped dropped, Addresses addresses) {
        this.model = model;
        this.dropped = dropped;
        this.addresses = addresses;
    }

    static boolean isMedia(ChatPart part) {
        return part.type() != null && TYPES.contains(part.type());
    }

    Part part(ChatPart part, String path) {
        return switch (String.valueOf(part.type())) {
            case "image_url" -> linked(part.imageUrl(), Modality.IMAGE, path + ".image_url");
            case "video_url" -> linked(part.videoUrl(), Modality.VIDEO, path + ".video_url");
            case "input_audio" -> audio(part.inputAudio(), path + ".input_audio");
            default -> file(part.file(), path + ".file");
        };
    }

    private Part linked(@Nullable MediaLink link, Modality modality, String path) {
        if (link == null) {
            throw Invalid.missing(path);
        }
        var url = link.head().strip();
        if (url.isEmpty()) {
            throw Invalid.missing(path + ".url");
        }
        var resolution = resolution(link.detail(), path);
        if (link.data() != null) {
            return inline(new Base64Text(link.data(), path + ".url"), declared(link.head()), path + ".url", resolution);
        }
        if (AT_GOOGLE.matcher(url).matches()) {
            check(modality, path + ".url");
            return Part.ofFile(file(url), resolution);
        }
        var blob = addresses.media(url, path + ".url");
        check(blob.mimeType() == null ? modality : MediaType.modality(blob.mimeType()), path + ".url");
        return Part.ofMedia(blob, resolution);
    }

    private Part audio(ChatPart.@Nullable InputAudio audio, String path) {
        if (audio == null || audio.data() == null) {
            throw Invalid.missing(path + ".data");
        }
        var data = audio.data();
        var format = audio.format() == null ? "wav" : audio.format().toLowerCase(Locale.ROOT);
        var declared = MediaType.ofName(format)
                .filter(type -> MediaType.modality(type) == Modality.AUDIO)
                .orElseThrow(() -> Invalid.value(path + ".format", "'%s.format' must be wav or mp3".formatted(path)));
        var base64 = new Base64Text(data.data() == null ? data.head() : data.data(), path + ".data");
        return inline(base64, Optional.of(declared), path + ".data", null);
    }

    private Part file(ChatPart.@Nullable AttachedFile file, String path) {
        if (file == null || (file.fileData() == null && file.fileId() == null)) {
            throw Invalid.missing(path + ".file_data");
        }
        if (file.fileData() == null) {
            var id = String.valueOf(file.fileId());
            if (!AT_GOOGLE.matcher(id).matches()) {
                throw Invalid.unsupported(
                        path + ".file_id",
                        "'%s.file_id': this gateway keeps no files; send 'file_data', or the URI of a file at Google"
                                .formatted(path));
            }
            return Part.ofFile(file(id), null);
        }
        var link = file.fileData();
        var base64 = new Base64Text(link.data() == null ? link.head() : link.data(), path + ".file_data");
        var declared = link.data() == null ? Optional.<String>empty() : declared(link.head());
        return inline(
                base64,
                declared.or(() -> file.filename() == null ? Optional.empty() : MediaType.ofName(file.filename())),
                path + ".file_data",
                null);
    }

    private Part inline(Base64Text base64, Optional<String> declared, String path, @Nullable String resolution) {
        var sniffed = MediaType.ofData(base64.text());
        var type = declared.isEmpty() || isUnreliable(declared.get()) ? sniffed.or(() -> declared) : declared;
        if (type.isEmpty()) {
            throw Invalid.value(path, "'%s' does not say what it is: use a data URI with a media type".formatted(path));
        }
        check(MediaType.modality(type.get()), path);
        return Part.ofMedia(new Blob(type.get(), base64.text()), resolution);
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

    private static Optional<String> declared(String head) {
        var type = head.substring("data:".length()).strip();
        if (!type.toLowerCase(Locale.ROOT).endsWith(";base64")) {
            return Optional.empty();
        }
        var end = type.indexOf(';');
        return Optional.of(type.substring(0, end).strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+"));
    }

    private static String file(String uri) {
        return JsonValue.Members.NONE.with("fileUri", JsonValue.of(uri)).toString();
    }
}
