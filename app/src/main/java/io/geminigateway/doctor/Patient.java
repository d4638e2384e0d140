package io.geminigateway.doctor;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.admin.TestResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The set-up that is looked at. `services` are Google's addresses, or those in their place; `adminPort` is null when
/// that side is off; `openToTheWorld` when anybody may use the accounts; `googleTime` asks a service for its time, and
/// fails where it cannot be reached; `trial` makes one small call.
public record Patient(
        Path home,
        Path accounts,
        Path data,
        String host,
        int port,
        @Nullable Integer adminPort,
        boolean openToTheWorld,
        @Nullable URI proxy,
        List<URI> services,
        Function<URI, Optional<Instant>> googleTime,
        Function<AccountDraft, TestResult> trial) {

    public Patient {
        services = List.copyOf(services);
    }

    /// Reads the settings. What is wrong with them is a list of sentences.
    public interface Finder extends AutoCloseable {
        /// Empty when the settings are wrong.
        Optional<Patient> find();

        List<String> problems();

        @Override
        void close();
    }
}
