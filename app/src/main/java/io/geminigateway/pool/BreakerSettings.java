package io.geminigateway.pool;

import java.time.Duration;

/// When a model is taken as down, and how its recovery is awaited.
/// - `window`: only the last result of each account within this time counts.
/// - `prior`: log-odds of "the model is down" before any evidence: models are down rarely.
/// - `failing`, `marked`: how likely a call fails if the model is down; the second if Google says so itself.
/// - `least`: no account is taken as more reliable than this many failures per call allow.
/// - `most`: log-odds that one account can add: one alone must never convict a model.
/// - `good`: log-odds that an account whose last call went well takes away.
/// - `verdict`: log-odds above which the model is taken as down.
/// - `slowest`: calls per second while it is; they double with each success and shrink by `shrink` with each failure.
/// - `recovered`: share of recent tries that must succeed for the model to be taken as up again; of `tries` at least,
/// each of which counts `memory` times as much as the one after it.
public record BreakerSettings(
        Duration window,
        double prior,
        double failing,
        double marked,
        double least,
        double most,
        double good,
        double verdict,
        double slowest,
        double shrink,
        double recovered,
        int tries,
        double memory) {
    public static BreakerSettings standard() {
        return new BreakerSettings(
                Duration.ofSeconds(15), -7, 0.8, 0.97, 0.02, 3, 1.2, Math.log(0.8 / 0.2), 2, 0.7, 0.4, 3, 0.9);
    }
}
