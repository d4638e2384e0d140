package io.geminigateway.benchmarks.report;

/// One figure of one valid window: in which scenario, of which contestant, what, and how much. Times are microseconds,
/// memory is bytes; see [Quantity].
public record Finding(String scenario, String contestant, String quantity, double value) {

    boolean isOf(String aScenario, String aContestant, String aQuantity) {
        return scenario.equals(aScenario) && contestant.equals(aContestant) && quantity.equals(aQuantity);
    }
}
