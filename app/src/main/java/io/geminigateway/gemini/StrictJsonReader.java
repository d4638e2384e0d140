package io.geminigateway.gemini;

import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Feeds avaje's generated adapters from strictly checked bytes, and knows the path of the value it stands on.
final class StrictJsonReader implements JsonReader {
    /*
     * Why not avaje's own reader: as of 3.11 it refuses strings of more than 50,000 characters, overflows the stack on
     * deep nesting, takes trailing garbage, trailing commas, lone surrogates and broken UTF-8 for granted, recognises
     * names by a 32-bit hash alone, keeps the largest buffer it ever needed per thread, and cannot say where a value
     * of the wrong type sits. The adapters only see the interface, so they do not care.
     */
    private static final Pattern QUOTED_INTEGER = Pattern.compile("-?[0-9]{1,19}");

    private final byte[] in;
    private final JsonScanner scanner;
    private final NameCache names;
    private final NameCache words;
    private final boolean fromGoogle;
    private @Nullable MemberNames seen;

    private StrictJsonReader(byte[] in, NameCache names, NameCache words, boolean fromGoogle) {
        this.in = in;
        this.names = names;
        this.words = words;
        this.fromGoogle = fromGoogle;
        scanner = new JsonScanner(in);
    }

    static StrictJsonReader ofClient(byte[] in, NameCache names) {
        return new StrictJsonReader(in, names, names, false);
    }

    /// Numbers may come as strings, as proto3's JSON writes its int64, and duplicates are trusted. `words` are for
    /// values that come again.
    static StrictJsonReader ofGoogle(byte[] in, NameCache names, NameCache words) {
        return new StrictJsonReader(in, names, words, true);
    }

    /// How many bytes of the text were read.
    int at() {
        return scanner.at();
    }

    /// The whole text has been read: nothing but blanks may be left.
    void end() {
        scanner.end();
    }

    @Override
    public void beginObject(PropertyNames ignored) {
        beginObject();
    }

    @Override
    public void beginObject() {
        if (scanner.peek() != '{') {
            throw wrongType("an object");
        }
        scanner.open(true);
        if (!fromGoogle) {
            seen = new MemberNames(seen);
        }
    }

    @Override
    public boolean hasNextField() {
        return scanner.hasNext();
    }

    @Override
    public String nextField() {
        var name = scanner.name(names);
        if (seen != null && !seen.add(name)) {
            throw new MalformedJsonException("'%s' is given twice".formatted(location()), location());
        }
        return name;
    }

    @Override
    public void endObject() {
        scanner.close();
        if (seen != null) {
            seen = seen.outer();
        }
    }

    @Override
    public void beginArray() {
        if (scanner.peek() != '[') {
            throw wrongType("an array");
        }
        scanner.open(false);
    }

    /// No record of ours has a use for a null in a list, so none ever gets to see one.
    @Override
    public boolean hasNextElement() {
        if (!scanner.hasNext()) {
            return false;
        }
        if (scanner.peek() == 'n') {
            throw wrongType("a value");
        }
        return true;
    }

    @Override
    public void endArray() {
        scanner.close();
    }

    @Override
    public boolean isNullValue() {
        if (scanner.peek() != 'n') {
            return false;
        }
        scanner.literal("null");
        return true;
    }

    @Override
    public String readString() {
        if (scanner.peek() != '"') {
            throw wrongType("a string");
        }
        return scanner.string();
    }

    @Nullable
    String readStringOrNull() {
        return isNullValue() ? null : readString();
    }

    /// A string that is likely to have come before.
    @Nullable
    String readWordOrNull() {
        if (isNullValue()) {
            return null;
        }
        if (scanner.peek() != '"') {
            throw wrongType("a string");
        }
        return scanner.string(words);
    }

    @Nullable
    Integer readIntOrNull() {
        return isNullValue() ? null : Integer.valueOf(readInt());
    }

