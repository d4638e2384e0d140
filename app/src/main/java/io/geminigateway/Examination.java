package io.geminigateway;

import ch.qos.logback.classic.Level;
import io.geminigateway.account.Proxy;
import io.geminigateway.doctor.Patient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The set-up on this machine, as the doctor is handed it.
final class Examination implements Patient.Finder {
    private static final URI TOKENS = URI.create("https://oauth2.googleapis.com/token");

    private final Optional<Patient> patient;
    private final List<String> problems;
    private final Optional<Bench> bench;

    private Examination(Optional<Patient> patient, List<String> problems, Optional<Bench> bench) {
        this.patient = patient;
        this.problems = List.copyOf(problems);
        this.bench = bench;
    }

    static Examination begin() {
        LogLevel.set(Level.OFF);
        var home = Home.folder();
        try {
            var config = GatewayConfig.from(Environment.read(home, Map.of()), home);
            var bench = new Bench(config);
            var tokens = config.tokenEndpoint() == null ? TOKENS : config.tokenEndpoint();
            var patient = new Patient(
                    home,
                    config.accounts(),
                    config.data(),
                    config.server().host(),
                    config.server().port(),
                    config.adminPort(),
                    config.isOpenToTheWorld(),
                    address(config.upstream().proxy()),
                    List.of(config.upstream().endpoints().geminiApi(), tokens),
                    bench::time,
                    bench::test);
            return new Examination(Optional.of(patient), List.of(), Optional.of(bench));
        } catch (Settings.InvalidSettings invalid) {
            return new Examination(Optional.empty(), invalid.problems(), Optional.empty());
        } catch (StartException unusable) {
            return new Examination(Optional.empty(), List.of(String.valueOf(unusable.getMessage())), Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Where the proxy listens, without its password.
    private static @Nullable URI address(@Nullable Proxy proxy) {
        return proxy == null ? null : URI.create("proxy://%s:%d".formatted(proxy.host(), proxy.port()));
    }

    @Override
    public Optional<Patient> find() {
        return patient;
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public void close() {
        bench.ifPresent(Bench::close);
    }
}
