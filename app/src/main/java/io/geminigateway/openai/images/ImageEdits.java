package io.geminigateway.openai.images;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Form;
import io.geminigateway.dialect.FormField;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.openai.OpenAiDialect;
import io.geminigateway.openai.OpenAiRequests;
import org.jspecify.annotations.Nullable;

/// `/v1/images/edits`: an image out of images and words, sent as a form.
public final class ImageEdits implements OpenAiDialect {
    private static final int MOST_IMAGES = 16;

    private final Drawing drawing;

    public ImageEdits(ModelCatalog models) {
        drawing = new Drawing(models);
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return read(inbound.form()
                .orElseThrow(
                        () -> new Failure.UnsupportedMediaType("Send the image and the prompt as multipart/form-data")
                                .asException()));
    }

    private DialectCall read(Form form) {
        if (!form.all("mask").isEmpty()) {
            throw OpenAiRequests.unsupported("mask", "'mask' is not possible: say in the prompt what is to be changed");
        }
        var images = form.all("image");
        if (images.isEmpty()) {
            throw OpenAiRequests.missing("image");
        }
        if (images.size() > MOST_IMAGES) {
            throw OpenAiRequests.invalid("image", "'image' holds more than %d images".formatted(MOST_IMAGES));
        }
        return drawing.call(request(form), images.stream().map(ImageEdits::blob).toList());
    }

    private static ImageRequest request(Form form) {
        return new ImageRequest(
                text(form, "model"),
                text(form, "prompt"),
                number(form, "n"),
                text(form, "size"),
                text(form, "quality"),
                text(form, "response_format"),
                form.text("stream").map(Boolean::parseBoolean).orElse(null),
                text(form, "aspect_ratio"),
                text(form, "image_size"));
    }

    private static Blob blob(FormField image) {
        var format = ImageFormat.of(image.head(ImageFormat.HEAD))
                .orElseThrow(() -> OpenAiRequests.invalid("image", "'image' is not a PNG, JPEG, WebP or HEIC file"));
        return new Blob(format.mimeType(), image.base64());
    }

    private static @Nullable String text(Form form, String name) {
        return form.text(name).orElse(null);
    }

    private static @Nullable Long number(Form form, String name) {
        var text = text(form, name);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw OpenAiRequests.invalid(name, "'%s' must be a number".formatted(name));
        }
        return Long.valueOf(text);
    }
}
