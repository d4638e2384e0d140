package io.geminigateway.gemini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Finds the end of a string, checking every byte of it, and decodes it when asked to.
final class JsonString {
    private final byte[] in;
    private int from;
    private int end;
    private boolean escaped;
    private boolean ascii;

    JsonString(byte[] in) {
        this.in = in;
    }

    /// Scans the string whose first byte after the quote is at `start`; returns where its closing quote is.
    int scan(int start) {
        from = start;
        escaped = false;
        ascii = true;
        var i = JsonBytes.endOfPlain(in, start);
        while (i < in.length && in[i] != '"') {
            if (in[i] == '\\') {
                escaped = true;
                i = endOfEscape(i);
            } else if (in[i] < 0) {
                ascii = false;
                i = endOfCharacters(i);
            } else {
                throw JsonScanner.unexpected(in, i);
            }
            i = JsonBytes.endOfPlain(in, i);
        }
        if (i == in.length) {
            throw JsonScanner.cut(in);
        }
        end = i;
        return i;
    }

    /// The string that was scanned last.
    String text() {
        return escaped ? unescaped() : new String(in, from, end - from, charset());
    }

    /// The same, which is likely to have been there before.
    String text(NameCache words) {
        return escaped ? text() : words.name(in, from, end);
    }

    /// The same, as it stands there unless it has escapes.
    Utf8 utf8() {
        if (!escaped) {
            return Utf8.within(in, from, end);
        }
        var out = new byte[end - from];
        return Utf8.within(out, 0, unescape(out));
    }

    private String unescaped() {
        var out = new byte[end - from];
        var length = unescape(out);
        return new String(out, 0, length, charset());
    }

    /// Returns the length of what it wrote: an escape is never shorter than what it stands for.
    private int unescape(byte[] out) {
        var length = 0;
        var i = from;
        while (i < end) {
            var b = in[i];
            if (b != '\\') {
                out[length++] = b;
                i++;
            } else if (in[i + 1] != 'u') {
                out[length++] = shortEscape(in[i + 1]);
                i += 2;
            } else {
                var unit = codeUnit(i + 2);
                i += 6;
                var character = (int) unit;
                if (Character.isHighSurrogate(unit)) {
                    character = Character.toCodePoint(unit, codeUnit(i + 2));
                    i += 6;
                }
                ascii &= character < 0x80;
                length = encode(character, out, length);
            }
        }
        return length;
    }

    /// The cheapest one: most strings are ASCII.
    private Charset charset() {
        return ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private static byte shortEscape(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    private static int encode(int character, byte[] out, int at) {
        var i = at;
        if (character < 0x80) {
            out[i++] = (byte) character;
        } else if (character < 0x800) {
            out[i++] = (byte) (0xC0 | (character >> 6));
            out[i++] = tail(character);
        } else if (character < 0x10000) {
            out[i++] = (byte) (0xE0 | (character >> 12));
            out[i++] = tail(character >> 6);
            out[i++] = tail(character);
        } else {
            out[i++] = (byte) (0xF0 | (character >> 18));
            out[i++] = tail(character >> 12);
            out[i++] = tail(character >> 6);
            out[i++] = tail(character);
        }
        return i;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private int endOfEscape(int at) {
        return switch (byteAt(at + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> {
                var unit = codeUnit(at + 2);
                if (!Character.isSurrogate(unit)) {
                    yield at + 6;
                }
                if (Character.isLowSurrogate(unit)
                        || byteAt(at + 6) != '\\'
                        || byteAt(at + 7) != 'u'
                        || !Character.isLowSurrogate(codeUnit(at + 8))) {
                    throw JsonScanner.malformed("half of a surrogate pair at byte %d".formatted(at));
                }
                yield at + 12;
            }
            default -> throw JsonScanner.unexpected(in, at + 1);
        };
    }

    private char codeUnit(int at) {
        var unit = 0;
        for (var i = at; i < at + 4; i++) {
            var digit = Character.digit(byteAt(i), 16);
            if (digit < 0) {
                throw JsonScanner.unexpected(in, i);
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private int endOfCharacters(int at) {
        var i = at;
        while (i < in.length && in[i] < 0) {
            i = endOfCharacter(i);
        }
        return i;
    }

    /// Well-formed byte sequences are those of table 3-7 of the Unicode standard.
    private int endOfCharacter(int at) {
        var lead = in[at] & 0xFF;
        var second = byteAt(at + 1) & 0xFF;
        var tail = 0;
        if (lead >= 0xC2 && lead <= 0xDF) {
            tail = 1;
        } else if (lead >= 0xE0
                && lead <= 0xEF
                && (lead != 0xE0 || second >= 0xA0)
                && (lead != 0xED || second <= 0x9F)) {
            tail = 2;
        } else if (lead >= 0xF0
                && lead <= 0xF4
                && (lead != 0xF0 || second >= 0x90)
                && (lead != 0xF4 || second <= 0x8F)) {
            tail = 3;
        }
        for (var i = at + 1; i <= at + tail; i++) {
            if ((byteAt(i) & 0xC0) != 0x80) {
                tail = 0;
            }
        }
        if (tail == 0) {
            throw JsonScanner.malformed("byte %d is not UTF-8".formatted(at));
        }
        return at + tail + 1;
    }

    private byte byteAt(int at) {
        if (at >= in.length) {
            throw JsonScanner.cut(in);
        }
        return in[at];
    }
}
