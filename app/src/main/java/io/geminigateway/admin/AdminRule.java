package io.geminigateway.admin;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who counts as the operator: a program on this machine that asks for this machine by name. A web page is none, even
/// in a browser on this machine: its name resolved to our address (DNS rebinding) shows in `Host`, its own address in
/// `Origin`.
public final class AdminRule {
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> OUR_OWN_PAGES = Set.of("same-origin", "none");

    /// A proxy on this machine speaks for somebody who may be anywhere.
    private static final List<String> MARKS_OF_A_PROXY = List.of("forwarded", "x-forwarded-for", "x-real-ip", "via");

    private AdminRule() {}

    public static boolean admits(HttpServerRequest request) {
        return comesFromHere(request) && asksForUs(request) && isNotFromAnotherPage(request) && isDirect(request);
    }

    private static boolean comesFromHere(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress();
        return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
    }

    private static boolean asksForUs(HttpServerRequest request) {
        var asked = request.authority();
        return asked != null && OURSELVES.contains(asked.host().toLowerCase(Locale.ROOT));
    }

    private static boolean isNotFromAnotherPage(HttpServerRequest request) {
        var origins = request.headers().getAll("origin");
        var own = "http://" + request.authority();
        var site = request.getHeader("sec-fetch-site");
        return origins.stream().allMatch(own::equalsIgnoreCase) && (site == null || OUR_OWN_PAGES.contains(site));
    }

    private static boolean isDirect(HttpServerRequest request) {
        return MARKS_OF_A_PROXY.stream().noneMatch(request.headers()::contains);
    }
}
