package io.geminigateway.gemini;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How Google words that it does not take a part of a request, and what helps. All words are looked for at the
/// beginning of a message only: what a message quotes, which a client may have written, comes later.
record Complaint(Pattern words, Remedy remedy) {
    private static final Pattern UNKNOWN_NAME =
            Pattern.compile("\\AInvalid JSON payload received\\. Unknown name \"(\\w{1,64})\"");

    private static final Map<String, Remedy> BY_UNKNOWN_NAME = Map.ofEntries(
            Map.entry("parametersjsonschema", Remedy.PLAIN_SCHEMAS),
            Map.entry("responsejsonschema", Remedy.PLAIN_SCHEMAS),
            Map.entry("presencepenalty", Remedy.NO_PENALTIES),
            Map.entry("frequencypenalty", Remedy.NO_PENALTIES),
            Map.entry("responselogprobs", Remedy.NO_LOGPROBS),
            Map.entry("logprobs", Remedy.NO_LOGPROBS),
            Map.entry("seed", Remedy.NO_SEED),
            Map.entry("mediaresolution", Remedy.NO_MEDIA_RESOLUTION),
            Map.entry("thinkingconfig", Remedy.NO_THINKING_CONFIG),
            Map.entry("thinkinglevel", Remedy.NO_THINKING_LEVEL),
            Map.entry("thinkingbudget", Remedy.NO_THINKING_BUDGET),
            Map.entry("servicetier", Remedy.NO_SERVICE_TIER));

    private static final List<Complaint> ALL = List.of(
            of("penalty is not (?:enabled|supported)", Remedy.NO_PENALTIES),
            of("logprobs is not (?:enabled|supported)", Remedy.NO_LOGPROBS),
            of("thinking level \"?MINIMAL\"? is not supported", Remedy.NO_MINIMAL_LEVEL),
            of("thinking level \"?XHIGH\"? is not supported", Remedy.NO_HIGHEST_LEVEL),
            of("thinking level (?:\\w+ )?is not supported", Remedy.NO_THINKING_LEVEL),
            of("thinking[_ ]?budget (?:\\S+ )?is (?:not supported|invalid)", Remedy.NO_THINKING_BUDGET),
            of("(?:the )?budget -?\\d+ is (?:not supported|invalid)", Remedy.NO_THINKING_BUDGET),
            of("thinking is not (?:enabled|supported)", Remedy.NO_THINKING_CONFIG),
            of("(?:temperature|top_?[pk]) is not (?:enabled|supported)", Remedy.NO_SAMPLING),
            of("seed is not (?:enabled|supported)", Remedy.NO_SEED),
            of("media[_ ]?resolution is not (?:enabled|supported)", Remedy.NO_MEDIA_RESOLUTION));

    static Optional<Remedy> remedy(String message) {
        var unknown = UNKNOWN_NAME.matcher(message);
        if (unknown.find()) {
            var name = unknown.group(1).replace("_", "").toLowerCase(Locale.ROOT);
            return Optional.ofNullable(BY_UNKNOWN_NAME.get(name));
        }
        return ALL.stream()
                .filter(complaint -> complaint.words().matcher(message).find())
                .map(Complaint::remedy)
                .findFirst();
    }

    /// Vertex begins its own way, and validators name the field first.
    private static Complaint of(String words, Remedy remedy) {
        return new Complaint(
                Pattern.compile("(?i)\\A(?:unable to submit request because )?(?:\\* )?(?:[\\w.]{1,80}: )?" + words),
                remedy);
    }
}
