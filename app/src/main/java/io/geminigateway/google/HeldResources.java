package io.geminigateway.google;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.HeldNames;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.ResourceRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// Files and cached contents by name, and the making of a cache: each by the account that has it. One for each verb.
public final class HeldResources extends GoogleDialect {
    /// The pool draws for these as it does for models.
    static final ModelName FILES = new ModelName("files");

    private static final ModelName CACHES = new ModelName("cachedContents");
    private static final String NEW_CACHE = "/cachedContents";
    private static final String MASK = "updateMask";

    private final ResourceRequest.Verb verb;
    private final ModelCatalog models;

    public HeldResources(ResourceRequest.Verb verb, ModelCatalog models) {
        this.verb = verb;
        this.models = models;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return inbound.head().resource().equals(NEW_CACHE) ? newCache(inbound.body()) : named(inbound);
    }

    private DialectCall newCache(byte[] body) {
        var outline = ModelMethods.outline(body);
        var model = outline.model()
                .map(models::resolve)
                .orElseThrow(() -> new Failure.InvalidRequest("'model' is missing", "model").asException());
        return new ResourceCall(
                model,
                new ResourceRequest(verb, "/v1beta" + NEW_CACHE, Map.of()),
                outline.renamed(body, spoken -> ModelMethods.meant(models, spoken)),
                outline.held(),
                now -> new ResourceAnswer("", now));
    }

    private DialectCall named(Inbound inbound) {
        var head = inbound.head();
        var name = head.below("/");
        if (!HeldNames.isFile(name) && !HeldNames.isCache(name)) {
            throw new Failure.NotFound("'%s' is not the name of a file or a cached content"
                            .formatted(name.length() > 100 ? name.substring(0, 100) + "..." : name))
                    .asException();
        }
        if (verb == ResourceRequest.Verb.PATCH) {
            ModelMethods.outline(inbound.body()); // must be JSON
        }
        return new ResourceCall(
                HeldNames.isFile(name) ? FILES : CACHES,
                new ResourceRequest(verb, "/v1beta/" + name + mask(head), Map.of()),
                inbound.body(),
                Set.of(name),
                now -> new ResourceAnswer(verb == ResourceRequest.Verb.DELETE ? name : "", now));
    }

    private static String mask(Head head) {
        return head.parameter(MASK)
                .map(fields -> "?" + MASK + "=" + URLEncoder.encode(fields, StandardCharsets.UTF_8))
                .orElse("");
    }
}
