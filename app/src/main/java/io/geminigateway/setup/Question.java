package io.geminigateway.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something that the wizard wants to know. `flag` is the name of the flag that answers it in advance.
sealed interface Question {
    String flag();

    String text();

    /// One out of a few; the first is what most people want.
    record Choice(String flag, String text, List<Option> options) implements Question {
        public Choice {
            options = List.copyOf(options);
        }

        Choice(String flag, String text, Option... options) {
            this(flag, text, List.of(options));
        }
    }

    /// `word` is what the flag says, `label` what a person reads, `note` a few words more, possibly none.
    record Option(String word, String label, String note) {
        Option(String word, String label) {
            this(word, label, "");
        }
    }

    /// A line of text, or several where `many`. `otherwise` is meant by an empty answer; null if there has to be one.
    /// `objection` is what is wrong with an answer.
    record Text(
            String flag,
            String text,
            String note,
            boolean secret,
            boolean many,
            @Nullable String otherwise,
            Function<String, Optional<String>> objection)
            implements Question {

        static Text of(String flag, String text) {
            return new Text(flag, text, "", false, false, null, _ -> Optional.empty());
        }

        Text noting(String newNote) {
            return new Text(flag, text, newNote, secret, many, otherwise, objection);
        }

        Text masked() {
            return new Text(flag, text, note, true, many, otherwise, objection);
        }

        Text severalLines() {
            return new Text(flag, text, note, secret, true, otherwise, objection);
        }

        Text or(String usual) {
            return new Text(flag, text, note, secret, many, usual, objection);
        }

        Text refusing(Function<String, Optional<String>> wrong) {
            return new Text(flag, text, note, secret, many, otherwise, wrong);
        }
    }

    record Confirm(String flag, String text, boolean otherwise) implements Question {}
}
