package io.geminigateway.setup;

import io.geminigateway.account.Account;
import io.geminigateway.account.Backend;
import io.geminigateway.admin.TestResult;
import java.util.Objects;

/// What to do about a trial call that failed, for somebody who is adding the account just now.
final class Advice {
    private static final String CONSOLE = "https://console.cloud.google.com";

    private Advice() {}

    /// An account at its limit is a good one.
    static boolean isAtItsLimit(TestResult result) {
        var type = Objects.requireNonNullElse(result.errorType(), "");
        return type.equals("account_rate_limited") || type.equals("account_quota_exhausted");
    }

    static String of(TestResult result, Account account) {
        var type = Objects.requireNonNullElse(result.errorType(), "");
        var remedy = Objects.requireNonNullElse(result.remedy(), "");
        return switch (type) {
            case "account_key_invalid" ->
                "Copy the whole key again from https://aistudio.google.com/apikey, or make a new one there.";
            case "account_permission_denied" -> permission(remedy, account);
            case "model_not_found" ->
                "The account may not use %s, the model of this trial. Others may work: save it and see."
                        .formatted(result.model());
            default ->
                remedy.isEmpty()
                        ? "Google could not be reached, or is busy. Check the network, and PROXY if you need one; then try"
                                + " again."
                        : sentence(remedy);
        };
    }

    private static String permission(String remedy, Account account) {
        var project = account.project().map(id -> "?project=" + id).orElse("");
        if (remedy.contains("billing") && !remedy.contains("https://")) {
            return sentence(remedy) + " " + CONSOLE + "/billing/linkedaccount" + project;
        }
        if (!remedy.contains("licence or the role")) {
            return sentence(remedy);
        }
        return account.backend() == Backend.VERTEX
                ? "Give the account the role \"Vertex AI User\" in its project, and check the project's ID: %s/iam-admin/iam%s"
                        .formatted(CONSOLE, project)
                : "The account needs a Gemini Code Assist licence (Standard or Enterprise) in this project. Without one, use"
                        + " an API key or Vertex AI.";
    }

    private static String sentence(String words) {
        var begun = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") || begun.contains("https://") ? begun : begun + ".";
    }
}
