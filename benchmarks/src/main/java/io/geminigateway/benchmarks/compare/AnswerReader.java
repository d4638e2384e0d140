package io.geminigateway.benchmarks.compare;

import io.netty.buffer.ByteBuf;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/// Reads the answers on one HTTP/1.1 connection, of known length or in chunks. Does no more than that,
/// because the load must be much cheaper than what it measures.
final class AnswerReader {
    private enum Place {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private static final String LENGTH = "content-length:";
    private static final String ENCODING = "transfer-encoding:";

    private final MarkReader marks;
    private final IntConsumer answers;
    private final StringBuilder line = new StringBuilder();
    private Place place = Place.STATUS;
    private int status;
    private long left;
    private boolean chunked;

    /// `answers` hears the status of each answer that is complete.
    AnswerReader(LongConsumer marks, IntConsumer answers) {
        this.marks = new MarkReader(marks);
        this.answers = answers;
    }

    void feed(ByteBuf bytes) {
        while (bytes.isReadable()) {
            if (place == Place.BODY || place == Place.CHUNK) {
                takeBody(bytes);
            } else if (completesLine(bytes)) {
                var text = line.toString();
                line.setLength(0);
                takeLine(text);
            }
        }
    }

    private void takeBody(ByteBuf bytes) {
        var count = (int) Math.min(left, bytes.readableBytes());
        if (status == 200) { // errors have texts of their own
            marks.read(bytes, bytes.readerIndex(), bytes.readerIndex() + count);
        }
        bytes.skipBytes(count);
        left -= count;
        if (left == 0) {
            if (place == Place.CHUNK) {
                place = Place.CHUNK_END;
            } else {
                complete();
            }
        }
    }

    private boolean completesLine(ByteBuf bytes) {
        while (bytes.isReadable()) {
            var c = (char) bytes.readByte();
            if (c == '\n') {
                return true;
            }
            if (c != '\r') {
                line.append(c);
            }
        }
        return false;
    }

    private void takeLine(String text) {
        switch (place) {
            case STATUS -> {
                status = Integer.parseInt(text.substring(9, 12)); // HTTP/1.1 200 OK
                left = 0;
                chunked = false;
                place = Place.HEADERS;
            }
            case HEADERS -> takeHeader(text);
            case CHUNK_SIZE -> {
                left = Long.parseLong(text, 16);
                place = left == 0 ? Place.TRAILER : Place.CHUNK;
            }
            case CHUNK_END -> place = Place.CHUNK_SIZE;
            case TRAILER -> {
                if (text.isEmpty()) {
                    complete();
                }
            }
            case BODY, CHUNK -> throw new IllegalStateException("a body has no lines");
        }
    }

    private void takeHeader(String text) {
        if (text.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
            left = Long.parseLong(text.substring(LENGTH.length()).strip());
        } else if (text.regionMatches(true, 0, ENCODING, 0, ENCODING.length())) {
            chunked = true;
        } else if (text.isEmpty()) {
            place = chunked ? Place.CHUNK_SIZE : Place.BODY;
            if (!chunked && left == 0) {
                complete();
            }
        }
    }

    private void complete() {
        place = Place.STATUS;
        answers.accept(status);
    }
}
