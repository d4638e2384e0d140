package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// The private API behind Gemini Code Assist: its own envelope, and a project that may have to be made first.
final class CodeAssistDoor extends BearerDoor {
    private static final JsonObject FREE_TIER = JsonObject.of(
            "id",
            "free-tier",
            "name",
            "Gemini Code Assist for individuals",
            "isDefault",
            true,
            "privacyNotice",
            new JsonObject());
    private static final JsonObject STANDARD_TIER = JsonObject.of(
            "id",
            "standard-tier",
            "name",
            "Gemini Code Assist",
            "userDefinedCloudaicompanionProject",
            true,
            "privacyNotice",
            new JsonObject());

    CodeAssistDoor(Accounts accounts) {
        super(accounts);
    }

    @Override
    boolean takesKey(Call call) {
        return false;
    }

    @Override
    void answer(Call call, Stage stage, SimulatedAccount account) {
        switch (call.route().kind()) {
            case GENERATE, STREAM -> generate(call, stage, account);
            case COUNT_TOKENS -> TokenCount.play(call, stage, "CodeAssistCountRequest");
            case LOAD_CODE_ASSIST -> setUp(stage, account, () -> load(account));
            case ONBOARD -> setUp(stage, account, () -> onboard(call, account));
            case OPERATION -> setUp(stage, account, () -> poll(account));
            default -> {
                if (call.route().verb().equals("retrieveUserQuota")) {
                    stage.play(Answer.json(quota(account)));
                } else {
                    stage.refuse(RequestErrors.methodNotFound());
                }
            }
        }
    }

    private static void generate(Call call, Stage stage, SimulatedAccount account) {
        var project = text(call, "project");
        if (account.onboarding().isDone() && project.equals(account.projectId())) {
            Generation.play(call, stage, account, Envelope.CODE_ASSIST);
        } else {
            stage.refuse(CredentialErrors.projectDenied(stage.occasion(), project));
        }
    }

    private static void setUp(Stage stage, SimulatedAccount account, Speaker speaker) {
        stage.perform(account.script().setupReaction(), speaker);
    }

    private static Answer load(SimulatedAccount account) {
        return Answer.json(
                account.onboarding().isDone()
                        ? JsonObject.of(
                                "currentTier",
                                STANDARD_TIER.copy(),
                                "allowedTiers",
                                JsonArray.of(STANDARD_TIER.copy()),
                                "cloudaicompanionProject",
                                account.projectId())
                        : JsonObject.of("allowedTiers", JsonArray.of(FREE_TIER.copy(), STANDARD_TIER.copy())));
    }

    /// The free tier gets a project of Google's; who brings one is refused.
    private static Answer onboard(Call call, SimulatedAccount account) {
        var bringsProject = !text(call, "cloudaicompanionProject").isEmpty();
        if (bringsProject && text(call, "tierId").equals("free-tier")) {
            return Answer.of(Refusal.of(400, "FAILED_PRECONDITION", "Precondition check failed."));
        }
        account.onboarding().begin();
        return operation(account);
    }

    private static Answer poll(SimulatedAccount account) {
        account.onboarding().poll();
        return operation(account);
    }

    private static Answer operation(SimulatedAccount account) {
        var done = account.onboarding().isDone();
        var operation = JsonObject.of("name", "operations/onboard-" + account.name(), "done", done);
        if (done) {
            var project = JsonObject.of("id", account.projectId(), "name", account.projectId());
            operation.put(
                    "response",
                    JsonObject.of(
                            "@type",
                            "type.googleapis.com/google.internal.cloud.code.v1internal.OnboardUserResponse",
                            "cloudaicompanionProject",
                            project));
        }
        return Answer.json(operation);
    }

    private static JsonObject quota(SimulatedAccount account) {
        var resets = account.quota().dayEnds().toString();
        var buckets = account.models().stream()
                .map(model -> JsonObject.of(
                        "modelId",
                        model,
                        "tokenType",
                        "REQUESTS",
                        "remainingFraction",
                        account.quota().remainingToday(model),
                        "resetTime",
                        resets))
                .toList();
        return JsonObject.of("buckets", new JsonArray(buckets));
    }

    private static String text(Call call, String field) {
        return call.json()
                .map(body -> body.getValue(field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }
}
