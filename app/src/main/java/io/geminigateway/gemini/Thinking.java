package io.geminigateway.gemini;

import java.util.Comparator;
import java.util.List;

/// How a model's thinking is controlled.
public sealed interface Thinking {
    /// Not at all: the model does not think, or as much as it likes.
    enum Uncontrolled implements Thinking {
        UNCONTROLLED
    }

    /// By a number of tokens. `off` tells whether 0 is one of them though it is less than `min`.
    record Budget(int min, int max, boolean off) implements Thinking {
        public int clamp(int tokens) {
            return tokens <= 0 && off ? 0 : Math.clamp(tokens, min, max);
        }
    }

    /// By one of these levels, weakest first; `usual` is what the model does by itself.
    record Levels(List<ThinkingLevel> levels, ThinkingLevel usual) implements Thinking {
        public Levels {
            levels = levels.stream().sorted().toList();
        }

        public ThinkingLevel weakest() {
            return levels.getFirst();
        }

        /// The offered level that is closest to this one; of two, the stronger.
        public ThinkingLevel nearest(ThinkingLevel level) {
            return levels.stream()
                    .min(Comparator.comparingInt((ThinkingLevel offered) -> offered.distance(level))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
        }
    }
}
