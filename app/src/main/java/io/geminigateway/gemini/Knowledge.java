package io.geminigateway.gemini;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known about models when what three sources say is put together: the file that comes with this program, then
/// Google's lists, then the operator's file, which has the last word. Immutable.
///
/// Google's lists know limits, caches and temperatures better than a file can. Of thinking they only tell whether, not
/// how, and leave out what is false: for a model of our file, the file was probed, and holds.
final class Knowledge {
    private static final Set<Modality> SOUND = Set.of(Modality.AUDIO);

    private final Map<ModelName, Model> models;
    private final Map<ModelName, Capabilities> known = new HashMap<>();
    private final ModelLayer ours;
    private final Map<ModelName, ListedModel> listed;
    private final ModelLayer operators;

    Knowledge(ModelLayer ours, Map<ModelName, ListedModel> listed, ModelLayer operators) {
        this.ours = ours;
        this.listed = listed;
        this.operators = operators;
        var all = new LinkedHashMap<>(ours.models());
        listed.values()
                .forEach(model ->
                        all.put(model.name(), merged(model, ours.models().get(model.name()))));
        all.putAll(operators.models());
        models = Collections.unmodifiableMap(all);
        models.keySet().forEach(name -> known.put(name, judge(name)));
    }

    @Nullable
    Model find(ModelName name) {
        return models.get(name);
    }

    Collection<Model> all() {
        return models.values();
    }

    Capabilities capabilities(ModelName name) {
        var judged = known.get(name);
        return judged == null ? judge(name) : judged;
    }

    private Capabilities judge(ModelName name) {
        var model = listed.get(name);
        var capabilities = ours.table().of(name, Capabilities.UNKNOWN);
        return operators.table().of(name, model == null ? capabilities : told(model, capabilities));
    }

    private Capabilities told(ListedModel model, Capabilities guess) {
        if (!model.isTold()) {
            return guess;
        }
        var thinks = model.thinking() || ours.models().containsKey(model.name());
        return guess.with(thinks ? guess.thinking() : Thinking.Uncontrolled.UNCONTROLLED, model.hasCaches());
    }

    private Model merged(ListedModel listed, @Nullable Model written) {
        var before = written == null ? unwritten(listed) : written;
        return new Model(
                before.name(),
                before.displayName(),
                before.kind(),
                before.released(),
                listed.inputTokenLimit() > 0 ? listed.inputTokenLimit() : before.inputTokenLimit(),
                listed.outputTokenLimit() > 0 ? listed.outputTokenLimit() : before.outputTokenLimit(),
                listed.maxTemperature() > 0 ? listed.maxTemperature() : before.maxTemperature());
    }

    private Model unwritten(ListedModel listed) {
        return new Model(
                listed.name(), listed.displayName(), kind(listed), Model.LONG_AGO, 0, 0, Model.USUAL_MAX_TEMPERATURE);
    }

    private Model.Kind kind(ListedModel listed) {
        var output = ours.table().of(listed.name(), Capabilities.UNKNOWN).output();
        if (listed.embedsOnly()) {
            return Model.Kind.EMBEDDING;
        }
        if (output.equals(SOUND)) {
            return Model.Kind.SPEECH;
        }
        return output.contains(Modality.IMAGE) ? Model.Kind.IMAGE : Model.Kind.CHAT;
    }
}
