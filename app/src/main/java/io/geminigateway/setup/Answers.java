package io.geminigateway.setup;

import io.geminigateway.setup.Question.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers to the wizard's questions: from the flags, else from a person, else what is usual. Before a
/// person a flag answers once: if the wizard asks again, it is because that answer did not do.
final class Answers {
    private final Map<String, String> flags;
    private final @Nullable Screen screen;

    /// Without a screen nobody is asked.
    Answers(Map<String, String> flags, @Nullable Screen screen) {
        this.flags = new HashMap<>(flags);
        this.screen = screen;
    }

    boolean isInteractive() {
        return screen != null;
    }

    Optional<Screen> screen() {
        return Optional.ofNullable(screen);
    }

    /// Whether the command line has the answer.
    boolean knows(String flag) {
        return flags.containsKey(flag);
    }

    String choose(Question.Choice question) {
        var given = screen == null ? flags.get(question.flag()) : flags.remove(question.flag());
        var words = question.options().stream().map(Option::word).toList();
        if (given != null) {
            if (!words.contains(given)) {
                throw new SetupException("--%s: '%s' is not valid: expected one of %s"
                        .formatted(question.flag(), given, String.join(", ", words)));
            }
            return given;
        }
        if (screen == null) {
            throw missing(question, String.join(", ", words));
        }
        return screen.choose(question);
    }

    /// Asks until the answer will do.
    String type(Question.Text question) {
        var given = flags.remove(question.flag());
        if (given != null) {
            var objection = question.objection().apply(given.strip());
            if (objection.isPresent()) {
                throw new SetupException("--%s: %s".formatted(question.flag(), objection.get()));
            }
            return given.strip();
        }
        if (screen == null) {
            if (question.otherwise() == null) {
                throw missing(question, question.note());
            }
            return question.otherwise();
        }
        while (true) {
            var typed = screen.type(question).strip();
            var answer = typed.isEmpty() && question.otherwise() != null ? question.otherwise() : typed;
            var objection = answer.isEmpty() && question.otherwise() == null
                    ? Optional.of("Please type something, or press Ctrl-C to leave.")
                    : question.objection().apply(answer);
            if (objection.isEmpty()) {
                return answer;
            }
            screen.page().bad(objection.get());
        }
    }

    boolean confirm(Question.Confirm question) {
        var given = flags.remove(question.flag());
        if (given != null) {
            return Boolean.parseBoolean(given);
        }
        return screen == null ? question.otherwise() : screen.confirm(question);
    }

    private static SetupException missing(Question question, String hint) {
        return new SetupException("--%s is missing: %s%s"
                .formatted(question.flag(), question.text(), hint.isEmpty() ? "" : " (" + hint + ")"));
    }
}
