package io.geminigateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;

/// So many blanks, gzipped a megabyte at a time.
final class GzipBomb implements Iterator<Buffer> {
    private static final byte[] BLANKS = new byte[1 << 20];

    static {
        Arrays.fill(BLANKS, (byte) ' ');
    }

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private long left;

    GzipBomb(long bytes) {
        left = bytes;
        try {
            gzip = new GZIPOutputStream(packed, true);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Buffer next() {
        var size = (int) Math.min(left, BLANKS.length);
        left -= size;
        try {
            gzip.write(BLANKS, 0, size);
            if (left == 0) {
                gzip.finish();
            } else {
                gzip.flush();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        var piece = Buffer.buffer(packed.toByteArray());
        packed.reset();
        return piece;
    }
}
