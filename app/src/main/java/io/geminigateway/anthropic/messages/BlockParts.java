package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.Base64Text;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.Media;
import io.geminigateway.prompt.MediaLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Blocks that say something, as Gemini's parts. Blocks that Gemini has no word for say nothing.
final class BlockParts {
    private final Media media;

    BlockParts(Media media) {
        this.media = media;
    }

    /// `path` is that of the list.
    List<Part> of(List<Block> blocks, String path) {
        var parts = new ArrayList<Part>(blocks.size());
        for (var i = 0; i < blocks.size(); i++) {
            parts.addAll(of(blocks.get(i), "%s[%d]".formatted(path, i)));
        }
        return parts;
    }

    List<Part> of(Block block, String path) {
        return switch (block.type()) {
            case Block.TEXT -> text(block, path);
            case "image" -> source(block, Modality.IMAGE, path);
            case "document" ->
                Stream.concat(label(block), source(block, Modality.PDF, path).stream())
                        .toList();
            case "search_result" -> found(block, path);
            case "tool_reference" ->
                block.toolName() == null ? List.of() : List.of(Part.ofText(block.toolName() + "\n"));
            case String _ -> List.of();
            case null -> throw Invalid.missing(path + ".type");
        };
    }

    private static List<Part> text(Block block, String path) {
        if (block.text() == null) {
            throw Invalid.missing(path + ".text");
        }
        return block.text().isEmpty() ? List.of() : List.of(Part.ofText(block.text()));
    }

    private List<Part> source(Block block, Modality modality, String path) {
        var source = block.source();
        var here = path + ".source";
        if (source == null || source.type() == null) {
            throw Invalid.missing(source == null ? here : here + ".type");
        }
        return switch (source.type()) {
            case "base64" -> List.of(inline(source, here));
            case "text" ->
                List.of(Part.ofText(
                        required(source.data(), here + ".data").text().toString()));
            case "content" ->
                of(source.content() == null ? List.of() : source.content().blocks(), here + ".content");
            case "url" -> List.of(behind(required(source.url(), here + ".url"), modality, here));
            case "file" -> List.of(file(source.fileId(), here + ".file_id"));
            default ->
                throw Invalid.value(
                        here + ".type", "'%s.type' must be base64, url, text, content or file".formatted(here));
        };
    }

    private Part inline(Source source, String path) {
        var link = required(source.data(), path + ".data");
        var base64 = new Base64Text(link.data(), path + ".data");
        var declared = Optional.ofNullable(source.mediaType())
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .or(() -> Media.declared(link));
        return media.inline(base64, declared, path + ".data", null);
    }

    private Part behind(MediaLink link, Modality modality, String path) {
        return link.isDataUri()
                ? media.linked(link, modality, path)
                : media.remote(link.head().strip(), modality, path + ".url", null);
    }

    private static Part file(@Nullable String id, String path) {
        if (id == null) {
            throw Invalid.missing(path);
        }
        if (!Media.isAtGoogle(id)) {
            throw Invalid.unsupported(
                    path,
                    "'%s': this gateway keeps no files; send the data, or the URI of a file at Google".formatted(path));
        }
        return Media.atGoogle(id, null);
    }

    /// What a document is called and what it is about.
    private static Stream<Part> label(Block document) {
        var lines = Stream.of(document.title(), document.context())
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Stream.empty() : Stream.of(Part.ofText(lines + "\n"));
    }

    private List<Part> found(Block result, String path) {
        var source = result.source();
        var url = source == null || source.url() == null ? null : source.url().head();
        var head = Stream.of(result.title(), url)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n", "", "\n"));
        return Stream.concat(Stream.of(Part.ofText(head)), of(result.contentOrNone(), path + ".content").stream())
                .toList();
    }

    private static MediaLink required(@Nullable MediaLink link, String path) {
        if (link == null || link.text().isEmpty()) {
            throw Invalid.missing(path);
        }
        return link;
    }
}
