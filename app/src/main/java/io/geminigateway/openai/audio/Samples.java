package io.geminigateway.openai.audio;

import io.geminigateway.gemini.Blob;
import io.geminigateway.sse.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// Samples of 16 bits, one channel, as Gemini sends them: bare, or (from some models) as a WAV file.
final class Samples {
    private static final Pattern RATE = Pattern.compile("rate=(\\d{4,6})");
    private static final int USUAL_RATE = 24_000;
    private static final int HEADER = 44;
    private static final int BYTES_PER_SAMPLE = 2;

    private final Bytes pcm = new Bytes();
    private int rate = USUAL_RATE;

    /// Throws an [IllegalArgumentException] for what is not base64.
    void add(Blob audio) {
        var data = audio.data();
        var bytes = data == null ? new byte[0] : data.decoded(Base64.getDecoder());
        var type = audio.mimeType() == null ? "" : audio.mimeType();
        var named = RATE.matcher(type);
        if (isWav(bytes)) {
            rate = little(bytes).getInt(24);
            pcm.write(bytes, HEADER, bytes.length - HEADER);
        } else {
            rate = named.find() ? Integer.parseInt(named.group(1)) : rate;
            pcm.write(bytes);
        }
    }

    boolean isEmpty() {
        return pcm.isEmpty();
    }

    void write(AudioFormat format, Bytes out) {
        switch (format) {
            case WAV -> {
                out.write(header(pcm.length()));
                out.append(pcm.take());
            }
            case PCM -> out.append(pcm.take());
        }
    }

    /// RIFF, then the format of the samples, then the samples.
    private byte[] header(int length) {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(rate)
                .putInt(rate * BYTES_PER_SAMPLE)
                .putShort((short) BYTES_PER_SAMPLE)
                .putShort((short) 16);
        header.put(ascii("data")).putInt(length);
        return header.array();
    }

    private static boolean isWav(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F';
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
