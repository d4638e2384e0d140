package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.AnsweredCall;
import io.geminigateway.answer.Citation;
import io.geminigateway.answer.Picture;
import io.geminigateway.gemini.Utf8;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells an answer as blocks. Streamed and whole messages both hang on it, so they cannot differ.
///
/// A signature of Gemini's is on a call, and comes with it; a call of Anthropic's has no place for one. So it goes into
/// the block of thinking before the call, which is held open until then, or into one of its own without a thought, as
/// Anthropic has them where thoughts are not shown.
final class BlockTeller {
    private final Answer answer;
    private final MessageCall.Terms terms;
    private final String messageId;
    private final Set<Citation> cited = new HashSet<>();
    private @Nullable AnsweredBlock open;

    BlockTeller(Answer answer, MessageCall.Terms terms, String messageId) {
        this.answer = answer;
        this.terms = terms;
        this.messageId = messageId;
    }

    Answer.Pieces to(BlockSink sink) {
        return new Answer.Pieces() {
            @Override
            public void content(String text) {
                open(AnsweredBlock.Text.TEXT, sink);
                sink.delta(new BlockDelta.Words(text));
            }

            @Override
            public void reasoning(String text) {
                open(AnsweredBlock.Thinking.THINKING, sink);
                sink.delta(new BlockDelta.Thought(text));
            }

            @Override
            public void call(AnsweredCall call) {
                BlockTeller.this.call(call, sink);
            }

            @Override
            public void image(Picture image) {
                throw new IllegalStateException("pictures are told as text");
            }

            @Override
            public void audio(String mimeType, Utf8 base64) {
                // no block can hold it; only models that write text are asked, and those make no sound
            }
        };
    }

    /// What is known of an answer only at its end. Gives back how many searches it took.
    int end(BlockSink sink) {
        close(sink);
        answer.signature(); // is remembered by that; clients have no place for the signature of a text
        var queries = answer.queries();
        if (queries.isEmpty()) {
            return 0;
        }
        var id = "srvtoolu_" + messageId;
        sink.begin(new AnsweredBlock.Search(id));
        sink.delta(new BlockDelta.Input(SearchInput.json(queries)));
        sink.end();
        sink.begin(new AnsweredBlock.Found(id, answer.pages()));
        sink.end();
        return queries.size();
    }

    private void call(AnsweredCall call, BlockSink sink) {
        if (call.signature() != null && (terms.expectsThinking() || open == AnsweredBlock.Thinking.THINKING)) {
            open(AnsweredBlock.Thinking.THINKING, sink);
            var thought = new SignedThought(terms.model().value(), call.id(), call.signature());
            sink.delta(new BlockDelta.Signature(thought.written()));
        }
        close(sink);
        sink.begin(new AnsweredBlock.ToolUse(call.id(), call.name()));
        sink.delta(new BlockDelta.Input(call.arguments()));
        sink.end();
    }

    private void open(AnsweredBlock block, BlockSink sink) {
        if (!block.equals(open)) {
            close(sink);
            sink.begin(block);
            open = block;
        }
    }

    private void close(BlockSink sink) {
        if (open == AnsweredBlock.Text.TEXT) {
            answer.citations().stream()
                    .filter(cited::add)
                    .forEach(citation -> sink.delta(new BlockDelta.Cited(citation)));
        }
        if (open != null) {
            sink.end();
            open = null;
        }
    }
}
