package io.geminigateway.upstream;

import io.geminigateway.account.Proxy;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;

/// A proxy in Vert.x's words. Names are looked up by the proxy, never here.
public final class ProxyRoute {
    private ProxyRoute() {}

    public static ProxyOptions of(Proxy proxy, UpstreamConfig config, Trust trust) {
        var options = new ProxyOptions()
                .setType(
                        switch (proxy.kind()) {
                            case HTTP -> ProxyType.HTTP;
                            case HTTPS -> ProxyType.HTTPS;
                            case SOCKS5 -> ProxyType.SOCKS5;
                        })
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setConnectTimeout(config.timeouts().connect());
        if (proxy.kind() == Proxy.Kind.HTTPS) {
            options.setSslOptions(
                    new ClientSSLOptions().setTrustOptions(trust.options()).setHostnameVerificationAlgorithm("HTTPS"));
        }
        if (proxy.user() != null && proxy.password() != null) {
            options.setUsername(proxy.user()).setPassword(proxy.password().reveal());
        }
        return options;
    }
}
