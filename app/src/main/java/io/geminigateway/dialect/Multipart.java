package io.geminigateway.dialect;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `multipart/form-data` (RFC 7578) out of a body that is in memory anyway: nothing is copied, decoded or written
/// to disk. Strict, and bounded in all it counts: what no client sends is refused rather than guessed at.
public final class Multipart {
    private static final String TYPE = "multipart/form-data";
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_HEADERS = 4096;
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile(";\\s*(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final byte[] BLANK_LINE = ascii("\r\n\r\n");

    private final byte[] body;
    private final byte[] delimiter;
    private int at;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        delimiter = ascii("\r\n--" + boundary);
    }

    /// Whether a content type announces a form.
    public static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /// Throws a [GatewayException] that blames the client.
    public static Form read(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw malformed("its content type names no boundary");
        }
        var name = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        return new Multipart(body, name).form();
    }

    private Form form() {
        // The first delimiter stands at the very beginning, without the line break of the others.
        at = delimiter.length - 2;
        if (!startsWith(delimiter, 2, 0)) {
            throw malformed("it does not begin with its boundary");
        }
        var fields = new ArrayList<FormField>();
        while (!isLast()) {
            if (fields.size() == MOST_FIELDS) {
                throw malformed("it has more than %d fields".formatted(MOST_FIELDS));
            }
            fields.add(field());
        }
        return new Form(fields);
    }

    /// After a delimiter: a line break, or two dashes and the end.
    private boolean isLast() {
        if (startsWith(ascii("--"), 0, at)) {
            return true;
        }
        if (!startsWith(ascii("\r\n"), 0, at)) {
            throw malformed("a boundary is followed by something else");
        }
        at += 2;
        return false;
    }

    private FormField field() {
        var headers = headers();
        var from = at;
        var to = indexOf(delimiter, at, body.length);
        if (to < 0) {
            throw malformed("it breaks off");
        }
        at = to + delimiter.length;
        var disposition = headers.getOrDefault("content-disposition", "");
        var parameters = parameters(disposition);
        var name = parameters.get("name");
        if (name == null || !disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            throw malformed("a field has no name");
        }
        return new FormField(name, parameters.get("filename"), headers.get("content-type"), body, from, to - from);
    }

    private Map<String, String> headers() {
        // A field without headers would have no name: there is at least one.
        var end = indexOf(BLANK_LINE, at, Math.min(body.length, at + LONGEST_HEADERS));
        if (end < 0) {
            throw malformed("the headers of a field do not end, or are too long");
        }
        var headers = new HashMap<String, String>();
        for (var line : new String(body, at, end - at, StandardCharsets.UTF_8).split("\r\n", -1)) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw malformed("a field has a header that is none");
            }
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (headers.put(name, line.substring(colon + 1).strip()) != null) {
                throw malformed("a field has the same header twice");
            }
        }
        var encoding = headers.getOrDefault("content-transfer-encoding", "binary");
        if (!encoding.matches("(?i)binary|8bit|7bit")) {
            throw malformed("a field is encoded as '%s'".formatted(encoding));
        }
        at = end + BLANK_LINE.length;
        return headers;
    }

    private static Map<String, String> parameters(String disposition) {
        var parameters = new HashMap<String, String>();
        var matcher = PARAMETER.matcher(disposition);
        while (matcher.find()) {
            var value = matcher.group(2).replaceAll("\\\\(.)", "$1");
            parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private int indexOf(byte[] wanted, int from, int to) {
        for (var i = from; i <= to - wanted.length; i++) {
            if (body[i] == wanted[0] && startsWith(wanted, 0, i)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether `wanted`, from `skipped` on, stands in the body at `position`.
    private boolean startsWith(byte[] wanted, int skipped, int position) {
        var length = wanted.length - skipped;
        if (position + length > body.length) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            if (body[position + i] != wanted[skipped + i]) {
                return false;
            }
        }
        return true;
    }

    private static GatewayException malformed(String why) {
        return new Failure.InvalidRequest("The form cannot be read: " + why).asException();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
