package io.geminigateway.setup;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/// A QR code in characters, two modules above each other in one; black on white, whatever the terminal's colours.
final class QrDrawing {
    private static final int QUIET = 2;
    private static final String BLACK_ON_WHITE = "\u001b[30;107m";
    private static final String RESET = "\u001b[0m";

    private QrDrawing() {}

    static List<String> lines(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        var lines = new ArrayList<String>();
        for (var y = -QUIET; y < code.size + QUIET; y += 2) {
            var line = new StringBuilder(BLACK_ON_WHITE);
            for (var x = -QUIET; x < code.size + QUIET; x++) {
                line.append(pair(code.getModule(x, y), code.getModule(x, y + 1)));
            }
            lines.add(line.append(RESET).toString());
        }
        return lines;
    }

    private static char pair(boolean upper, boolean lower) {
        return upper ? (lower ? '\u2588' : '\u2580') : (lower ? '\u2584' : ' ');
    }
}
