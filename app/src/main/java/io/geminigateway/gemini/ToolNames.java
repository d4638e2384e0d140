package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The names of one request's tools in Gemini's spelling, and back. A name that Gemini takes stays what it is.
public final class ToolNames {
    private static final Pattern TAKEN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final Pattern REFUSED = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int LONGEST = 64;
    private static final int MARK = 9;

    private final Map<String, String> toGemini = new HashMap<>();
    private final Map<String, String> toClient = new HashMap<>();

    public String gemini(String name) {
        var known = toGemini.get(name);
        if (known != null) {
            return known;
        }
        var spelled = TAKEN.matcher(name).matches() ? name : respelled(name);
        while (toClient.containsKey(spelled)) { // somebody really has that name
            spelled = shortened(spelled, LONGEST - 1) + "_";
        }
        toGemini.put(name, spelled);
        toClient.put(spelled, name);
        return spelled;
    }

    /// A name that was never told is the model's own invention.
    public String client(String name) {
        return toClient.getOrDefault(name, name);
    }

    /// Names that differ only in what Gemini refuses keep apart by a mark.
    private static String respelled(String name) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        var letters = REFUSED.matcher(name).replaceAll("_");
        var start = letters.isEmpty() || !Character.isLetter(letters.charAt(0)) ? "_" + letters : letters;
        return shortened(start, LONGEST - MARK) + "_%08x".formatted(crc.getValue());
    }

    private static String shortened(String name, int length) {
        return name.length() > length ? name.substring(0, length) : name;
    }
}
