package io.geminigateway.openai.responses;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.AnsweredCall;
import io.geminigateway.answer.Page;
import io.geminigateway.answer.Picture;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.openai.chat.TokenChances;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items of an answer, made out of the pieces in which it is heard. Each is closed before the next begins, so that
/// their order is that in which they are told to be done.
final class Output implements Answer.Pieces {
    private final String responseId;
    private final Terms terms;
    private final Answer answer;
    private final Events events;
    private final List<OutputItem> items = new ArrayList<>();
    private final List<AnsweredCall> heldBack = new ArrayList<>(0);
    private final List<JsonValue> chances = new ArrayList<>(0);
    private @Nullable MessageItem saying;
    private @Nullable ReasoningItem thinking;
    private boolean hasSearched;
    private int begun;

    Output(String responseId, Terms terms, Answer answer, Events events) {
        this.responseId = responseId;
        this.terms = terms;
        this.answer = answer;
        this.events = events;
    }

    @Override
    public void content(String text) {
        stopThinking(null);
        if (saying == null) {
            search();
            saying = MessageItem.begun(place("msg"));
        }
        saying.add(text, List.copyOf(chances));
        chances.clear();
    }

    @Override
    public void reasoning(String text) {
        stopSaying();
        if (thinking == null) {
            thinking = new ReasoningItem(place("rs"));
        }
        thinking.add(text);
    }

    /// Where a text may have sources, they are known at its very end: it stays open until then.
    @Override
    public void call(AnsweredCall call) {
        if (saying != null && terms.tools().searches()) {
            heldBack.add(call);
        } else {
            stopSaying();
            tell(call);
        }
    }

    @Override
    public void image(Picture image) {
        stopThinking(null);
        stopSaying();
        items.add(new PictureItem(place("ig"), image));
    }

    /// Sounds have no place in a response; models that give nothing else are not asked.
    @Override
    public void audio(String mimeType, Utf8 base64) {}

    @Override
    public void chances(String logprobsResult) {
        chances.addAll(TokenChances.of(logprobsResult));
    }

    /// Tells what there is to tell once all was heard.
    void end(Answer.Ending ending) {
        var isWhole = ending.cause() == Answer.Cause.FINISHED;
        stopThinking(null);
        if (ending.refusal() != null) {
            items.add(MessageItem.refusal(place("msg"), ending.refusal()));
        }
        if (saying == null && items.isEmpty() && heldBack.isEmpty() && isWhole) {
            saying = MessageItem.begun(place("msg")); // an answer says something, be it nothing
        }
        stopSaying(isWhole);
        search();
        heldBack.forEach(this::tell);
        answer.signature().ifPresent(signature -> sealAlone(new SealedSignature("", signature)));
    }

    /// Writes the items that are complete, as a list.
    void write(Bytes out) {
        out.write('[');
        for (var i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ",");
            items.get(i).write(out);
        }
        out.write(']');
    }

    /// The signature of a call goes with the thoughts that led to it.
    private void tell(AnsweredCall call) {
        if (call.signature() == null) {
            stopThinking(null);
        } else {
            var seal = new SealedSignature(call.id(), call.signature());
            if (thinking == null) {
                sealAlone(seal);
            } else {
                stopThinking(seal);
            }
        }
        var kind = terms.tools().isCustom(call.name()) ? "ctc" : "fc";
        items.add(new CallItem(place(kind), call, terms.tools()));
    }

    private void sealAlone(SealedSignature seal) {
        if (terms.sealsAll()) {
            thinking = new ReasoningItem(place("rs"));
            stopThinking(seal);
        }
    }

    private void stopThinking(@Nullable SealedSignature seal) {
        if (thinking != null) {
            thinking.end(seal == null ? null : seal.sealed(terms.model()));
            items.add(thinking);
            thinking = null;
        }
    }

    private void stopSaying() {
        stopSaying(true);
    }

    private void stopSaying(boolean isWhole) {
        if (saying != null) {
            saying.end(answer.citations(), isWhole);
            items.add(saying);
            saying = null;
        }
    }

    private void search() {
        if (!hasSearched && !answer.queries().isEmpty()) {
            hasSearched = true;
            var pages = terms.showsPages() ? answer.pages() : List.<Page>of();
            items.add(new SearchItem(place("ws"), answer.queries(), pages));
        }
    }

    private ItemPlace place(String kind) {
        var index = begun++;
        return new ItemPlace(ItemId.of(kind, responseId, index), index, events);
    }
}
