package io.geminigateway.openai.chat;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.sse.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;

/// The sound of one answer: 16-bit samples, raw or as a WAV file.
final class AnsweredAudio {
    private static final Pattern RATE = Pattern.compile("rate=(\\d{4,6})");
    private static final int USUAL_RATE = 24_000;
    private static final int HEADER = 44;

    /// Nothing is kept, but a client may not believe in sounds without an end.
    private static final Duration KEPT = Duration.ofHours(1);

    private final ByteArrayOutputStream samples = new ByteArrayOutputStream(0);
    private final ChatHead head;
    private int rate = USUAL_RATE;
    private boolean isFile;

    AnsweredAudio(ChatHead head) {
        this.head = head;
    }

    boolean isEmpty() {
        return samples.size() == 0;
    }

    void add(String mimeType, Utf8 base64) {
        var rateHere = RATE.matcher(mimeType);
        if (rateHere.find()) {
            rate = Integer.parseInt(rateHere.group(1));
        }
        var bytes = decoded(base64);
        isFile = isFile || new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1).equals("RIFF");
        samples.writeBytes(bytes);
    }

    /// The member `audio` of a message.
    void write(boolean asWav, Bytes out) {
        out.append("{\"id\":");
        JsonText.write("audio_" + head.requestId(), out);
        out.append(",\"data\":\"")
                .append(Base64.getEncoder().encodeToString(asWav && !isFile ? wav() : samples.toByteArray()));
        out.append("\",\"expires_at\":" + expiresAt() + ",\"transcript\":\"\"}");
    }

    /// The same member, of one piece of a stream.
    void writePiece(Utf8 base64, Bytes out) {
        out.append("{\"id\":");
        JsonText.write("audio_" + head.requestId(), out);
        out.append(",\"data\":");
        JsonText.write(base64, out);
        out.append(",\"expires_at\":" + expiresAt() + "}");
    }

    private long expiresAt() {
        return head.created().plus(KEPT).getEpochSecond();
    }

    private static byte[] decoded(Utf8 base64) {
        try {
            return base64.decoded(Base64.getMimeDecoder());
        } catch (IllegalArgumentException broken) {
            throw new GatewayException(
                    new Failure.UpstreamBroken(ErrorType.UPSTREAM_PROTOCOL, "Gemini sent a sound that is no base64"));
        }
    }

    private byte[] wav() {
        var size = samples.size();
        return ByteBuffer.allocate(HEADER + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER - 8 + size)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1) // samples as they are
                .putShort((short) 1) // mono
                .putInt(rate)
                .putInt(2 * rate)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(size)
                .put(samples.toByteArray())
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
