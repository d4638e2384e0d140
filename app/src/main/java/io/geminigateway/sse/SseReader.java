package io.geminigateway.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of server-sent events, fed in pieces of any size, into the data of each event. Looks at every byte
/// once. One reader per stream, one thread at a time.
///
/// Several `data` lines of an event are joined by `\n`; an event without data is no event. Other fields and comments
/// are skipped. Lines that are none of these are kept for [#stray], because Google ends a failing stream with a bare
/// error object.
public final class SseReader {
    public static final int DEFAULT_LIMIT = 32 * 1024 * 1024;

    private static final int STRAY_LIMIT = 64 * 1024;
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] OTHER_FIELDS = {
        "event".getBytes(StandardCharsets.US_ASCII),
        "id".getBytes(StandardCharsets.US_ASCII),
        "retry".getBytes(StandardCharsets.US_ASCII)
    };
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Consumer<byte[]> events;
    private final int limit;
    private final Bytes cutLine = new Bytes(0);
    private final Bytes data = new Bytes(0);
    private final Bytes stray = new Bytes(0);
    private boolean hasData;

    /// Where the only line of data that the event has so far still stands in what is being fed: most have one, and need
    /// not be gathered.
    private byte @Nullable [] only;

    private int onlyFrom;
    private int onlyTo;
    private boolean afterCarriageReturn;
    private boolean firstLine = true;

    public SseReader(Consumer<byte[]> events) {
        this(events, DEFAULT_LIMIT);
    }

    /// `events` hears the data of each event, in an array of its own; no event may be longer than `limit` bytes.
    public SseReader(Consumer<byte[]> events, int limit) {
        this.events = events;
        this.limit = limit;
    }

    /// Throws an [OversizedEventException] when an event outgrows the limit; the stream is of no use after that.
    public void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    public void feed(byte[] bytes, int offset, int length) {
        var end = offset + length;
        var lineStart = offset;
        for (var i = offset; i < end; i++) {
            var b = bytes[i];
            if (b > '\r' || (b != '\n' && b != '\r')) { // one comparison settles nearly all
                continue;
            }
            if (b == '\n' && i == lineStart && afterCarriageReturn) {
                lineStart++; // the second half of \r\n
            } else {
                wholeLine(bytes, lineStart, i);
                lineStart = i + 1;
            }
            afterCarriageReturn = b == '\r';
        }
        if (lineStart < end) {
            afterCarriageReturn = false;
            hold(cutLine, bytes, lineStart, end);
        }
        gather();
    }

    /// The stream is over: tells the last event even where its blank line is missing.
    public void end() {
        if (!cutLine.isEmpty()) {
            wholeLine(new byte[0], 0, 0);
        }
        dispatch();
    }

    /// Everything so far that was not an event stream, line by line, up to 64 KiB; empty as a rule.
    public byte[] stray() {
        return stray.copy();
    }

    private void wholeLine(byte[] bytes, int from, int to) {
        if (cutLine.isEmpty()) {
            line(bytes, from, to);
        } else {
            hold(cutLine, bytes, from, to);
            var line = cutLine.take();
            line(line, 0, line.length);
        }
    }

    private void line(byte[] bytes, int from, int to) {
        var start = firstLine && startsWith(bytes, from, to, BYTE_ORDER_MARK) ? from + BYTE_ORDER_MARK.length : from;
        firstLine = false;
        if (start == to) {
            dispatch();
        } else if (isField(DATA, bytes, start, to)) {
            data(bytes, Math.min(start + DATA.length + 1, to), to);
        } else if (!isSkipped(bytes, start, to)) {
            keepStray(bytes, start, to);
        }
    }

    private void data(byte[] bytes, int from, int to) {
        var start = from < to && bytes[from] == ' ' ? from + 1 : from;
        if (!hasData) {
            hasData = true;
            checkRoom(0, to - start);
            only = bytes;
            onlyFrom = start;
            onlyTo = to;
            return;
        }
        gather();
        data.write('\n');
        hold(data, bytes, start, to);
    }

    /// Takes the event's only line along, since another follows, or what is fed belongs to whoever feeds it again.
    private void gather() {
        if (only != null) {
            data.write(only, onlyFrom, onlyTo - onlyFrom);
            only = null;
        }
    }

    private void dispatch() {
        hasData = false;
        if (only != null) {
            var line = only;
            only = null;
            if (onlyFrom < onlyTo) {
                events.accept(Arrays.copyOfRange(line, onlyFrom, onlyTo));
            }
        } else if (!data.isEmpty()) {
            events.accept(data.take());
        }
    }

    private void hold(Bytes held, byte[] bytes, int from, int to) {
        checkRoom(held.length(), to - from);
        held.write(bytes, from, to - from);
    }

    private void checkRoom(int held, int more) {
        if (held + (long) more > limit) {
            throw new OversizedEventException(limit);
        }
    }

    private void keepStray(byte[] bytes, int from, int to) {
        var room = STRAY_LIMIT - stray.length();
        if (room > 0) {
            stray.write(bytes, from, Math.min(to - from, room));
            stray.write('\n');
        }
    }

    private static boolean isSkipped(byte[] bytes, int from, int to) {
        if (bytes[from] == ':') {
            return true;
        }
        for (var field : OTHER_FIELDS) {
            if (isField(field, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isField(byte[] name, byte[] bytes, int from, int to) {
        var end = from + name.length;
        return startsWith(bytes, from, to, name) && (end == to || bytes[end] == ':');
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }
}
