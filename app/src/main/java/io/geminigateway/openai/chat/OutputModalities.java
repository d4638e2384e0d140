package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Modality;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `modalities` and `audio`: what the answer is made of. Models that give more than text are asked for all they give.
final class OutputModalities {
    private static final Set<String> FORMATS = Set.of("wav", "pcm16");
    private static final String USUAL_VOICE = "Kore";

    private OutputModalities() {}

    static void write(ChatRequest request, Capabilities model, GenerationDraft draft, Dropped dropped) {
        var asked = asked(request, model);
        if (!asked.equals(Set.of(Modality.TEXT))) {
            draft.set("responseModalities", asked.stream().map(Modality::name).toList());
        }
        if (asked.contains(Modality.AUDIO)) {
            draft.set("speechConfig", speech(request));
        } else {
            dropped.addIf(request.audio() != null, "audio");
        }
    }

    private static Set<Modality> asked(ChatRequest request, Capabilities model) {
        var words = request.modalities() == null ? List.<String>of() : request.modalities();
        var asked = EnumSet.noneOf(Modality.class);
        for (var i = 0; i < words.size(); i++) {
            asked.add(modality(words.get(i), model, "modalities[%d]".formatted(i)));
        }
        if (asked.isEmpty() || model.output().equals(Set.of(Modality.AUDIO))) {
            return EnumSet.copyOf(model.output());
        }
        if (asked.contains(Modality.IMAGE)) {
            asked.add(Modality.TEXT); // Gemini gives no picture without a word
        }
        return asked;
    }

    private static Modality modality(String word, Capabilities model, String path) {
        var modality = switch (word) {
            case "text" -> Modality.TEXT;
            case "image" -> Modality.IMAGE;
            case "audio" -> Modality.AUDIO;
            default -> throw Invalid.value(path, "'%s' must be text, image or audio".formatted(path));
        };
        if (modality != Modality.TEXT && !model.output().contains(modality)) {
            throw Invalid.unsupported(path, "'%s': this model gives no %s".formatted(path, word));
        }
        return modality;
    }

    private static JsonValue speech(ChatRequest request) {
        var audio = request.audio();
        if (audio != null && audio.format() != null && !FORMATS.contains(audio.format())) {
            throw Invalid.unsupported("audio.format", "'audio.format' must be wav or pcm16: Gemini compresses nothing");
        }
        var voice = audio == null || audio.voice() == null ? USUAL_VOICE : Voices.gemini(audio.voice());
        return wrapped("voiceConfig", wrapped("prebuiltVoiceConfig", wrapped("voiceName", JsonValue.of(voice))));
    }

    private static JsonValue wrapped(String name, JsonValue value) {
        return JsonValue.Members.NONE.with(name, value);
    }
}
