package io.geminigateway.gemini;

import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

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
    private final boolean fromGoogle;
    private final JsonPath path = new JsonPath();
    private final Deque<Set<String>> seen = new ArrayDeque<>(0);

    /// With `fromGoogle`, numbers may come as strings, as proto3's JSON writes its int64, and duplicates are trusted.
    StrictJsonReader(byte[] in, NameCache names, boolean fromGoogle) {
        this.in = in;
        this.names = names;
        this.fromGoogle = fromGoogle;
        scanner = new JsonScanner(in);
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
        path.enter();
        if (!fromGoogle) {
            seen.push(new HashSet<>());
        }
    }

    @Override
    public boolean hasNextField() {
        return scanner.hasNext();
    }

    @Override
    public String nextField() {
        var name = scanner.name(names);
        path.field(name);
        if (!fromGoogle && !seen.element().add(name)) {
            throw new MalformedJsonException("'%s' is given twice".formatted(location()), location());
        }
        return name;
    }

    @Override
    public void endObject() {
        scanner.close();
        path.leave();
        if (!fromGoogle) {
            seen.pop();
        }
    }

    @Override
    public void beginArray() {
        if (scanner.peek() != '[') {
            throw wrongType("an array");
        }
        scanner.open(false);
        path.enter();
    }

    /// No record of ours has a use for a null in a list, so none ever gets to see one.
    @Override
    public boolean hasNextElement() {
        if (!scanner.hasNext()) {
            return false;
        }
        path.nextElement();
        if (scanner.peek() == 'n') {
            throw wrongType("a value");
        }
        return true;
    }

    @Override
    public void endArray() {
        scanner.close();
        path.leave();
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

    SplitUri readDataUri() {
        if (scanner.peek() != '"') {
            throw wrongType("a string");
        }
        return scanner.dataUri();
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
        var digits = digits("an integer");
        try {
            return JsonNumber.integer(digits);
        } catch (ArithmeticException _) {
            throw wrongType("an integer", "a number of another kind");
        }
    }

    @Override
    public double readDouble() {
        var number = Double.parseDouble(digits("a number"));
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
        scanner.peek();
        var from = scanner.at();
        scanner.skip();
        return new String(in, from, scanner.at() - from, StandardCharsets.UTF_8);
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
        return path.toString();
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
            default -> "a number";
        };
    }

    private String digits(String expected) {
        var next = scanner.peek();
        if (next == '-' || (next >= '0' && next <= '9')) {
            return scanner.number();
        }
        if (fromGoogle && next == '"') {
            var quoted = scanner.string();
            if (QUOTED_INTEGER.matcher(quoted).matches()) {
                return quoted;
            }
            throw wrongType(expected, "a string");
        }
        throw wrongType(expected);
    }
}
