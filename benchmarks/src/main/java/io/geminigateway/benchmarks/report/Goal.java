package io.geminigateway.benchmarks.report;

import java.util.List;

/// What is wanted and what was measured, one value for each run. `unit` is written behind the figures.
record Goal(String what, String wanted, double limit, String unit, Figure measured) {

    List<String> cells() {
        return List.of(what, wanted, text(), verdict());
    }

    private String text() {
        return measured.count() == 0 ? "not measured" : measured.text() + " " + unit;
    }

    String verdict() {
        if (measured.count() == 0) {
            return "-";
        }
        return measured.median() <= limit ? "met" : "not met";
    }
}
