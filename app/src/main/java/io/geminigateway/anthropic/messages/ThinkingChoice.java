package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.ThinkingLevel;
import io.geminigateway.prompt.ThinkingWish;
import io.geminigateway.prompt.WishedThinking;
import java.util.Optional;

/// How much to think, and whether to show it: out of `thinking` and of `output_config.effort`.
final class ThinkingChoice {
    private ThinkingChoice() {}

    /// A budget of tokens says more than a word. Types that are newer than this program leave it to the model.
    static WishedThinking of(MessagesRequest request) {
        var effort = effort(request);
        var thinking = request.thinkingOrNone();
        return switch (thinking.type()) {
            case "enabled" -> new WishedThinking(budget(thinking).or(() -> effort), shown(thinking));
            case "adaptive" -> new WishedThinking(effort, shown(thinking));
            case "disabled" -> WishedThinking.least();
            case null, default -> new WishedThinking(effort, Optional.empty());
        };
    }

    /// Whether the client expects blocks of thinking: to others they would come as a surprise.
    static boolean isAskedFor(MessagesRequest request) {
        var type = request.thinkingOrNone().type();
        return "enabled".equals(type) || "adaptive".equals(type);
    }

    private static Optional<ThinkingWish> budget(MessagesRequest.ThinkingSpec thinking) {
        return Optional.ofNullable(thinking.budgetTokens())
                .filter(tokens -> tokens > 0)
                .map(tokens -> new ThinkingWish.Tokens((int) Math.min(tokens, Integer.MAX_VALUE)));
    }

    private static Optional<Boolean> shown(MessagesRequest.ThinkingSpec thinking) {
        return Optional.of(!"omitted".equals(thinking.display()));
    }

    private static Optional<ThinkingWish> effort(MessagesRequest request) {
        var config = request.outputConfig();
        return switch (config == null || config.effort() == null ? "" : config.effort()) {
            case "low" -> level(ThinkingLevel.LOW);
            case "medium" -> level(ThinkingLevel.MEDIUM);
            case "high" -> level(ThinkingLevel.HIGH);
            case "xhigh", "max" -> level(ThinkingLevel.XHIGH);
            default -> Optional.empty();
        };
    }

    private static Optional<ThinkingWish> level(ThinkingLevel level) {
        return Optional.of(new ThinkingWish.Level(level));
    }
}
