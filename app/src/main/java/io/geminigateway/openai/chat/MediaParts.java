package io.geminigateway.openai.chat;

import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.Base64Text;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.Media;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pictures, sounds, films and files in messages, the way OpenAI's clients put them there.
final class MediaParts {
    private static final Set<String> TYPES = Set.of("image_url", "video_url", "input_audio", "file");

    private final Media media;

    MediaParts(Media media) {
        this.media = media;
    }

    static boolean isMedia(ChatPart part) {
        return part.type() != null && TYPES.contains(part.type());
    }

    Part part(ChatPart part, String path) {
        return switch (String.valueOf(part.type())) {
            case "image_url" -> media.linked(part.imageUrl(), Modality.IMAGE, path + ".image_url");
            case "video_url" -> media.linked(part.videoUrl(), Modality.VIDEO, path + ".video_url");
            case "input_audio" -> audio(part.inputAudio(), path + ".input_audio");
            default -> file(part.file(), path + ".file");
        };
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
        var base64 = new Base64Text(data.data(), path + ".data");
        return media.inline(base64, Optional.of(declared), path + ".data", null);
    }

    private Part file(ChatPart.@Nullable AttachedFile file, String path) {
        if (file == null || (file.fileData() == null && file.fileId() == null)) {
            throw Invalid.missing(path + ".file_data");
        }
        if (file.fileData() == null) {
            var id = String.valueOf(file.fileId());
            if (!Media.isAtGoogle(id)) {
                throw Invalid.unsupported(
                        path + ".file_id",
                        "'%s.file_id': this gateway keeps no files; send 'file_data', or the URI of a file at Google"
                                .formatted(path));
            }
            return Media.atGoogle(id, null);
        }
        var link = file.fileData();
        var base64 = new Base64Text(link.data(), path + ".file_data");
        return media.inline(
                base64,
                Media.declared(link)
                        .or(() -> file.filename() == null ? Optional.empty() : MediaType.ofName(file.filename())),
                path + ".file_data",
                null);
    }
}
