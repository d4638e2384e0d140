package io.geminigateway.openai.images;

import io.geminigateway.gemini.ModelName;
import io.geminigateway.openai.OpenAiRequests;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The shape of an image in Gemini's terms. OpenAI asks in pixels; Gemini has a few shapes, and the nearest is meant.
record Canvas(@Nullable String aspectRatio, @Nullable String imageSize) {
    private static final Pattern PIXELS = Pattern.compile("([1-9]\\d{1,4})x([1-9]\\d{1,4})");
    private static final Pattern RATIO = Pattern.compile("\\d{1,2}:\\d{1,2}");
    private static final Pattern SIZE = Pattern.compile("512|[124]K");
    private static final List<String> RATIOS = List.of("1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9");

    static Canvas of(ImageRequest request, ModelName model) {
        return new Canvas(ratio(request), size(request, model));
    }

    /// The value of `imageConfig`, or null where nothing is asked for.
    @Nullable
    String json() {
        if (aspectRatio == null && imageSize == null) {
            return null;
        }
        var ratio = aspectRatio == null ? "" : "\"aspectRatio\":\"%s\"".formatted(aspectRatio);
        var size = imageSize == null ? "" : "\"imageSize\":\"%s\"".formatted(imageSize);
        return "{" + ratio + (ratio.isEmpty() || size.isEmpty() ? "" : ",") + size + "}";
    }

    private static @Nullable String ratio(ImageRequest request) {
        var asked = request.aspectRatio();
        if (asked != null) {
            if (!RATIO.matcher(asked).matches()) {
                throw OpenAiRequests.invalid("aspect_ratio", "'aspect_ratio' must be one like 16:9");
            }
            return asked;
        }
        var size = request.size();
        if (size == null || size.equals("auto")) {
            return null;
        }
        var pixels = PIXELS.matcher(size);
        if (!pixels.matches()) {
            throw OpenAiRequests.invalid("size", "'size' must be auto, or one like 1024x1024");
        }
        return nearest(Math.log((double) Integer.parseInt(pixels.group(1)) / Integer.parseInt(pixels.group(2))));
    }

    private static String nearest(double logarithm) {
        return RATIOS.stream()
                .min(Comparator.comparingDouble(ratio -> Math.abs(logarithmOf(ratio) - logarithm)))
                .orElseThrow();
    }

    private static double logarithmOf(String ratio) {
        var colon = ratio.indexOf(':');
        return Math.log(Double.parseDouble(ratio.substring(0, colon)) / Double.parseDouble(ratio.substring(colon + 1)));
    }

    /// Only the pro model is known to offer more than one resolution.
    private static @Nullable String size(ImageRequest request, ModelName model) {
        var asked = request.imageSize();
        if (asked != null) {
            if (!SIZE.matcher(asked).matches()) {
                throw OpenAiRequests.invalid("image_size", "'image_size' must be 1K, 2K or 4K");
            }
            return asked;
        }
        var fine = "high".equals(request.quality()) || "hd".equals(request.quality());
        return fine && model.value().contains("pro-image") ? "2K" : null;
    }
}
