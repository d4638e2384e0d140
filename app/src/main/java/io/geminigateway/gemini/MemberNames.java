package io.geminigateway.gemini;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that the members of one object have had so far. Most objects have few, and those are looked through.
final class MemberNames {
    private static final int FEW = 16;

    private final @Nullable MemberNames outer;
    private @Nullable String[] few = new @Nullable String[FEW / 2];
    private @Nullable Set<String> many;
    private int count;

    /// `outer` are those of the object around it.
    MemberNames(@Nullable MemberNames outer) {
        this.outer = outer;
    }

    @Nullable
    MemberNames outer() {
        return outer;
    }

    /// False for a name that was there before.
    boolean add(String name) {
        if (many != null) {
            return many.add(name);
        }
        for (var i = 0; i < count; i++) {
            if (name.equals(few[i])) {
                return false;
            }
        }
        if (count == FEW) {
            many = new HashSet<>(Arrays.asList(few));
            return many.add(name);
        }
        if (count == few.length) {
            few = Arrays.copyOf(few, FEW);
        }
        few[count++] = name;
        return true;
    }
}
