package io.geminigateway.openai.images;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.openai.Refusals;
import io.geminigateway.sse.Bytes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers one image of each call, and writes them as one list. Calls that gave none are told of beside those that did,
/// as `refused`; when all did so, they are the answer.
final class ImageAnswer implements AnswerWriter {
    private final Instant created;
    private final boolean asUrl;
    private final @Nullable Blob[] images;
    private final ImageUsage usage = new ImageUsage();
    private final List<Refusals> refusals;

    ImageAnswer(Instant created, int images, boolean asUrl) {
        this.created = created;
        this.asUrl = asUrl;
        this.images = new @Nullable Blob[images];
        refusals = Stream.generate(Refusals::new).limit(images).toList();
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        event(0, event, out);
    }

    @Override
    public void event(int part, GeminiEvent event, Bytes out) {
        var response = event.response();
        usage.add(response.usageMetadata());
        refusals.get(part).note(response);
        for (var candidate : response.candidatesOrNone()) {
            var image = image(candidate);
            images[part] = image == null ? images[part] : image;
        }
    }

    @Override
    public void end(Bytes out) {
        var made = Arrays.stream(images).filter(Objects::nonNull).toList();
        if (made.isEmpty()) {
            throw refusals.stream()
                    .filter(Refusals::isBlocked)
                    .findFirst()
                    .orElseGet(refusals::getFirst)
                    .nothing("image");
        }
        out.append("{\"created\":%d,\"data\":[".formatted(created.getEpochSecond()));
        for (var i = 0; i < made.size(); i++) {
            out.append(i == 0 ? "" : ",");
            write(made.get(i), out);
        }
        out.append("],\"output_format\":\"%s\",\"usage\":"
                .formatted(format(made).name().toLowerCase(Locale.ROOT)));
        usage.write(out);
        writeRefused(out);
        out.append("}");
    }

    /// Not OpenAI's, whose clients ignore it: why there are fewer images than were asked for.
    private void writeRefused(Bytes out) {
        var reasons = IntStream.range(0, images.length)
                .filter(part -> images[part] == null)
                .mapToObj(part -> refusals.get(part).reason())
                .toList();
        if (reasons.isEmpty()) {
            return;
        }
        out.append(",\"refused\":[");
        for (var i = 0; i < reasons.size(); i++) {
            out.append(i == 0 ? "" : ",");
            JsonText.write(reasons.get(i), out);
        }
        out.append("]");
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }

    /// The last one, if there are several: models may show drafts first.
    private static @Nullable Blob image(Candidate candidate) {
        Blob found = null;
        for (var part : candidate.parts()) {
            var data = part.inlineData();
            if (!part.isThought() && data != null && data.data() != null) {
                found = data;
            }
        }
        return found;
    }

    private void write(Blob image, Bytes out) {
        var data = Objects.requireNonNull(image.data());
        if (asUrl) {
            out.append("{\"url\":");
            JsonText.write("data:%s;base64,".formatted(formatOf(image).mimeType()), data, out);
        } else {
            out.append("{\"b64_json\":");
            JsonText.write(data, out);
        }
        out.append("}");
    }

    private static ImageFormat format(List<Blob> made) {
        return formatOf(made.getFirst());
    }

    private static ImageFormat formatOf(Blob image) {
        return ImageFormat.ofBase64(Objects.requireNonNull(image.data())).orElse(ImageFormat.PNG);
    }
}
