package io.geminigateway.doctor;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// Whether Google's names are known here. Behind a proxy only the proxy's has to be.
final class DnsCheck implements Check {
    private static final String NAME = "dns";

    private final List<URI> services;

    DnsCheck(Patient patient) {
        services = patient.proxy() == null ? patient.services() : List.of(patient.proxy());
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        var hosts = services.stream().map(URI::getHost).distinct().toList();
        for (var host : hosts) {
            try {
                InetAddress.getByName(host.replaceAll("[\\[\\]]", ""));
            } catch (UnknownHostException unknown) {
                findings.add(Finding.fail(
                        NAME,
                        "the name %s is not known".formatted(host),
                        "check /etc/resolv.conf and the network; behind a proxy, set PROXY"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok(NAME, String.join(", ", hosts))) : findings;
    }
}
