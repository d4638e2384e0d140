package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import java.nio.file.Path;
import java.util.List;

/// nginx, which hands the mock's traffic on as it is. It keeps its upstream connections, over TLS those of
/// HTTP/1.1.
final class NginxPassThrough implements Contestant {
    static final String NAME = Contestants.NGINX;

    private final int port = Port.free();
    private final Nginx nginx;

    NginxPassThrough(Children children, Path folder, Link link, Mock mock) {
        var http = """
            upstream mock {
                server %s:%d;
                keepalive 16384;
                keepalive_requests 1000000000;
                keepalive_time 10h;
                keepalive_timeout 1h;
            }
            server {
                listen %s:%d;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_ssl_protocols TLSv1.3;
                location / {
                    proxy_pass %s://mock;
                }
                location ~ :stream {
                    proxy_pass %s://mock;
                    proxy_buffering off;
                }
            }
            """.formatted(Target.HOST, mock.port(), Target.HOST, port, link.scheme(), link.scheme());
        nginx = new Nginx(children, folder, NAME, Core.CONTESTANT, http);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Target target(Workload workload) {
        return Target.gemini(workload, port, false);
    }

    @Override
    public List<Process> processes() {
        return List.of(nginx.process());
    }

    @Override
    public void close() {
        nginx.close();
    }
}
