package io.geminigateway.openai.responses;

import io.geminigateway.answer.Answer;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.RawJson;
import io.geminigateway.openai.OpenAiErrors;
import io.geminigateway.openai.responses.ResponseHead.Status;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import org.jspecify.annotations.Nullable;

/// Writes an answer as a response object, whole or as the last of a stream of events. Keeps it once it is complete.
final class ResponseAnswer implements AnswerWriter {
    private static final RawJson NOTHING = RawJson.of("[]");

    private final ResponseHead head;
    private final Terms terms;
    private final Answer answer;
    private final @Nullable EventLines lines;
    private final Output output;

    private ResponseAnswer(ResponseHead head, Terms terms, Answer answer, @Nullable EventLines lines) {
        this.head = head;
        this.terms = terms;
        this.answer = answer;
        this.lines = lines;
        output = new Output(head.id(), terms, answer, lines == null ? Events.UNHEARD : lines);
    }

    static ResponseAnswer whole(ResponseHead head, Terms terms, Answer answer) {
        return new ResponseAnswer(head, terms, answer, null);
    }

    static ResponseAnswer streamed(ResponseHead head, Terms terms, Answer answer) {
        return new ResponseAnswer(head, terms, answer, new EventLines());
    }

    @Override
    public String contentType() {
        return lines == null ? "application/json" : SseWriter.CONTENT_TYPE;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        if (lines != null) {
            begin(lines, out);
        }
        answer.event(event.response(), output);
    }

    @Override
    public void end(Bytes out) {
        if (lines == null) {
            out.append(complete(answer.end()));
            return;
        }
        begin(lines, out);
        try {
            var ending = answer.end();
            var response = complete(ending);
            lines.event(ending.cause() == Answer.Cause.FINISHED ? "response.completed" : "response.incomplete", to -> {
                to.append("\"response\":");
                to.write(response);
            });
        } catch (GatewayException none) {
            fail(none.failure(), out);
        }
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        if (lines == null) {
            throw new IllegalStateException("an answer that is not streamed fails before its first byte");
        }
        begin(lines, out);
        lines.event("response.failed", to -> {
            to.append("\"response\":");
            head.write(Status.FAILED, error(failure), output::write, to);
        });
    }

    private void begin(EventLines lines, Bytes out) {
        lines.to(out);
        if (lines.isEmpty()) {
            lines.event("response.created", this::inProgress);
            lines.event("response.in_progress", this::inProgress);
        }
    }

    private void inProgress(Bytes out) {
        out.append("\"response\":");
        head.write(Status.IN_PROGRESS, null, output::write, out);
    }

    private byte[] complete(Answer.Ending ending) {
        output.end(ending);
        var status = switch (ending.cause()) {
            case FINISHED -> new Status("completed", null, ending.usage());
            case LIMIT -> new Status("incomplete", "{\"reason\":\"max_output_tokens\"}", ending.usage());
            case BLOCKED -> new Status("incomplete", "{\"reason\":\"content_filter\"}", ending.usage());
        };
        var out = new Bytes(1024);
        head.write(status, null, output::write, out);
        var response = out.take();
        if (terms.stores()) {
            keep(RawJson.of(response));
        }
        return response;
    }

    private void keep(RawJson response) {
        var request = terms.request();
        var input = request.input() == null ? NOTHING : request.input();
        terms.kept().keep(head.id(), new KeptResponse(request.previousResponseId(), input, response));
    }

    /// Agents read in it what to do: by its code, and how long to wait by its words.
    private static String error(Failure failure) {
        var code = OpenAiErrors.code(failure);
        var wait = failure.retryAfter();
        var message = OpenAiErrors.message(failure)
                + (wait == null ? "" : " Please try again in %ds.".formatted(Math.max(1, wait.toSeconds())));
        return "{\"code\":%s,\"message\":%s}"
                .formatted(JsonText.quoted(code == null ? "server_error" : code), JsonText.quoted(message));
    }
}
