package io.geminigateway.benchmarks.compare;

/// What the pretend Google does. Workloads with the same one share its process and the contestants before it.
enum Backdrop {
    CANNED("canned", "canned answers"),
    LONG("long", "canned streams of 7 MB"),
    PACED("paced", "paced answers"),
    STEADY("steady", "paced answers, for the soak"),
    FAULTY("faulty", "answers with faults"),
    SILENT("silent", "answers that stop");

    private final String id;
    private final String title;

    Backdrop(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /// The accounts of the gateway: several where it can fail over.
    int accounts() {
        return this == FAULTY ? 50 : 1;
    }

    /// How many events a canned stream has.
    int events() {
        return this == LONG ? Workload.SLOW_READERS.events() : Workload.BURST.events();
    }
}
