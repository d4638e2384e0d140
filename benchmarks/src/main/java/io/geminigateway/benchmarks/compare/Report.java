package io.geminigateway.benchmarks.compare;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    private static final double KILOBYTE = 1 << 10;

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
                %s## Latency

                In microseconds. "added" is the gateway's median less that of clients who ask the mock directly.

                %s
                ## Start and memory of the gateway

                %s
                %s## The rig

                %s
                %s""".formatted(
                        circumstances(),
                        processorTime(),
                        peers(),
                        new Latencies(bouts),
                        startAndMemory(),
                        streams(),
                        rig(),
                        METHOD);
    }

    private String circumstances() {
        var date =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(ZonedDateTime.now(ZoneOffset.UTC));
        return new Table("", "")
                .row("date", date + " UTC")
                .row("gateway", System.getProperty("compare.revision", "-"))
                .row("nginx", System.getProperty("compare.nginx", "-"))
                .row("other gateways", System.getProperty("compare.peers", "-"))
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
        var table = new Table(cells(Stream.of("workload", "per"), contestants(), Stream.of("gateway / nginx", "goal")));
        for (var bout : bouts) {
            table.row(cells(
                    Stream.of(
                            bout.scenario().title(), bout.scenario().workload().unit()),
                    contestants().map(name -> bout.cpu(name).text()),
                    Stream.of(
                            times(ratio(bout, Gateway.NAME, NginxPassThrough.NAME)),
                            times(bout.scenario().goal()))));
        }
        return table;
    }

    /// How many times the gateway's processor time each peer needs.
    private String peers() {
        var names = contestants().filter(Peer.NAMES::contains).toList();
        if (names.isEmpty()) {
            return "";
        }
        var table = new Table(cells(Stream.of("workload"), names.stream(), Stream.of()));
        for (var bout : bouts) {
            table.row(cells(
                    Stream.of(bout.scenario().title()),
                    names.stream().map(name -> times(ratio(bout, name, Gateway.NAME))),
                    Stream.of()));
        }
        return """
                ## Other gateways

                How many times the gateway's processor time they need for the same. They translate as much as the gateway does, and
                reach the mock over HTTP/1.1, over TLS where it says so. A dash: none of their windows was without a failure.

                %s
                """.formatted(table);
    }

    private static List<String> cells(Stream<String> first, Stream<String> middle, Stream<String> last) {
        return Stream.of(first, middle, last).flatMap(part -> part).toList();
    }

    private static double ratio(Bout bout, String one, String other) {
        return bout.cpu(one).median() / bout.cpu(other).median();
    }

    private Stream<String> contestants() {
        return plan.contestants().stream().filter(name -> !name.equals(Direct.NAME));
    }

    /// What an open stream costs in memory: the least is what is left when the heap has not grown meanwhile.
    private String streams() {
        var crowded = bouts.stream()
                .filter(bout -> bout.scenario().workload().crowded())
                .toList();
        if (crowded.isEmpty()) {
            return "";
        }
        var table = new Table(cells(Stream.of("workload"), contestants(), Stream.of()));
        for (var bout : crowded) {
            var clients = bout.scenario().workload().clients(1);
            table.row(cells(
                    Stream.of(bout.scenario().title()),
                    contestants()
                            .map(name -> bout.figure(name, Probe.FULL, window -> window.residentPer(clients) / KILOBYTE)
                                    .text()),
                    Stream.of()));
        }
        return """
                ## Memory of an open stream

                In KB: how much more is resident while so many streams are open than before they came.

                %s
                """.formatted(table);
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
