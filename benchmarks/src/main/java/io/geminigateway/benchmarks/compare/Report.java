package io.geminigateway.benchmarks.compare;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Tells the figures as a page of Markdown.
final class Report {
    private static final String METHOD = """
            ## How it is measured

            `benchmarks/compare` on Linux; `--help` tells the options, `--write` puts the report here. It starts everything itself,
            on the loopback: a mock of Google, the contestants, and clients that speak HTTP/1.1 and little more. The mock of whole
            answers and burst streams is an nginx with a body on file; that of paced streams writes its clock into every event.

            - Whole answer: a question of 0.4 KB, an answer of 1.6 KB. Burst stream: 64 events at once. Paced stream: 64 events, 20 ms apart.
            - Each of so many clients asks again as soon as it has its answer; "one client" is the same with one; in the open loop
              requests arrive at random at a fixed rate, and their time counts from when they should have left.
            - Every text carries a mark that survives translation. An answer with another status than 200, or without all its marks,
              is a failure. An event is a text of Gemini's, however many events a contestant makes of it.
            - After the warm-up the contestants take turns, in a new random order each round. A window with a failure is thrown away,
              and so is a round in which the mock and the clients alone cost 20 % more or less than usual.
            - Over TLS the gateway speaks HTTP/2 to the mock, as to Google; nginx and direct clients can only speak HTTP/1.1.
            - Processor time for a request falls as a contestant gets busier: see the share of the core that each one used.
            """;

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
                %s""".formatted(circumstances(), processorTime(), new Latencies(bouts), startAndMemory(), rig(), METHOD);
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
