package io.geminigateway.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether Google can be reached over HTTP, and whether our clock agrees with its own.
final class GoogleCheck implements Check {
    private static final Duration ODD = Duration.ofSeconds(30);
    private static final Duration WRONG = Duration.ofMinutes(4); // a signature is good for five

    private final List<URI> services;
    private final Function<URI, Optional<Instant>> time;
    private final InstantSource clock;

    GoogleCheck(Patient patient, InstantSource clock) {
        services = patient.services();
        time = patient.googleTime();
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        var skew = Optional.<Duration>empty();
        for (var service : services.stream().map(GoogleCheck::root).distinct().toList()) {
            try {
                var theirs = time.apply(service);
                skew = skew.or(() -> theirs.map(now -> Duration.between(now, clock.instant())));
                findings.add(Finding.ok("google", "%s answers".formatted(service)));
            } catch (RuntimeException failed) {
                findings.add(Finding.fail(
                        "google",
                        "%s cannot be reached (%s)".formatted(service, cause(failed)),
                        "check the network and the firewall; behind a proxy set PROXY, behind one that opens TLS also"
                                + " UPSTREAM_CA_FILE"));
            }
        }
        skew.ifPresent(difference -> findings.add(clock(difference)));
        return findings;
    }

    static Finding clock(Duration skew) {
        var off = skew.abs();
        var text =
                "this clock is %d s %s Google's".formatted(off.toSeconds(), skew.isNegative() ? "behind" : "ahead of");
        var fix = "set the clock: timedatectl set-ntp true";
        return off.compareTo(WRONG) > 0
                ? Finding.fail("clock", text + "; sign-ins and service accounts fail", fix)
                : off.compareTo(ODD) > 0
                        ? Finding.warn("clock", text, fix)
                        : Finding.ok("clock", "agrees with Google's");
    }

    private static URI root(URI service) {
        return URI.create("%s://%s".formatted(service.getScheme(), service.getRawAuthority()));
    }

    private static String cause(Throwable failed) {
        var cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
