package io.geminigateway.openai.chat;

import io.geminigateway.gemini.CallAssembly;
import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.TextSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The calls of one answer, in order. Each has an id that no other call has: Google's own, or one of ours
/// where it gives none or a short one. Signatures are remembered as they come by.
final class AnsweredCalls {
    /// An id that may stand for itself: long enough to be chance, short enough for every client.
    private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9_-]{8,40}");

    private static final HexFormat HEX = HexFormat.of();

    private final CallTelling telling;
    private final String seed;
    private final CallAssembly assembly = new CallAssembly();
    private final Set<String> ids = new HashSet<>();
    private int heard;
    private int told;

    /// `seed` is unique to the answer.
    AnsweredCalls(CallTelling telling, String seed) {
        this.telling = telling;
        this.seed = seed;
    }

    boolean hasAny() {
        return told > 0;
    }

    /// For an answer that came to its end.
    String finishReason() {
        if (!hasAny()) {
            return "stop";
        }
        return telling.tools().isOldStyle() ? "function_call" : "tool_calls";
    }

    TextSignature textSignature() {
        return new TextSignature(telling.signatures(), telling.place());
    }

    /// Empty for a call that is none or not yet whole, and for one more than the client can take: later calls carry no
    /// signature, so the model misses nothing but the call.
    Optional<AnsweredCall> next(FunctionCall part, @Nullable String signature) {
        return assembly.heard(part, signature).flatMap(whole -> whole(whole.call(), whole.signature()));
    }

    private Optional<AnsweredCall> whole(FunctionCall call, @Nullable String signature) {
        var id = id(call.id(), heard++);
        if (signature != null) {
            telling.signatures().remember(id, call, telling.place(), signature);
        }
        if (told > 0 && (!telling.takesMany() || telling.tools().isOldStyle())) {
            return Optional.empty();
        }
        return Optional.of(answered(told++, id, call, signature));
    }

    private AnsweredCall answered(int index, String id, FunctionCall call, @Nullable String signature) {
        var name = telling.names().client(String.valueOf(call.name()));
        if (telling.tools().isCustom(name)) {
            return new AnsweredCall(index, id, AnsweredCall.Kind.CUSTOM, name, CustomTools.input(call), signature);
        }
        var kind = telling.tools().isOldStyle() ? AnsweredCall.Kind.OLD_STYLE : AnsweredCall.Kind.FUNCTION;
        return new AnsweredCall(index, id, kind, name, arguments(call), signature);
    }

    /// Google writes some JSON over many lines.
    private static String arguments(FunctionCall call) {
        return call.args() == null ? "{}" : JsonValue.parse(call.args()).toString();
    }

    private String id(@Nullable String spoken, int number) {
        return spoken != null && GOOD_ID.matcher(spoken).matches() && ids.add(spoken) ? spoken : fresh(number);
    }

    private String fresh(int number) {
        try {
            var text = seed + " " + telling.place().value() + " " + number;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "call_" + HEX.formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
