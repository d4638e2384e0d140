package io.geminigateway.benchmarks.report;

import java.util.List;

/// What is wanted and what was measured, one value for each run. `unit` is written behind the figures.
record Goal(String what, String wanted, double limit, String unit, Figure measured) {

    List<String> cells() {
        return List.of(what, wanted, text(), verdict());
    }

    private String text() {
        if (measured.count() == 0) {
            return "not measured";
        }
        var median = Figure.number(measured.median()) + " " + unit;
        return measured.count() == 1
                ? median
                : "%s (%s-%s)".formatted(median, Figure.number(measured.low()), Figure.number(measured.high()));
    }

    String verdict() {
        if (measured.count() == 0) {
            return "-";
        }
        return measured.median() <= limit ? "met" : "not met";
    }
}
