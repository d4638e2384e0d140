package io.geminigateway.openai.embeddings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.regex.Pattern;

/// A vector as the numbers it is.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Numbers(float[] values) {
    private static final Pattern COMMA = Pattern.compile(",");

    /// Reads a JSON list of numbers that was checked to be JSON before; throws a [NumberFormatException] for any other.
    static Numbers of(String json) {
        var inner = json.strip();
        if (!inner.startsWith("[") || !inner.endsWith("]")) {
            throw new NumberFormatException("not a list");
        }
        var items = COMMA.split(inner.substring(1, inner.length() - 1), -1);
        var values = new float[items.length];
        for (var i = 0; i < items.length; i++) {
            values[i] = Float.parseFloat(items[i].strip());
        }
        return new Numbers(values);
    }

    /// The same direction, at length one: Google shortens vectors without doing so. Nothing stays nothing.
    Numbers normalized() {
        var sum = 0.0;
        for (var value : values) {
            sum += (double) value * value;
        }
        if (sum == 0) {
            return this;
        }
        var length = Math.sqrt(sum);
        var unit = new float[values.length];
        for (var i = 0; i < values.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return new Numbers(unit);
    }

    /// Little-endian floats of 32 bits, as OpenAI's clients ask for.
    String base64() {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    String json() {
        var json = new StringBuilder(values.length * 12).append('[');
        for (var i = 0; i < values.length; i++) {
            json.append(i == 0 ? "" : ",").append(values[i]);
        }
        return json.append(']').toString();
    }
}