    /// A string that may be large, where it stands.
    Utf8 readUtf8() {
        if (scanner.peek() != '"') {
            throw wrongType("a string");
        }
        return scanner.utf8();
    }

    @Override
    public boolean readBoolean() {
        return switch (scanner.peek()) {
            case 't' -> {
                scanner.literal("true");
                yield true;
            }
            case 'f' -> {
                scanner.literal("false");
                yield false;
            }
            default -> throw wrongType("a boolean");
        };
    }

    @Override
    public int readInt() {
        var number = readLong();
        if (number != (int) number) {
            throw wrongType("an integer", "one that is too large");
        }
        return (int) number;
    }

    /// Takes 1.0 and 1e3 for what they are: integers.
    @Override
    public long readLong() {
        try {
            return isNumber() ? scanner.integer() : JsonNumber.integer(quoted("an integer"));
        } catch (ArithmeticException _) {
            throw wrongType("an integer", "a number of another kind");
        }
    }

    @Override
    public double readDouble() {
        var number = Double.parseDouble(isNumber() ? scanner.number() : quoted("a number"));
        if (Double.isInfinite(number)) {
            throw wrongType("a number", "one that is too large");
        }
        return number;
    }

    @Override
    public BigDecimal readDecimal() {
        throw new UnsupportedOperationException("no record has such a field");
    }

    @Override
    public BigInteger readBigInteger() {
        throw new UnsupportedOperationException("no record has such a field");
    }

    @Override
    public byte[] readBinary() {
        throw new UnsupportedOperationException("no record has such a field");
    }

    /// The next value, letter by letter, without the blanks around it.
    @Override
    public String readRaw() {
        return readRawJson().toString();
    }

    /// The same, where it stands.
    RawJson readRawJson() {
        scanner.peek();
        var from = scanner.at();
        scanner.skip();
        return new RawJson(Utf8.within(in, from, scanner.at()));
    }

    @Nullable
    String readRawOrNull() {
        return isNullValue() ? null : readRaw();
    }

    /// The same, which is likely to have come before.
    @Nullable
    String readRawWordOrNull() {
        if (isNullValue()) {
            return null;
        }
        var from = scanner.at();
        scanner.skip();
        return words.name(in, from, scanner.at());
    }

    @Override
    public void skipValue() {
        scanner.skip();
    }

    @Override
    public void unmappedField(String name) {
        // ignored: every API grows
    }

    @Override
    public Token currentToken() {
        return switch (scanner.peek()) {
            case '{' -> Token.BEGIN_OBJECT;
            case '[' -> Token.BEGIN_ARRAY;
            case '"' -> Token.STRING;
            case 't', 'f' -> Token.BOOLEAN;
            case 'n' -> Token.NULL;
            default -> Token.NUMBER;
        };
    }

    /// The path of the value that is being read: `messages[2].content[0].type`.
    @Override
    public String location() {
        return scanner.path();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public void close() {
        // nothing is held
    }

    /// For adapters of fields that may have several shapes.
    MalformedJsonException wrongType(String expected) {
        return wrongType(expected, found());
    }

    private MalformedJsonException wrongType(String expected, String found) {
        var subject = location().isEmpty() ? "the body" : "'" + location() + "'";
        return new MalformedJsonException(
                "Invalid type for %s: expected %s, but got %s instead".formatted(subject, expected, found), location());
    }

    private String found() {
        return switch (scanner.peek()) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"' -> "a string";
            case 't', 'f' -> "a boolean";
            case 'n' -> "null";
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "a number";
            default -> "what is no JSON";
        };
    }

    private boolean isNumber() {
        var next = scanner.peek();
        return next == '-' || (next >= '0' && next <= '9');
    }

    private String quoted(String expected) {
        if (!fromGoogle || scanner.peek() != '"') {
            throw wrongType(expected);
        }
        var quoted = scanner.string();
        if (!QUOTED_INTEGER.matcher(quoted).matches()) {
            throw wrongType(expected, "a string");
        }
        return quoted;
    }
}
