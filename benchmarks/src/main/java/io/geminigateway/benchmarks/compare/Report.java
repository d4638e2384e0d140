package io.geminigateway.benchmarks.compare;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Tells the figures as a page of Markdown.
final class Report {
    private static final double MEGABYTE = 1 << 20;

    private final Plan plan;
    private final List<Bout> bouts;
    private final String loadBefore;

    /// `loadBefore` is how busy the machine was when the run began.
    Report(Plan plan, List<Bout> bouts, String loadBefore) {
        this.plan = plan;
        this.bouts = List.copyOf(bouts);
        this.loadBefore = loadBefore;
    }

    String markdown() {
        return """
                # The gateway beside nginx

                Written by `benchmarks/compare`. The gateway answers OpenAI's chat requests out of Gemini's answers, with its log on
                and one account; nginx passes the same Gemini traffic through untouched, without a log. Every figure is the median
                of its windows, with the lowest and the highest.

                %s
                ## Processor time

                User and system time of the whole process tree, in microseconds.

                %s
                ## Latency

                In microseconds. "added" is the gateway's median less that of clients who ask the mock directly.

                %s
                ## Start and memory of the gateway

                %s
                ## The rig

                %s
                """.formatted(circumstances(), processorTime(), new Latencies(bouts), startAndMemory(), rig());
    }

    private String circumstances() {
        var date =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(ZonedDateTime.now(ZoneOffset.UTC));
        return new Table("", "")
                .row("date", date + " UTC")
                .row("gateway", System.getProperty("compare.revision", "-"))
                .row("nginx", System.getProperty("compare.nginx", "-"))
                .row("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
                .row("machine", Machine.describe())
                .row("load average", "%s before, %s after".formatted(loadBefore, Machine.load()))
                .row("cores", cores())
                .row("plan", plan.text())
                .toString();
    }

    private String cores() {
        return plan.pinned()
                ? "contestant on core %d, mock and clients on core %d".formatted(Core.CONTESTANT, Core.RIG)
                : "not pinned";
    }

    private Table processorTime() {
        var table = new Table("workload", "per", "nginx", "gateway", "gateway / nginx", "goal");
        for (var bout : bouts) {
            var nginx = bout.cpu(NginxPassThrough.NAME);
            var gateway = bout.cpu(Gateway.NAME);
            table.row(
                    bout.scenario().title(),
                    bout.scenario().workload().unit(),
                    nginx.text(),
                    gateway.text(),
                    times(gateway.median() / nginx.median()),
                    times(bout.scenario().goal()));
        }
        return table;
    }

    private Table startAndMemory() {
        var table = new Table(
                "workload", "until the first answer, s", "processor time of it, s", "idle, MB", "under load, MB");
        for (var bout : bouts) {
            var start = bout.starts().get(Gateway.NAME);
            if (start != null) {
                table.row(
                        bout.scenario().title(),
                        Figure.number(start.time().toMillis() / 1e3),
                        Figure.number(start.cpu().toMillis() / 1e3),
                        Figure.number(start.resident() / MEGABYTE),
                        bout.figure(Gateway.NAME, Probe.FULL, window -> window.resident() / MEGABYTE)
                                .text());
            }
        }
        return table;
    }

    private Table rig() {
        var table = new Table(
                "workload",
                "mock and clients alone, us",
                "core used by nginx",
                "by the gateway",
                "its upstream",
                "valid windows");
        for (var bout : bouts) {
            table.row(
                    bout.scenario().title(),
                    bout.floor().text(),
                    share(bout, NginxPassThrough.NAME),
                    share(bout, Gateway.NAME),
                    upstream(bout.connections().getOrDefault(Gateway.NAME, List.of())),
                    "%d of %d".formatted(bout.validWindows(), bout.windows().size()));
        }
        return table;
    }

    private static String share(Bout bout, String contestant) {
        var share = bout.figure(contestant, Probe.FULL, Window::coreShare);
        return share.count() == 0 ? "-" : "%.0f %%".formatted(100 * share.median());
    }

    private static String upstream(List<String> protocols) {
        return protocols.isEmpty()
                ? "-"
                : "%d x %s"
                        .formatted(
                                protocols.size(),
                                String.join(", ", protocols.stream().distinct().toList()));
    }

    private static String times(double ratio) {
        return Double.isNaN(ratio) ? "-" : Figure.number(ratio) + " x";
    }
}
