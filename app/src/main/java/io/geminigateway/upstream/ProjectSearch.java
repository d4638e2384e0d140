package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One search for one account's project: ask what it has, else sign it up and wait until that is done. One
/// event loop.
final class ProjectSearch {
    private static final String PROJECT = "cloudaicompanionProject";

    private final Vertx vertx;
    private final CodeAssistSetup setup;
    private final Duration poll;
    private final long deadline;

    ProjectSearch(Vertx vertx, CodeAssistSetup setup, Duration poll, Duration atMost) {
        this.vertx = vertx;
        this.setup = setup;
        this.poll = poll;
        this.deadline = System.nanoTime() + atMost.toNanos();
    }

    Future<String> begin() {
        return setup.loadCodeAssist().compose(this::loaded);
    }

    private Future<String> loaded(Map<?, ?> answer) {
        var project = text(answer, PROJECT);
        if (answer.get("currentTier") instanceof Map<?, ?>) {
            return project.map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(ineligible(answer).orElseGet(ProjectSearch::needsProject)));
        }
        var refusal = ineligible(answer);
        if (refusal.isPresent()
                && (mustBeVerified(answer) || defaultTier(answer).isEmpty())) {
            return Future.failedFuture(refusal.get());
        }
        var tier = defaultTier(answer);
        if (tier.isEmpty() || Boolean.TRUE.equals(tier.get().get("userDefinedCloudaicompanionProject"))) {
            return Future.failedFuture(refusal.orElseGet(ProjectSearch::needsProject));
        }
        return setup.onboardUser(text(tier.get(), "id").orElse("free-tier")).compose(this::onboarding);
    }

    private Future<String> onboarding(Map<?, ?> operation) {
        if (operation.get("error") instanceof Map<?, ?>) {
            return Future.failedFuture(new RefusedException(setup.classified(operation)));
        }
        if (Boolean.TRUE.equals(operation.get("done"))) {
            return made(operation).map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(needsProject()));
        }
        var name = text(operation, "name").filter(CodeAssistSetup::isOperation);
        if (name.isEmpty() || System.nanoTime() + poll.toNanos() > deadline) {
            return Future.failedFuture(tooSlow());
        }
        return pause().compose(_ -> setup.operation(name.get())).compose(this::onboarding);
    }

    /// Here the project is an object, unlike everywhere else.
    private static Optional<String> made(Map<?, ?> operation) {
        return operation.get("response") instanceof Map<?, ?> response
                        && response.get(PROJECT) instanceof Map<?, ?> project
                ? text(project, "id")
                : Optional.empty();
    }

    private Future<Void> pause() {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(Math.max(1, poll.toMillis()), _ -> over.complete());
        return over.future();
    }

    private static Optional<Map<?, ?>> defaultTier(Map<?, ?> answer) {
        return objects(answer, "allowedTiers")
                .filter(tier -> Boolean.TRUE.equals(tier.get("isDefault")))
                .findFirst();
    }

    private static boolean mustBeVerified(Map<?, ?> answer) {
        return objects(answer, "ineligibleTiers")
                .anyMatch(tier ->
                        "VALIDATION_REQUIRED".equals(tier.get("reasonCode")) && tier.get("validationUrl") != null);
    }

    private static Optional<RefusedException> ineligible(Map<?, ?> answer) {
        return objects(answer, "ineligibleTiers")
                .min((one, other) -> Boolean.compare(
                        !"VALIDATION_REQUIRED".equals(one.get("reasonCode")),
                        !"VALIDATION_REQUIRED".equals(other.get("reasonCode"))))
                .map(Ineligibility::of)
                .map(RefusedException::new);
    }

    private static RefusedException needsProject() {
        return new RefusedException(UpstreamFailure.of(
                        ErrorType.ACCOUNT_PERMISSION_DENIED, "The account needs a Cloud project of its own.")
                .withRemedy("add \"project_id\" to the account's file: the id, not the number, of a project with Gemini"
                        + " Code Assist"));
    }

    private static RefusedException tooSlow() {
        return new RefusedException(UpstreamFailure.of(
                ErrorType.UPSTREAM_TIMEOUT_TOTAL, "Google did not finish setting the account up in time."));
    }

    private static Stream<Map<?, ?>> objects(Map<?, ?> answer, String member) {
        return answer.get(member) instanceof List<?> list
                ? list.stream().flatMap(item -> item instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty())
                : Stream.empty();
    }

    private static Optional<String> text(Map<?, ?> object, String member) {
        return object.get(member) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
