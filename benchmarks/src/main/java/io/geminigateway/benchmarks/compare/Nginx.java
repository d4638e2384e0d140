package io.geminigateway.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// An nginx of our own: one worker, everything it writes within one folder.
final class Nginx implements AutoCloseable {
    private final Children children;
    private final Process process;

    /// `http` is what its http block says beyond the frame.
    Nginx(Children children, Path folder, String name, int core, String http) {
        this.children = children;
        var home = folder.resolve(name);
        try {
            Files.createDirectories(home.resolve("tmp"));
            Files.writeString(home.resolve("nginx.conf"), """
            daemon off;
            user root;
            worker_processes 1;
            worker_rlimit_nofile 65536;
            pid nginx.pid;
            error_log stderr error;
            events {
                worker_connections 32768;
            }
            http {
                access_log off;
                default_type application/json;
                client_body_temp_path tmp/body;
                proxy_temp_path tmp/proxy;
                fastcgi_temp_path tmp/fastcgi;
                uwsgi_temp_path tmp/uwsgi;
                scgi_temp_path tmp/scgi;
                keepalive_requests 1000000000;
                keepalive_timeout 1h;
                tcp_nodelay on;
                client_max_body_size 64m;
                client_body_buffer_size 2m;
            %s}
            """.formatted(http.indent(4)));
        } catch (IOException failed) {
            throw new UncheckedIOException("nginx has no home in " + folder, failed);
        }
        var command = List.of("nginx", "-e", "stderr", "-p", home + "/", "-c", "nginx.conf");
        process = children.start(name, core, command, Map.of());
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        children.end(process);
    }
}
