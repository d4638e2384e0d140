package io.geminigateway.openai.responses;

import io.geminigateway.answer.Picture;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// A picture that the model made.
final class PictureItem implements OutputItem {
    private static final String CALL = "response.image_generation_call";

    private final ItemPlace place;
    private final Picture picture;

    PictureItem(ItemPlace place, Picture picture) {
        this.place = place;
        this.picture = picture;
        place.added(out -> write("in_progress", null, out));
        place.event(CALL + ".in_progress");
        place.event(CALL + ".generating");
        place.event(CALL + ".completed");
        place.done(this::write);
    }

    @Override
    public void write(Bytes out) {
        write("completed", picture.data(), out);
    }

    private void write(String status, @Nullable Utf8 result, Bytes out) {
        out.append("{\"id\":\"" + place.id() + "\",\"type\":\"image_generation_call\",\"status\":\"" + status
                + "\",\"output_format\":");
        JsonText.write(picture.type().substring(picture.type().indexOf('/') + 1), out);
        out.append(",\"result\":");
        if (result == null) {
            out.append("null");
        } else {
            JsonText.write(result, out);
        }
        out.append("}");
    }
}
