package io.geminigateway.google;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.Family;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import java.util.List;
import java.util.regex.Pattern;

/// What all of Google's endpoints have in common: how one knows that a client speaks so, and how it is told of a
/// failure.
public abstract sealed class GoogleDialect implements Dialect
        permits Downloads, HeldResources, ModelMethods, UploadStarts, Uploads {
    /// Versions that nobody else's API has. Google's layer for OpenAI's clients lives below one of them.
    private static final Pattern VERSION = Pattern.compile("/v1(?:alpha|beta1?)(?:/|$)");

    private static final Pattern OPENAI = Pattern.compile("/openai(?:/|$)");

    /// Resources that nobody else has either.
    private static final Pattern RESOURCE =
            Pattern.compile("/(?:publishers|projects|cachedContents|upload)(?:/.*)?|/models/[^/]+:\\w+");

    private static final List<String> HEADERS = List.of("x-goog-api-key", "x-goog-api-client");

    @Override
    public Family family() {
        return Family.GEMINI;
    }

    @Override
    public boolean claims(Head head) {
        return !OPENAI.matcher(head.path()).find()
                && (VERSION.matcher(head.path()).find()
                        || RESOURCE.matcher(head.resource()).matches()
                        || HEADERS.stream().anyMatch(name -> head.header(name).isPresent())
                        || head.parameter("key").isPresent());
    }

    @Override
    public ErrorAnswer error(Failure failure) {
        return GoogleErrors.answer(failure);
    }

    /// Streams without `alt=sse` are one list, errors in them too.
    @Override
    public ErrorAnswer error(Failure failure, Head head) {
        return head.resource().endsWith(":streamGenerateContent") && !Framing.isEvents(head)
                ? GoogleErrors.listed(failure)
                : GoogleErrors.answer(failure);
    }
}
