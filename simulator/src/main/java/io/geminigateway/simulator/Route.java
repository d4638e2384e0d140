package io.geminigateway.simulator;

import org.jspecify.annotations.Nullable;

/// What a path asks for.
record Route(
        Entry.Service service, Entry.Kind kind, @Nullable String model) {}
