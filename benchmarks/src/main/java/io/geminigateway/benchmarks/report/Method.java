package io.geminigateway.benchmarks.report;

/// How it is measured, in words.
record Method() implements Section {

    @Override
    public String markdown() {
        return """
                ## How it is measured

                `benchmarks/compare` on Linux; `--help` tells the options, `--write` puts the report here. It starts everything itself,
                on the loopback: a mock of Google, the contestants, and clients that speak HTTP/1.1 and little more. The mock of whole
                answers and burst streams is an nginx with a body on file; that of paced streams writes its clock into every event.

                - Whole answer: a question of 0.4 KB, an answer of 1.6 KB. Burst stream: 64 events at once. Paced stream: 64 events, 20 ms apart.
                - Each of so many clients asks again as soon as it has its answer; "one client" is the same with one; in the open loop
                  requests arrive at random at a fixed rate, and their time counts from when they should have left.
                - Every text carries a mark that survives translation. An answer with another status than 200, or without all its marks,
                  is a failure. An event is a text of Gemini's, however many events a contestant makes of it.
                - The gateway is warmed up at full load, until three slices of three seconds in a row bring no gain of 3 %, or the time
                  of the plan is over: the compiler is calm after some 200,000 small answers, and counts answers, not seconds.
                - A round that does not count lets it meet few clients and clients who come and go: code that was compiled for a full
                  load is thrown away then, and compiled anew.
                - Then the contestants take turns, in a new random order each round. A window with a failure is thrown away, and so is a
                  round in which the mock and the clients alone cost 20 % more or less than usual; such rounds are repeated, as
                  often as the plan allows. What has no valid window is a dash.
                - Workloads with the same mock are measured one after the other in the same processes.
                - Over TLS the gateway speaks HTTP/2 to the mock, as to Google; nginx and direct clients can only speak HTTP/1.1.
                - Processor time for a request falls as a contestant gets busier: see the share of the core that each one used.
                - Percentiles are told from 100 waits (p99) or 10,000 (p99.9) in a window.
                """;
    }
}
