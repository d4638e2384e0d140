package io.geminigateway.benchmarks.pool;

/// How a request behaves when its call fails: `NAIVE` tries on at once, a few times, whatever the error;
/// `CAREFUL` keeps to the rules of the product: waiting rooms, budgets, pauses.
enum Manners {
    NAIVE,
    CAREFUL
}
