package io.geminigateway.prompt;

import io.geminigateway.gemini.Thinking;
import io.geminigateway.gemini.ThinkingLevel;

/// How much a client wants a model to think, in words or in tokens, and what that is for a model that knows only the
/// other.
public sealed interface ThinkingWish {
    int budgetFor(Thinking.Budget model);

    ThinkingLevel levelFor(Thinking.Levels model);

    /// As little as can be.
    enum Least implements ThinkingWish {
        LEAST;

        @Override
        public int budgetFor(Thinking.Budget model) {
            return model.clamp(0);
        }

        @Override
        public ThinkingLevel levelFor(Thinking.Levels model) {
            return model.weakest();
        }
    }

    /// The budgets are those of Google's own layer for OpenAI's clients.
    record Level(ThinkingLevel level) implements ThinkingWish {
        @Override
        public int budgetFor(Thinking.Budget model) {
            return switch (level) {
                case MINIMAL, LOW -> model.clamp(1024);
                case MEDIUM -> model.clamp(8192);
                case HIGH -> model.clamp(24_576);
                case XHIGH -> model.max();
            };
        }

        @Override
        public ThinkingLevel levelFor(Thinking.Levels model) {
            return model.nearest(level);
        }
    }

    /// -1 stands for as many as the model likes.
    record Tokens(int tokens) implements ThinkingWish {
        @Override
        public int budgetFor(Thinking.Budget model) {
            return tokens < 0 ? -1 : model.clamp(tokens);
        }

        @Override
        public ThinkingLevel levelFor(Thinking.Levels model) {
            if (tokens < 0) {
                return model.usual();
            }
            if (tokens == 0) {
                return model.weakest();
            }
            if (tokens <= 2048) {
                return model.nearest(ThinkingLevel.LOW);
            }
            if (tokens <= 12_288) {
                return model.nearest(ThinkingLevel.MEDIUM);
            }
            return model.nearest(tokens <= 28_672 ? ThinkingLevel.HIGH : ThinkingLevel.XHIGH);
        }
    }
}
