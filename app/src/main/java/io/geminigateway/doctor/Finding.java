package io.geminigateway.doctor;

import io.avaje.jsonb.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that was looked at, and how it stands. `fix` is there unless all is well.
@Json(naming = Json.Naming.LowerUnderscore)
public record Finding(
        String check, String state, String text, @Nullable String fix) {
    /// In the order of their weight.
    enum State {
        OK,
        WARN,
        FAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String text) {
        return new Finding(check, State.OK.word(), text, null);
    }

    static Finding warn(String check, String text, String fix) {
        return new Finding(check, State.WARN.word(), text, fix);
    }

    static Finding fail(String check, String text, String fix) {
        return new Finding(check, State.FAIL.word(), text, fix);
    }

    boolean is(State other) {
        return state.equals(other.word());
    }
}
