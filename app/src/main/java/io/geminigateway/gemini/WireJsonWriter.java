package io.geminigateway.gemini;

import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.geminigateway.sse.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes one record from avaje's generated adapters, as bytes. Absent fields are not written.
final class WireJsonWriter implements JsonWriter {
    /*
     * Why not avaje's own writer: as of 3.11 it keeps only the low byte of each character of a raw field, and each time
     * begins with a buffer that is ten times as large as a usual question, unless it may keep the largest one it ever
     * needed for each thread.
     */
    private static final FieldNames NONE = new FieldNames();

    private final Bytes out = new Bytes();
    private final boolean emptyLists;
    private FieldNames[] open = {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE};
    private int depth;
    private byte @Nullable [] key;
    private boolean isAfterValue;

    /// With `emptyLists`, empty lists are written too.
    WireJsonWriter(boolean emptyLists) {
        this.emptyLists = emptyLists;
    }

    /// What was written.
    byte[] take() {
        return out.take();
    }

    @Override
    public void beginObject() {
        beginObject(NONE);
    }

    @Override
    public void beginObject(PropertyNames names) {
        begin('{');
        depth++;
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth] = (FieldNames) names;
    }

    @Override
    public void endObject() {
        depth--;
        end('}');
    }

    @Override
    public void beginArray() {
        begin('[');
    }

    @Override
    public void endArray() {
        end(']');
    }

    @Override
    public void emptyArray() {
        if (emptyLists) {
            beginArray();
            endArray();
        } else {
            key = null;
        }
    }

    @Override
    public void name(int number) {
        key = open[depth].keys()[number];
    }

    @Override
    public void name(String name) {
        key = FieldNames.key(name);
    }

    @Override
    public void nullValue() {
        key = null;
    }

    @Override
    public void value(@Nullable String value) {
        if (value == null) {
            nullValue();
        } else {
            beforeValue();
            JsonText.write(value, out);
        }
    }

    void value(@Nullable Utf8 value) {
        if (value == null) {
            nullValue();
        } else {
            beforeValue();
            JsonText.write(value, out);
        }
    }

    void value(@Nullable RawJson value) {
        if (value == null) {
            nullValue();
        } else {
            beforeValue();
            value.text().write(out);
        }
    }

    @Override
    public void rawValue(String json) {
        beforeValue();
        out.append(json);
    }

    @Override
    public void value(boolean value) {
        beforeValue();
        out.append(value ? "true" : "false");
    }

    @Override
    public void value(int value) {
        value((long) value);
    }

    @Override
    public void value(long value) {
        beforeValue();
        out.append(value);
    }

    @Override
    public void value(double value) {
        beforeValue();
        out.append(Double.toString(value));
    }

    @Override
    public void value(@Nullable Boolean value) {
        if (value == null) {
            nullValue();
        } else {
            value(value.booleanValue());
        }
    }

    @Override
    public void value(@Nullable Integer value) {
        if (value == null) {
            nullValue();
        } else {
            value(value.longValue());
        }
    }

    @Override
    public void value(@Nullable Long value) {
        if (value == null) {
            nullValue();
        } else {
            value(value.longValue());
        }
    }

    @Override
    public void value(@Nullable Double value) {
        if (value == null) {
            nullValue();
        } else {
            value(value.doubleValue());
        }
    }

    @Override
    public boolean serializeNulls() {
        return false;
    }

    @Override
    public boolean serializeEmpty() {
        return emptyLists;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public void flush() {
        // all of it is in memory
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public void markIncomplete() {
        // whoever fails takes nothing
    }

    @Override
    public void serializeNulls(boolean ignored) {
        throw unused();
    }

    @Override
    public void serializeEmpty(boolean ignored) {
        throw unused();
    }

    @Override
    public void pretty(boolean ignored) {
        throw unused();
    }

    @Override
    public String path() {
        throw unused();
    }

    @Override
    public void allNames(PropertyNames ignored) {
        throw unused();
    }

    @Override
    public void value(BigDecimal ignored) {
        throw unused();
    }

    @Override
    public void value(BigInteger ignored) {
        throw unused();
    }

    @Override
    public void value(byte[] ignored) {
        throw unused();
    }

    @Override
    public void jsonValue(Object ignored) {
        throw unused();
    }

    @Override
    public void rawChunkStart() {
        throw unused();
    }

    @Override
    public void rawChunk(char ignored) {
        throw unused();
    }

    @Override
    public void rawChunk(String ignored) {
        throw unused();
    }

    @Override
    public void rawChunkEncode(String ignored) {
        throw unused();
    }

    @Override
    public void rawChunkEnd() {
        throw unused();
    }

    @Override
    public void writeNewLine() {
        throw unused();
    }

    private void begin(char bracket) {
        beforeValue();
        out.write(bracket);
        isAfterValue = false;
    }

    private void end(char bracket) {
        out.write(bracket);
        isAfterValue = true;
    }

    private void beforeValue() {
        if (isAfterValue) {
            out.write(',');
        }
        if (key != null) {
            out.write(key);
            key = null;
        }
        isAfterValue = true;
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("no record needs it");
    }
}
