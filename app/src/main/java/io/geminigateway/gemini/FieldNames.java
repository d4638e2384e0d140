package io.geminigateway.gemini;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.BytesJsonWriter;
import io.avaje.json.stream.JsonOutput;
import io.avaje.json.stream.JsonStream;
import io.geminigateway.sse.Bytes;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Arrays;

/// The names of a record's fields, as they are written: quoted, with their colons.
@SuppressWarnings("ArrayRecordComponent") // made once for each kind of record; never compared
record FieldNames(byte[]... keys) implements PropertyNames {

    /// Where avaje's generated adapters get theirs from. Nothing is read or written through it.
    static final JsonStream SOURCE = new JsonStream() {
        @Override
        public PropertyNames properties(String... names) {
            return new FieldNames(Arrays.stream(names).map(FieldNames::key).toArray(byte[][]::new));
        }

        @Override
        public JsonReader reader(String json) {
            throw notOurs();
        }

        @Override
        public JsonReader reader(byte[] json) {
            throw notOurs();
        }

        @Override
        public JsonReader reader(Reader json) {
            throw notOurs();
        }

        @Override
        public JsonReader reader(InputStream json) {
            throw notOurs();
        }

        @Override
        public JsonWriter writer(Writer out) {
            throw notOurs();
        }

        @Override
        public JsonWriter writer(OutputStream out) {
            throw notOurs();
        }

        @Override
        public JsonWriter writer(JsonOutput out) {
            throw notOurs();
        }

        @Override
        public BufferedJsonWriter bufferedWriter() {
            throw notOurs();
        }

        @Override
        public BytesJsonWriter bufferedWriterAsBytes() {
            throw notOurs();
        }

        private static UnsupportedOperationException notOurs() {
            return new UnsupportedOperationException("WireJson reads and writes");
        }
    };

    static byte[] key(String name) {
        var key = new Bytes(name.length() + 3);
        JsonText.write(name, key);
        key.write(':');
        return key.take();
    }
}
