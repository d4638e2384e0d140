package io.geminigateway.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a prompt sends the pretend model to do: a line such as `do: weather {"city":"Rome"} & weather
/// {"city":"Oslo"} | clock {} | echo Warm`. Bars separate the steps, ampersands the calls of one step, blanks
/// around both; each step waits for the results of the one before.
final class Errand {
    /// One step.
    sealed interface Step {
        record Calls(List<Wanted> calls) implements Step {}

        record Says(String text) implements Step {}
    }

    /// One call of a tool.
    record Wanted(String tool, JsonObject args) {}

    /// Agents wrap what a person says into tags.
    private static final Pattern ORDER = Pattern.compile("(?:^|[\n>])\\s*do: ([^\n<]+)");

    private static final String ECHO = "echo ";

    private Errand() {}

    /// The step that is due: as many are behind us as there were model's turns with calls since the order.
    /// Empty without an order; when nothing is left to do, that is said.
    static Optional<Step> due(JsonObject request) {
        var contents = Prompt.objects(request.getValue("contents")).toList();
        for (var i = contents.size() - 1; i >= 0; i--) {
            var order = order(contents.get(i));
            if (order.isPresent()) {
                var behind = contents.subList(i, contents.size()).stream()
                        .filter(Errand::calls)
                        .count();
                var steps = order.get().split(" \\| ", -1);
                return Optional.of(behind < steps.length ? step(steps[(int) behind]) : new Step.Says("All done."));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> order(JsonObject content) {
        return Prompt.textsOf(content).stream()
                .map(ORDER::matcher)
                .filter(found -> !"model".equals(content.getString("role")) && found.find())
                .map(found -> found.group(1).strip())
                .reduce((_, later) -> later);
    }

    private static boolean calls(JsonObject content) {
        return "model".equals(content.getString("role"))
                && Prompt.objects(content.getValue("parts")).anyMatch(part -> part.containsKey("functionCall"));
    }

    private static Step step(String text) {
        return text.startsWith(ECHO)
                ? new Step.Says(text.substring(ECHO.length()))
                : new Step.Calls(
                        Stream.of(text.split(" & ")).map(Errand::wanted).toList());
    }

    private static Wanted wanted(String text) {
        var halves = text.strip().split(" ", 2);
        try {
            return new Wanted(halves[0], halves.length == 1 ? new JsonObject() : new JsonObject(halves[1]));
        } catch (DecodeException _) {
            return new Wanted(halves[0], JsonObject.of("input", halves[1]));
        }
    }
}
