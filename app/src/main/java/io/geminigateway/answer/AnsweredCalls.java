package io.geminigateway.answer;

import io.geminigateway.gemini.CallAssembly;
import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.TextSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The calls of one answer, in order. Each has an id that no other call has: Google's own, or one of ours
/// where it gives none or a short one. Signatures are remembered as they come by.
final class AnsweredCalls {
    /// An id that may stand for itself: long enough to be chance, short enough for every client.
    private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9_-]{8,40}");

    private static final HexFormat HEX = HexFormat.of();

    private final CallTelling telling;
    private final Supplier<String> seed;
    private final CallAssembly assembly = new CallAssembly();
    private final Set<String> ids = new HashSet<>();
    private int heard;
    private int told;

    /// `seed` is unique to the answer, and mostly not needed.
    AnsweredCalls(CallTelling telling, Supplier<String> seed) {
        this.telling = telling;
        this.seed = seed;
    }

    boolean hasAny() {
        return told > 0;
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
        if (told > 0 && !telling.takesMany()) {
            return Optional.empty();
        }
        var name = telling.names().client(String.valueOf(call.name()));
        return Optional.of(new AnsweredCall(told++, id, name, call, signature));
    }

    private String id(@Nullable String spoken, int number) {
        return spoken != null && GOOD_ID.matcher(spoken).matches() && ids.add(spoken) ? spoken : fresh(number);
    }

    private String fresh(int number) {
        try {
            var text = seed.get() + " " + telling.place().value() + " " + number;
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return telling.idPrefix() + HEX.formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
