package io.geminigateway.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// The message of a log line, kept to one line: what could break it, or play tricks with a terminal, becomes a blank.
public final class OneLine extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        var message = event.getFormattedMessage();
        for (var i = 0; i < message.length(); i++) {
            if (isControl(message.charAt(i))) {
                return blanked(message);
            }
        }
        return message;
    }

    private static String blanked(String message) {
        var line = new StringBuilder(message);
        for (var i = 0; i < line.length(); i++) {
            if (isControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || c == '\u007f';
    }
}
