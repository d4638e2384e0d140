package io.geminigateway.simulator;

/// Vertex AI: an account reaches its own project and no other.
final class VertexDoor extends BearerDoor {
    VertexDoor(Accounts accounts) {
        super(accounts);
    }

    /// In express mode the path names no project: the key tells it.
    @Override
    boolean takesKey(Call call) {
        return call.route().project() == null && call.route().kind() != Entry.Kind.MODELS;
    }

    @Override
    void answer(Call call, Stage stage, SimulatedAccount account) {
        if (call.route().kind() == Entry.Kind.MODELS) {
            ModelList.playPublishers(stage, account);
            return;
        }
        var project = String.valueOf(call.route().project());
        if (!takesKey(call) && !project.equals(account.projectId())) {
            stage.refuse(CredentialErrors.projectDenied(stage.occasion(), project));
            return;
        }
        switch (call.route().kind()) {
            case GENERATE, STREAM -> Generation.play(call, stage, account, Envelope.NONE);
            case COUNT_TOKENS -> TokenCount.play(call, stage, "CountTokensRequest");
            case EMBED -> VertexEmbedding.play(call, stage, account);
            default -> stage.refuse(RequestErrors.methodNotFound());
        }
    }
}
