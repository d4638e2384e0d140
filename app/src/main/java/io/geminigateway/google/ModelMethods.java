package io.geminigateway.google;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.RequestOutline;

/// What a model is asked, in Google's own words: generate, count, embed. The Gemini API's paths and Vertex AI's.
public final class ModelMethods extends GoogleDialect {
    private final ModelCatalog models;

    public ModelMethods(ModelCatalog models) {
        this.models = models;
    }

    @Override
    public DialectCall read(Inbound inbound) {
        var path = ModelPath.of(inbound.head());
        var outline = outline(inbound.body());
        return new ModelCall(
                models.resolve(path.model()),
                path.method(),
                Framing.of(path.method(), inbound.head()),
                outline.renamed(inbound.body(), this::meant),
                outline);
    }

    /// Throws the failure that the client is told of a body that is no JSON object.
    static RequestOutline outline(byte[] body) {
        try {
            return RequestOutline.of(body);
        } catch (MalformedJsonException malformed) {
            throw new Failure.InvalidRequest("Invalid JSON payload received: " + malformed.reason()).asException();
        }
    }

    /// What the body calls a model must be what the path calls it; only an alias is not.
    private String meant(String spoken) {
        return meant(models, spoken);
    }

    static String meant(ModelCatalog models, String spoken) {
        try {
            var model = models.resolve(spoken);
            return model.equals(ModelName.of(spoken)) ? spoken : "models/" + model;
        } catch (GatewayException noName) {
            return spoken; // Google's to judge
        }
    }
}
